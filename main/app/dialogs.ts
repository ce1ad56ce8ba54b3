import type {
  BrowserWindow,
  Dialog,
  MessageBoxOptions,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import type { Language } from '../contract.ts';
import type { Question } from '../desk/accounts.ts';
import { refuse } from '../desk/refusal.ts';
import { dialogWords } from '../../words/dialog-words.ts';

export interface DialogPorts {
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showMessageBox'>;
  /** The window over which a dialog stands, if there is one. */
  readonly over: () => BrowserWindow | null;
  readonly language: () => Language;
}

/**
 * The system's dialogs, one at a time: a page that was taken over could else bury the desktop under hundreds of them, or have one answered
 * by an Enter that was meant for another.
 */
export function createDialogs({ dialog, over, language }: DialogPorts) {
  let isOpen = false;

  async function alone<Answer>(show: () => Promise<Answer>): Promise<Answer> {
    if (isOpen) throw refuse('dialog-open');
    isOpen = true;
    try {
      return await show();
    } finally {
      isOpen = false;
    }
  }

  function messageOf(question: Question): MessageBoxOptions {
    const { newHost, weakly, cancel } = dialogWords[language()];
    const { question: ask, detail, yes } = question.kind === 'new-host' ? newHost : weakly;
    const message = ask(question.kind === 'new-host' ? question.origin : question.name);
    // Enter and Escape both mean no.
    return {
      type: 'warning',
      message,
      detail,
      buttons: [yes, cancel],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    };
  }

  return {
    showSaveDialog: (options: SaveDialogOptions): Promise<SaveDialogReturnValue> =>
      alone(() => {
        const window = over();
        return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);
      }),
    async agree(question: Question): Promise<boolean> {
      const options = messageOf(question);
      const { response } = await alone(() => {
        const window = over();
        return window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options);
      });
      return response === 0;
    },
  };
}

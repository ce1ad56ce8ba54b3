import { setImmediate, setTimeout } from 'node:timers/promises';
import type {
  BrowserWindow,
  Dialog,
  MessageBoxOptions,
  OpenDialogOptions,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import type { Language } from '../contract.ts';
import type { Question } from '../desk/question.ts';
import { refuse } from '../desk/refusal.ts';
import { dialogWords } from '../../words/dialog-words.ts';
import { printable } from '../../words/printable.ts';

export interface DialogPorts {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>;
  readonly platform: NodeJS.Platform;
  /** The window over which a dialog stands, if there is one. */
  readonly over: () => BrowserWindow | null;
  /** Has that window shown, which is made where there is none; not there before the app has one. */
  readonly show?: () => void;
  readonly language: () => Language;
}

/** What a person is asked in a dialog: the desk's questions, and whether to start where another computer seems to run the app. */
export type Asked = Question | { readonly kind: 'runs-elsewhere'; readonly about: string };

const seenYetMs = 100;

/**
 * The system's dialogs, one at a time: a page that was taken over could else bury the desktop under hundreds of them, or have one answered
 * by an Enter that was meant for another.
 */
export function createDialogs({ dialog, over, show, language, platform }: DialogPorts) {
  /** Until the dialog that stands open is closed. */
  let standing: Promise<undefined> | null = null;

  async function alone<Answer>(open: () => Promise<Answer>): Promise<Answer> {
    if (standing !== null) throw refuse('dialog-open');
    const { promise, resolve } = Promise.withResolvers<undefined>();
    standing = promise;
    try {
      return await open();
    } finally {
      standing = null;
      resolve(undefined);
    }
  }

  async function inTurn<Answer>(open: () => Promise<Answer>): Promise<Answer> {
    while (standing !== null) {
      await standing;
      // What the same request asks next comes first: the file that was chosen is the one that is named then.
      await setImmediate();
    }
    return alone(open);
  }

  /**
   * On macOS a question over no window stops the whole app until it is answered, and one over a window that is hidden is a sheet that nobody
   * sees. False where the window has gone before it was to be seen.
   */
  async function canBeSeen(): Promise<boolean> {
    if (platform !== 'darwin' || show === undefined) return true;
    if (over()?.isVisible() !== true) show();
    for (let window = over(); window !== null; window = over()) {
      if (window.isVisible()) return true;
      await setTimeout(seenYetMs);
    }
    return false;
  }

  async function ask(question: Asked): Promise<boolean> {
    if (!(await canBeSeen())) return false;
    const [window, options] = [over(), messageOf(question)];
    const answer = window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options);
    return (await answer).response === 0;
  }

  /** What comes from the disk could else end its line and go on as if the app itself said it, or read backwards. */
  function messageOf({ kind, about }: Asked): MessageBoxOptions {
    const { [kind]: said, cancel } = dialogWords[language()];
    // Enter and Escape both mean no.
    return {
      type: 'warning',
      message: said.question(printable(about)),
      detail: said.detail,
      buttons: [said.yes, cancel],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    };
  }

  return {
    /** The path of a file; null where the person closed the dialog. */
    async chooseProgram(): Promise<string | null> {
      const { title } = dialogWords[language()].program;
      const options: OpenDialogOptions = {
        title,
        properties: ['openFile', 'dontAddToRecent'],
        // No other file runs there without a shell.
        ...(platform === 'win32' && { filters: [{ name: 'exe', extensions: ['exe', 'com'] }] }),
      };
      const { canceled, filePaths } = await alone(() => {
        const window = over();
        return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options);
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    showSaveDialog: (options: SaveDialogOptions): Promise<SaveDialogReturnValue> =>
      alone(() => {
        const window = over();
        return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);
      }),
    /**
     * `in-turn`: of the app's own accord, or what a request that was asked about asks later. It waits until no other dialog stands open;
     * what a page asks for is refused instead.
     */
    agree: (question: Asked, when?: 'in-turn'): Promise<boolean> =>
      (when === 'in-turn' ? inTurn : alone)(() => ask(question)),
  };
}

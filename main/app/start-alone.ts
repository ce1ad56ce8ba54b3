import { readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { App, Dialog } from 'electron';
import { dialogWords } from '../../words/dialog-words.ts';
import { languageOf } from '../../words/language.ts';
import { printable } from '../../words/printable.ts';
import { couldNotStart } from './could-not-start.ts';
import { createDialogs, type DialogPorts } from './dialogs.ts';
import { createLockNote } from './lock-note.ts';

export interface StartPorts {
  readonly app: Pick<
    App,
    | 'name'
    | 'exit'
    | 'quit'
    | 'on'
    | 'getPath'
    | 'getPreferredSystemLanguages'
    | 'requestSingleInstanceLock'
    | 'whenReady'
  >;
  readonly dialog: DialogPorts['dialog'] & Pick<Dialog, 'showErrorBox'>;
  readonly platform: NodeJS.Platform;
}

/**
 * Runs the app unless another run of it has the folder. Electron refuses the lock without a reason also where nobody has it, or who has it
 * cannot be called: on Linux a link that was left by a crash counts for ever once the computer has another name, and on a full disk none can be
 * made (Chromium, chrome/browser/process_singleton_posix.cc); of Windows, see lock-note.ts. An app that then leaves without a word tells of
 * no import any more, and nobody knows why.
 */
export function startAlone({ app, dialog, platform }: StartPorts, run: () => Promise<void>): void {
  const [folder, temporary] = [app.getPath('userData'), app.getPath('temp')];
  const lock = join(folder, 'SingletonLock');
  // The person's settings are in the folder that may be another run's.
  const language = () => languageOf('system', app.getPreferredSystemLanguages());
  const note = platform === 'win32' ? createLockNote(folder) : null;

  function request(): boolean {
    if (!app.requestSingleInstanceLock()) return false;
    note?.write();
    if (note !== null) app.on('second-instance', note.write);
    return true;
  }

  async function start(): Promise<void> {
    const holder = request() ? 'this-run' : note === null ? holderOf(lock) : await note.holder();
    if (holder === 'another-run') return app.quit();
    await app.whenReady();
    if (holder === 'this-run') return run();
    const said = dialogWords[language()];
    if (holder !== 'nobody') {
      const { computer } = holder;
      if (note !== null) {
        const where = computer === hostname() ? said.otherSession : said.otherComputer(printable(computer));
        return couldNotStart(app, dialog, where);
      }
      const { agree } = createDialogs({ dialog, over: () => null, language, platform });
      if (!(await agree({ kind: 'runs-elsewhere', about: computer }))) return app.quit();
      rmSync(lock, { force: true });
    }
    // Who had it may have ended meanwhile.
    if (request()) return run();
    couldNotStart(app, dialog, said.noLock(folder, temporary));
  }

  void start().catch((error: unknown) => couldNotStart(app, dialog, error));
}

/** Who has a lock of Linux or macOS that was refused. */
function holderOf(lock: string) {
  try {
    const link = readlinkSync(lock);
    const dash = link.lastIndexOf('-');
    const computer = link.slice(0, dash);
    if (computer !== hostname()) return { computer };
    // The link is made first, and left where what comes after it fails.
    return Number(link.slice(dash + 1)) === process.pid ? 'nobody' : 'another-run';
  } catch {
    return 'nobody';
  }
}

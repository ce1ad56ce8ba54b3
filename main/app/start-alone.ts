import { readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { App, Dialog } from 'electron';
import { dialogWords } from '../../words/dialog-words.ts';
import { languageOf } from '../../words/language.ts';
import { couldNotStart } from './could-not-start.ts';
import { createDialogs, type DialogPorts } from './dialogs.ts';

export interface StartPorts {
  readonly app: Pick<
    App,
    | 'name'
    | 'exit'
    | 'quit'
    | 'getPath'
    | 'getPreferredSystemLanguages'
    | 'requestSingleInstanceLock'
    | 'whenReady'
  >;
  readonly dialog: DialogPorts['dialog'] & Pick<Dialog, 'showErrorBox'>;
  readonly platform: NodeJS.Platform;
}

/**
 * Runs the app unless another run of it has the folder. Electron refuses the lock without a reason also where nobody has it: on Linux a link
 * that was left by a crash counts for ever once the computer has another name, and on a full disk none can be made (Chromium,
 * chrome/browser/process_singleton_posix.cc). An app that then leaves without a word tells of no import any more, and nobody knows why.
 */
export function startAlone({ app, dialog, platform }: StartPorts, run: () => Promise<void>): void {
  const lock = join(app.getPath('userData'), 'SingletonLock');
  // The person's settings are in the folder that may be another run's.
  const language = () => languageOf('system', app.getPreferredSystemLanguages());
  const holder = app.requestSingleInstanceLock() ? 'this-run' : holderOf(lock, platform);
  if (holder === 'another-run') app.quit();
  else
    void app
      .whenReady()
      .then(async () => {
        if (holder === 'this-run') return run();
        if (holder !== 'nobody') {
          const { agree } = createDialogs({ dialog, over: () => null, language, platform });
          if (!(await agree({ kind: 'runs-elsewhere', about: holder.computer }))) return app.quit();
          rmSync(lock, { force: true });
          if (app.requestSingleInstanceLock()) return run();
        }
        const { noLock } = dialogWords[language()];
        couldNotStart(app, dialog, noLock(app.getPath('userData'), app.getPath('temp')));
      })
      .catch((error: unknown) => couldNotStart(app, dialog, error));
}

/** Who has a lock that was refused. On Windows it is a window, which goes with its process. */
function holderOf(lock: string, platform: NodeJS.Platform) {
  if (platform === 'win32') return 'another-run';
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

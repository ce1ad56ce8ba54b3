import type Electron from 'electron';
import { homeFolder } from '../adapters/keys/home-folder.ts';
import {
  isLoginItemOn,
  renewLoginItem,
  setLoginItem,
  type LoginItemOutcome,
} from '../adapters/login-item/login-item.ts';
import type { VaultPorts } from '../adapters/vault/vault.ts';

/** The parts of the person's computer outside the app's own folder that the app reads or changes. */
export interface Computer {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute; null where the system knows none. */
  readonly home: string | null;
  readonly safeStorage: VaultPorts['safeStorage'];
  readonly setLoginItem: (wanted: boolean) => LoginItemOutcome;
  /** Has a login item that is there start this program, and not the one that was here before. */
  readonly renewLoginItem: () => void;
  /** False where the system was told to start the app no longer. */
  readonly isLoginItemOn: () => boolean;
}

export function personsComputer(
  app: Pick<Electron.App, 'setLoginItemSettings' | 'getLoginItemSettings' | 'isPackaged'>,
  safeStorage: VaultPorts['safeStorage'],
  environment: Computer['environment'],
): Computer {
  const { platform, execPath: executable } = process;
  const home = homeFolder();
  const ports = { platform, app, environment, home, executable };
  return {
    environment,
    home,
    safeStorage,
    setLoginItem: (wanted) => setLoginItem(ports, wanted),
    renewLoginItem() {
      // A development run must not take over the start of the installed app.
      if (app.isPackaged) renewLoginItem(ports);
    },
    isLoginItemOn: () => isLoginItemOn(ports),
  };
}

/** In the demo: none of the person's keys are seen, no keyring is asked for, and no login item is left behind. */
export function demoComputer(folder: string): Computer {
  const nothingKept = () => Promise.reject(new Error('The demo keeps nothing.'));
  return {
    environment: {},
    home: folder,
    safeStorage: { encryptStringAsync: nothingKept, decryptStringAsync: nothingKept },
    setLoginItem: () => ({ kind: 'not-set', reason: 'demo' }),
    renewLoginItem: () => undefined,
    isLoginItemOn: () => true,
  };
}

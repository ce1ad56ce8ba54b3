import type Electron from 'electron';
import { homeFolder } from '../adapters/keys/home-folder.ts';
import { setLoginItem, type LoginItemOutcome } from '../adapters/login-item/login-item.ts';
import type { VaultPorts } from '../adapters/vault/vault.ts';

/** The parts of the person's computer outside the app's own folder that the app reads or changes. */
export interface Computer {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute; null where the system knows none. */
  readonly home: string | null;
  readonly safeStorage: VaultPorts['safeStorage'];
  readonly setLoginItem: (wanted: boolean) => LoginItemOutcome;
}

export function personsComputer(
  app: Pick<Electron.App, 'setLoginItemSettings' | 'getLoginItemSettings'>,
  safeStorage: VaultPorts['safeStorage'],
  environment: Computer['environment'],
): Computer {
  const { platform, execPath: executable } = process;
  const home = homeFolder();
  return {
    environment,
    home,
    safeStorage,
    setLoginItem: (wanted) => setLoginItem({ platform, app, environment, home, executable }, wanted),
  };
}

/** In the demo: none of the person's keys are seen, no keyring is asked for, and no login item is left behind. */
export function demoComputer(folder: string): Computer {
  const nothingKept = () => Promise.reject(new Error('The demo keeps nothing.'));
  return {
    environment: {},
    home: folder,
    safeStorage: { encryptStringAsync: nothingKept, decryptStringAsync: nothingKept },
    setLoginItem: () => ({ kind: 'not-set', reason: 'demo', detail: '' }),
  };
}

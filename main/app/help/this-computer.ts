import type { App, SafeStorage, Shell } from 'electron';
import { release } from 'node:os';
import { join } from 'node:path';
import type { HelpPorts } from './help.ts';

export interface ThisComputerPorts {
  readonly app: Pick<App, 'isPackaged' | 'getAppPath' | 'commandLine'>;
  readonly shell: Pick<Shell, 'openPath'>;
  readonly safeStorage: Pick<SafeStorage, 'getSelectedStorageBackend'>;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The app's own folder, where the log is too; absolute. */
  readonly folder: string;
  /** Its file; null where this is none. */
  readonly appImage: string | null;
}

/** What help needs of the system that the app runs on. */
export function thisComputer(
  ports: ThisComputerPorts,
): Pick<HelpPorts, 'computer' | 'openLogFolder' | 'program' | 'words' | 'noticesFile'> {
  const { app, shell, safeStorage, platform, environment, folder } = ports;
  const appPath = app.getAppPath();
  return {
    computer: () => ({
      system: `${platform} ${release()} ${process.arch}`,
      runtime: `${runtimeName()}, Node ${process.versions.node}`,
      package: ports.appImage !== null ? 'AppImage' : app.isPackaged ? 'installed' : 'from a checkout',
      keyring: platform === 'linux' ? safeStorage.getSelectedStorageBackend() : platform,
      ...(platform === 'linux' && {
        desktop: word(environment['XDG_CURRENT_DESKTOP']),
        session: word(environment['XDG_SESSION_TYPE']),
      }),
    }),
    // Electron answers with an empty text where it could.
    openLogFolder: async () => (await shell.openPath(folder)) === '',
    program: process.execPath,
    words: [
      ...(app.isPackaged ? [] : [appPath]),
      // What the AppImage had to be started with, its self-check has to be as well.
      ...(app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
    ],
    noticesFile: join(appPath, app.isPackaged ? '..' : 'out', 'THIRD-PARTY-NOTICES.txt'),
  };
}

export function runtimeName(): string {
  const { electron, chrome, standIn } = process.versions;
  return `${standIn === undefined ? 'Electron' : 'the stand-in for Electron'} ${electron} (Chromium ${chrome})`;
}

/** Anybody can write anything into a variable. */
function word(value: string | undefined): string {
  return value !== undefined && /^[\w:-]{1,40}$/.test(value) ? value : 'not known';
}

import type Electron from 'electron';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { desktopEntry } from './desktop-entry.ts';

export interface LoginItemPorts {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<Electron.App, 'setLoginItemSettings'>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly home: string;
  /** `process.execPath`, which is started if the app is not an AppImage. */
  readonly executable: string;
}

export type LoginItemOutcome =
  | { readonly kind: 'set' }
  /** `sandboxed`: Flatpak and Snap do not let an app start itself at login; `demo`: the demo leaves nothing behind. */
  | {
      readonly kind: 'not-set';
      readonly reason: 'sandboxed' | 'demo' | 'failed';
      readonly detail: string;
    };

/** Makes the app start hidden at login, or no longer. Never throws. */
export function setLoginItem(ports: LoginItemPorts, wanted: boolean): LoginItemOutcome {
  try {
    if (ports.platform !== 'linux') {
      ports.app.setLoginItemSettings(
        ports.platform === 'darwin'
          ? { openAtLogin: wanted, type: 'mainAppService' }
          : { openAtLogin: wanted, enabled: wanted, args: ['--hidden'] },
      );
      return { kind: 'set' };
    }
    return setAutostartFile(ports, wanted);
  } catch (error) {
    return {
      kind: 'not-set',
      reason: 'failed',
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}

function setAutostartFile(
  { environment, home, executable }: LoginItemPorts,
  wanted: boolean,
): LoginItemOutcome {
  const sandbox = ['FLATPAK_ID', 'SNAP'].find((name) => environment[name]);
  if (sandbox !== undefined) return { kind: 'not-set', reason: 'sandboxed', detail: sandbox };
  const folder = join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), 'autostart');
  const file = join(folder, 'import-watch.desktop');
  if (!wanted) {
    rmSync(file, { force: true });
    return { kind: 'set' };
  }
  mkdirSync(folder, { recursive: true });
  // An AppImage runs from a mount that disappears when it ends; APPIMAGE is the path of its file.
  const program = environment['APPIMAGE'] || executable;
  writeFileSync(file, desktopEntry({ program, arguments: ['--hidden'] }));
  return { kind: 'set' };
}

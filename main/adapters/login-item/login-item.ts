import type Electron from 'electron';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { appImageOf } from './app-image.ts';
import { desktopEntry } from './desktop-entry.ts';

export interface LoginItemPorts {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<Electron.App, 'setLoginItemSettings' | 'getLoginItemSettings'>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute; null where the system knows none. */
  readonly home: string | null;
  /** `process.execPath`, which is started if the app is not an AppImage. */
  readonly executable: string;
}

export type LoginItemOutcome =
  | { readonly kind: 'set' }
  /**
   * `sandboxed`: Flatpak and Snap do not let an app start itself at login; `needs-approval`: macOS asks the person first; `demo`: the demo
   * leaves nothing behind.
   */
  | {
      readonly kind: 'not-set';
      readonly reason: 'sandboxed' | 'needs-approval' | 'demo' | 'failed';
      readonly detail: string;
    };

/** Makes the app start hidden at login, or no longer. Never throws. */
export function setLoginItem(ports: LoginItemPorts, wanted: boolean): LoginItemOutcome {
  try {
    switch (ports.platform) {
      case 'darwin':
        return setServiceOfMac(ports, wanted);
      case 'win32':
        ports.app.setLoginItemSettings({ openAtLogin: wanted, enabled: wanted, args: ['--hidden'] });
        return { kind: 'set' };
      default:
        return setAutostartFile(ports, wanted);
    }
  } catch (error) {
    return {
      kind: 'not-set',
      reason: 'failed',
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}

/** At login macOS gives no `--hidden`, as the other systems do, but says so itself. */
export function wasOpenedAtLogin(
  platform: NodeJS.Platform,
  app: Pick<Electron.App, 'getLoginItemSettings'>,
): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Electron reports no failure here; only the status tells what macOS made of it. */
function setServiceOfMac({ app }: LoginItemPorts, wanted: boolean): LoginItemOutcome {
  const type = 'mainAppService';
  app.setLoginItemSettings({ openAtLogin: wanted, type });
  const { status } = app.getLoginItemSettings({ type });
  if (!wanted || status === 'enabled') return { kind: 'set' };
  const reason = status === 'requires-approval' ? 'needs-approval' : 'failed';
  return { kind: 'not-set', reason, detail: status };
}

function setAutostartFile(
  { environment, home, executable }: LoginItemPorts,
  wanted: boolean,
): LoginItemOutcome {
  const sandbox = ['FLATPAK_ID', 'SNAP'].find((name) => environment[name]);
  if (sandbox !== undefined) return { kind: 'not-set', reason: 'sandboxed', detail: sandbox };
  const { XDG_CONFIG_HOME: given = '' } = environment;
  // A relative path is to be ignored (XDG Base Directory Specification 0.8).
  const config = isAbsolute(given) ? given : home && join(home, '.config');
  if (config === null) return { kind: 'not-set', reason: 'failed', detail: 'no home' };
  const folder = join(config, 'autostart');
  const file = join(folder, 'import-watch.desktop');
  if (!wanted) {
    rmSync(file, { force: true });
    return { kind: 'set' };
  }
  mkdirSync(folder, { recursive: true });
  const program = appImageOf(environment, executable) ?? executable;
  // A link in its place would have whatever it leads to overwritten.
  rmSync(file, { force: true });
  writeFileSync(file, desktopEntry({ program, arguments: ['--hidden'] }), { flag: 'wx' });
  return { kind: 'set' };
}

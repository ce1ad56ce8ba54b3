import type Electron from 'electron';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { appId } from '../identity.ts';
import { appImageOf, liesIn } from './app-image.ts';
import { desktopEntry, execLine, type DesktopEntry } from './desktop-entry.ts';

export interface LoginItemPorts {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<Electron.App, 'setLoginItemSettings' | 'getLoginItemSettings'>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute; null where the system knows none. */
  readonly home: string | null;
  /** `process.execPath`, which is started if the app is not an AppImage. */
  readonly executable: string;
  /** What each Flatpak finds there, and no other program. */
  readonly flatpakInfo?: string;
}

export type LoginItemOutcome =
  | { readonly kind: 'set' }
  /**
   * `sandboxed`: Flatpak and Snap do not let an app start itself at login; `needs-approval`: macOS asks the person first; `demo`: the demo
   * leaves nothing behind.
   */
  | { readonly kind: 'not-set'; readonly reason: 'sandboxed' | 'needs-approval' | 'demo' | 'failed' };

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
  } catch {
    return { kind: 'not-set', reason: 'failed' };
  }
}

/** A program by itself, as the app writes it; what a person has put around it stays. */
const ownExecLine = /^Exec=(?:"(?:[^"\\]|\\.)*"|[^\s"]+) --hidden$/m;

/** What desktops write into it where a person turns it off in their list of startup apps (Desktop Application Autostart 0.5; GNOME). */
const turnedOffLine = /^(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im;

/**
 * Has the autostart file name the program that runs now, if it is there: a person who puts a new AppImage in the place of the old one would
 * no longer find the app started. Nothing else of it is touched, since desktops write into it that it is turned off. Never throws.
 */
export function renewLoginItem(ports: LoginItemPorts): void {
  const file = autostartFile(ports);
  if (['darwin', 'win32'].includes(ports.platform) || file === null) return;
  try {
    if (!lstatSync(file).isFile()) return;
    const text = readFileSync(file, 'utf8');
    const renewed = text.replace(ownExecLine, () => execLine(hiddenStart(ports)));
    if (renewed === text) return;
    const half = `${file}.part`;
    rmSync(half, { force: true });
    writeFileSync(half, renewed, { flag: 'wx' });
    renameSync(half, file);
  } catch {
    // The person has taken it away, or it cannot be written; then turning the setting off and on says why.
    return;
  }
}

/**
 * Whether the system is going to start the app at login: the lists of startup apps of each system, and what tidies them up, turn it off
 * without a word to the app. True where nobody can tell.
 */
export function isLoginItemOn(ports: LoginItemPorts): boolean {
  try {
    if (ports.platform === 'darwin')
      return ports.app.getLoginItemSettings({ type: 'mainAppService' }).status === 'enabled';
    if (ports.platform === 'win32')
      return ports.app.getLoginItemSettings({ args: ['--hidden'] }).executableWillLaunchAtLogin;
    const file = autostartFile(ports);
    return file === null || (existsSync(file) && !turnedOffLine.test(readFileSync(file, 'utf8')));
  } catch {
    return true;
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
  return { kind: 'not-set', reason: status === 'requires-approval' ? 'needs-approval' : 'failed' };
}

function setAutostartFile(ports: LoginItemPorts, wanted: boolean): LoginItemOutcome {
  const file = autostartFile(ports);
  if (file === null) return { kind: 'not-set', reason: 'failed' };
  if (!wanted) {
    rmSync(file, { force: true });
    return { kind: 'set' };
  }
  if (isSandboxed(ports)) return { kind: 'not-set', reason: 'sandboxed' };
  mkdirSync(dirname(file), { recursive: true });
  // A link in its place would have whatever it leads to overwritten.
  rmSync(file, { force: true });
  writeFileSync(file, desktopEntry(hiddenStart(ports)), { flag: 'wx' });
  return { kind: 'set' };
}

/** The variables alone prove nothing: an editor or a terminal that is a snap hands its own to whatever is started in it. */
function isSandboxed({ environment, executable, flatpakInfo = '/.flatpak-info' }: LoginItemPorts): boolean {
  const { SNAP: snap = '' } = environment;
  return existsSync(flatpakInfo) || (isAbsolute(snap) && liesIn(snap, executable));
}

function autostartFile({ environment, home }: LoginItemPorts): string | null {
  const { XDG_CONFIG_HOME: given = '' } = environment;
  // A relative path is to be ignored (XDG Base Directory Specification 0.8).
  const config = isAbsolute(given) ? given : home && join(home, '.config');
  return config && join(config, `autostart/${appId}.desktop`);
}

function hiddenStart({ environment, executable }: LoginItemPorts): DesktopEntry {
  return { program: appImageOf(environment, executable) ?? executable, arguments: ['--hidden'] };
}

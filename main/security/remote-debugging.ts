import type { CommandLine } from 'electron';

const switches = ['remote-debugging-port', 'remote-debugging-pipe'] as const;

/**
 * True where a packaged app was started with Chromium's debugging open: no fuse guards it, and whoever connects could read all
 * that the window shows. The app then refuses to start.
 */
export function isOpenToDebuggers(commandLine: Pick<CommandLine, 'hasSwitch'>, isPackaged: boolean): boolean {
  return isPackaged && switches.some((name) => commandLine.hasSwitch(name));
}

import type { CommandLine } from 'electron';

const switches = ['remote-debugging-port', 'remote-debugging-pipe'] as const;

/**
 * True if a packaged app was started with Chromium's debugging port open. No fuse prevents it, and whoever connects can read
 * everything that the window shows, so the app must refuse to start.
 */
export function isOpenToDebuggers(commandLine: Pick<CommandLine, 'hasSwitch'>, isPackaged: boolean): boolean {
  return isPackaged && switches.some((name) => commandLine.hasSwitch(name));
}

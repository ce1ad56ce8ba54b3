import type { CommandLine } from 'electron';

/**
 * Switches of Chromium that hand the window, the traffic or the process to whoever wrote the command line: they open a debugger, change
 * where requests go or which certificates count, write what goes over the wire to a file, or start another program in a process's place.
 * `no-sandbox` is not among them: the AppImage itself needs it where the system lets nobody make user namespaces.
 */
const switches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'proxy-server',
  'proxy-pac-url',
  'host-rules',
  'host-resolver-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-insecure-localhost',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ssl-key-log-file',
  'log-net-log',
  'load-extension',
  'js-flags',
  'single-process',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'auth-server-allowlist',
  'auth-negotiate-delegate-allowlist',
] as const;

/** True if a packaged app was started with a switch that its fuses do not cover and that undoes its protection, so that it must not start. */
export function isWeakened(commandLine: Pick<CommandLine, 'hasSwitch'>, isPackaged: boolean): boolean {
  return isPackaged && switches.some((name) => commandLine.hasSwitch(name));
}

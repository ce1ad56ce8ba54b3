import { spawn } from 'node:child_process';

/**
 * Electron starts the next run through a helper: the same executable once more, which waits for the end of its parent and only then
 * starts the program (shell/browser/relauncher.cc). Whatever goes with the parent, such as the mount of an AppImage, is gone by then. The
 * helper starts at once, and hands on the environment of that moment.
 */
export function startRelauncher(executable: string, program: string, words: readonly string[]): void {
  const helper = ['--type=relauncher', program, ...words];
  spawn(executable, helper, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] }).unref();
}

/** What the helper does. Its standard input ends with its parent. */
export function relaunch([program = '', ...words]: readonly string[]): void {
  process.stdin.on('end', () => spawn(program, words, { detached: true, stdio: 'ignore' }).unref());
  process.stdin.resume();
}

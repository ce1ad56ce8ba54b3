import { spawn } from 'node:child_process';
import { findElectronOrSay } from './start/find-electron.ts';

/** `npm start`: the built app on real Electron. */
const electron = findElectronOrSay();
if (electron === null) process.exitCode = 1;
else {
  const child = spawn(electron, ['.', ...process.argv.slice(2)], { stdio: 'inherit' });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}

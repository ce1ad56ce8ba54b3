import { spawn } from 'node:child_process';
import { findElectron } from './start/find-electron.ts';

/** `npm start`: the built app on real Electron. */
const electron = findElectron();
if (electron === null) {
  console.log(
    'Electron could not be fetched. Set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron runtime, or try the app with: npm run demo',
  );
  process.exitCode = 1;
} else {
  const child = spawn(electron, ['.', ...process.argv.slice(2)], { stdio: 'inherit' });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}

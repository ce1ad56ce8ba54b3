import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installWithApt } from './set-up/apt.ts';
import { needsOn, type Need } from './set-up/needs.ts';

/** `node tools/set-up.ts`: brings what the tests and the demo need beside npm packages, or says in one line what is missing. */
const missing = needsOn(process.platform).filter((need) => !isThere(need));
if (missing.length > 0) bring(missing);

function bring(absent: readonly Need[]): void {
  const packages = absent.map((need) => need.debian).join(' ');
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    console.log(`Installing ${packages} …`);
    const problem = installWithApt(absent.map((need) => need.debian));
    if (problem === null) return;
    console.log(`apt-get could not install them: ${problem}`);
  }
  const names = absent.map((need) => need.what).join(', ');
  console.log(`Missing: ${names}. On Debian or Ubuntu: sudo apt-get install ${packages}`);
  if (process.env['CI']) process.exitCode = 1;
}

function isThere(need: Need): boolean {
  return need.anyOf.some((name) => (name.startsWith('/') ? existsSync(name) : onPath(name)));
}

function onPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { optionsFrom } from './package/from-environment.ts';

/** Has electron-builder make the installers from what `npm run build` made. Further words are handed on to it. */
// A secret that a workflow does not have comes as an empty text, which electron-builder takes for a certificate.
const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
const { words, remarks } = optionsFrom(env, process.platform);
for (const remark of remarks) console.log(remark);
const { status } = spawnSync(
  process.execPath,
  [
    join(import.meta.dirname, '../node_modules/electron-builder/cli.js'),
    ...['--publish', 'never'],
    ...words,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env },
);
process.exitCode = status ?? 1;

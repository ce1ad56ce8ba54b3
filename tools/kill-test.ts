import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** `npm run kill-test -- --kills 50 --seed 7`: the test that kills the app, with more kills than `npm test` has time for. */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string' } },
});
const playwright = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
const child = spawn(process.execPath, [playwright, 'test', 'test/e2e/killed.spec.ts'], {
  stdio: 'inherit',
  env: { ...process.env, KILLS: values.kills, ...(values.seed && { KILL_SEED: values.seed }) },
});
child.on('exit', (code) => (process.exitCode = code ?? 1));

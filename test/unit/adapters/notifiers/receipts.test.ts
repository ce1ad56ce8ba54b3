import { exec } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openReceipts } from '../../../../main/adapters/notifiers/receipts.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const run = promisify(exec);

/** A computer whose notify-send is this shell script. */
function computerWith(notifySend: string) {
  const folder = temporaryFolder();
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  writeFileSync(join(programs, 'notify-send'), `#!/bin/sh\n${notifySend}\n`);
  chmodSync(join(programs, 'notify-send'), 0o700);
  return {
    receipts: join(folder, 'receipts'),
    environment: { PATH: `${programs}:/usr/bin:/bin` } as NodeJS.ProcessEnv,
  };
}

/** Starts notify-send as node-notifier does: by a shell, with the environment as it is at that moment. */
async function showBanner({ receipts, environment }: ReturnType<typeof computerWith>, name: string) {
  const { during } = openReceipts(receipts, environment);
  const program: { ended?: Promise<{ stdout: string }> } = {};
  during(name, () => {
    program.ended = run('notify-send "a title"', { env: { ...environment } });
  });
  return program.ended!;
}

const namesLeft = ({ receipts, environment }: ReturnType<typeof computerWith>) =>
  openReceipts(receipts, environment).left.map(({ name }) => name);

test('a banner that was shown leaves its receipt to the next run', async () => {
  const computer = computerWith('printf %s "$1"');
  const before = Date.now();
  const { stdout } = await showBanner(computer, '17-1');
  expect(stdout).toBe('a title');
  const [receipt] = openReceipts(computer.receipts, computer.environment).left;
  expect(receipt!.name).toBe('17-1');
  expect(receipt!.at).toSatisfy(Number.isInteger);
  expect(receipt!.at).toBeGreaterThan(before - 1_000);
  expect(receipt!.at).toBeLessThan(Date.now() + 1_000);
});

test('a banner that could not be shown leaves none, and its error is the program’s own', async () => {
  const computer = computerWith('echo "no service" >&2; exit 3');
  await expect(showBanner(computer, '17-1')).rejects.toMatchObject({ code: 3, stderr: 'no service\n' });
  expect(namesLeft(computer)).toEqual([]);
});

test('a banner that was shown is no failure where there is no room for its receipt', async () => {
  const computer = computerWith('printf shown');
  await showBanner(computer, '17-1');
  // A folder in its place: unlike a full disk, it can be had everywhere.
  mkdirSync(join(computer.receipts, '18-2'));
  expect(await showBanner(computer, '18-2')).toEqual({ stdout: 'shown', stderr: '' });
});

test('the environment is as it was after the start, also where that throws', () => {
  const computer = computerWith('exit 0');
  const before = { ...computer.environment };
  const { during } = openReceipts(computer.receipts, computer.environment);
  expect(() =>
    during('17-1', () => {
      throw new Error('no shell');
    }),
  ).toThrow('no shell');
  expect(computer.environment).toEqual(before);
});

test('without a place for it the banner is started as ever', () => {
  const { environment } = computerWith('exit 0');
  const file = join(temporaryFolder(), 'a-file');
  writeFileSync(file, '');
  const seen: (string | undefined)[] = [];
  openReceipts(join(file, 'receipts'), environment).during('17-1', () => void seen.push(environment['PATH']));
  openReceipts('/tmp/one:two', environment).during('17-1', () => void seen.push(environment['PATH']));
  expect(seen).toEqual([environment['PATH'], environment['PATH']]);
});

test('what no ledger waits for is forgotten, and so is all but the newest', async () => {
  const computer = computerWith('exit 0');
  for (const name of ['17-1', '18-2', '19-3']) await showBanner(computer, name);
  openReceipts(computer.receipts, computer.environment).keepOnly(new Set(['18-2']));
  expect(namesLeft(computer)).toEqual(['18-2']);
  const { during } = openReceipts(computer.receipts, computer.environment);
  for (let number = 1; number <= 60; number += 1)
    during(`20-${number}`, () => writeFileSync(computer.environment['IMPORT_WATCH_RECEIPT']!, ''));
  const left = namesLeft(computer);
  expect(left).toHaveLength(50);
  expect(left).toContain('20-60');
  expect(left).not.toContain('18-2');
});

test('a link in the place of the folder is taken away, and nothing is made or deleted behind it', async () => {
  const computer = computerWith('true');
  const outside = temporaryFolder();
  writeFileSync(join(outside, 'precious'), '');
  symlinkSync(outside, computer.receipts);
  const { left, keepOnly } = openReceipts(computer.receipts, computer.environment);
  expect(left).toEqual([]);
  keepOnly(new Set());
  await showBanner(computer, 'one');
  expect(readdirSync(outside)).toEqual(['precious']);
});

test.each([
  ['a link', symlinkSync],
  ['a second name', linkSync],
])('%s in the place of a file takes nothing along with it', async (_what, plant) => {
  const computer = computerWith('true');
  const precious = join(temporaryFolder(), 'authorized_keys');
  writeFileSync(precious, 'mine', { mode: 0o600 });
  const program = join(computer.receipts, 'programs/notify-send');
  mkdirSync(join(computer.receipts, 'programs'), { recursive: true });
  plant(precious, program);
  plant(precious, join(computer.receipts, '17-1'));
  await showBanner(computer, '17-1');
  expect([readFileSync(precious, 'utf8'), statSync(precious).mode & 0o777]).toEqual(['mine', 0o600]);
  expect(lstatSync(program).mode & 0o777).toBe(0o700);
  expect(namesLeft(computer)).toEqual(['17-1']);
});

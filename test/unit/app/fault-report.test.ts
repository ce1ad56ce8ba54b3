import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createFaultReport } from '../../../main/app/fault-report.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const secret = 'CANARYSECRET0000000000000000000000000002';
const kinds = ['uncaughtException', 'unhandledRejection'] as const;

/** A report, and what it has the process call for a fault that nobody caught. */
function reportIn(folder: string) {
  const before = new Map(kinds.map((kind) => [kind, process.listeners(kind as 'uncaughtException')]));
  const report = createFaultReport(folder);
  const uncaught = new Map(
    kinds.map((kind) => {
      const added = process
        .listeners(kind as 'uncaughtException')
        .filter((listener) => !before.get(kind)!.includes(listener));
      onTestFinished(() => added.forEach((listener) => process.off(kind, listener)));
      return [kind, (error: unknown) => added.forEach((listener) => listener(error as Error, kind))] as const;
    }),
  );
  return { report, uncaught, logged: () => readFileSync(join(folder, 'main.log'), 'utf8') };
}

test('a fault is logged with its place in the code, and told, without a secret in either', async () => {
  const { report, logged } = reportIn(temporaryFolder());
  report.guardSecret(secret);
  report.wentWrong(new Error(`no page of ${secret}`));
  await vi.waitFor(() => expect(logged()).toMatch(/went-wrong .*no page of .*\\n\s+at /));
  expect(report.warnings.all()).toEqual([
    { kind: 'went-wrong', reason: expect.stringContaining('no page of') as string },
  ]);
  expect(logged() + JSON.stringify(report.warnings.all())).not.toContain(secret);
});

test.for(kinds)('an %s is told as one, and the app goes on', async (kind) => {
  const { report, uncaught, logged } = reportIn(temporaryFolder());
  uncaught.get(kind)!(new TypeError('nobody caught this'));
  expect(report.warnings.all()).toMatchObject([{ reason: 'TypeError: nobody caught this' }]);
  await vi.waitFor(() => expect(logged()).toContain('nobody caught this'));
});

test('a fault is told also where it cannot be logged', () => {
  const file = join(temporaryFolder(), 'in-the-way');
  writeFileSync(file, '');
  const { report } = reportIn(join(file, 'folder'));
  report.wentWrong('no reason');
  expect(report.warnings.all()).toMatchObject([{ kind: 'went-wrong', reason: 'no reason' }]);
});

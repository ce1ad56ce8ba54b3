import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Report } from '../../main/app/self-check/self-check.ts';
import { expect, test, type Daemon } from '../support/journey.ts';
import { launchApp } from '../support/launch-app.ts';
import { isStandIn } from '../support/runtime.ts';

test.setTimeout(120_000);

/** Runs the app's check of itself to its end. */
async function checkSelf(daemon: Daemon, environment: Readonly<Record<string, string>> = {}) {
  const launched = await launchApp({
    arguments: ['--self-check'],
    environment: { STAND_IN_KEYRING: 'ready', ...daemon.environment, ...environment },
  });
  const child = launched.app.process();
  let report: Report | null = null;
  createInterface({ input: child.stdout! }).on('line', (line) => {
    if (line.startsWith('{')) report = JSON.parse(line) as Report;
  });
  if (child.exitCode === null) await once(child, 'exit');
  const { exitCode } = child;
  await launched.close();
  const { runtime, checks } = report!;
  const named = (kind: Report['checks'][number]['kind']) =>
    checks.filter((check) => check.kind === kind).map(({ name, detail }) => `${name}: ${detail}`);
  return {
    exitCode,
    runtime,
    failed: named('failed'),
    notKnown: named('not-known'),
    passed: named('passed'),
  };
}

test('the app proves itself, and says what it cannot know', async ({ daemon }) => {
  const { exitCode, runtime, failed, passed } = await checkSelf(daemon);
  expect(failed).toEqual([]);
  expect(exitCode).toBe(0);
  expect(runtime).toContain(isStandIn() ? 'stand-in' : 'Electron');
  expect(passed.length).toBeGreaterThanOrEqual(19);
});

test('one thing that is broken makes it fail, and is named', async ({ daemon }) => {
  test.skip(!isStandIn(), 'Only the stand-in breaks on demand.');
  const { exitCode, failed, passed } = await checkSelf(daemon, { STAND_IN_NOTIFICATION: 'fail' });
  expect(failed).toEqual(['a notification by electron: refused']);
  expect(exitCode).toBe(1);
  expect(passed.length).toBeGreaterThanOrEqual(18);
});

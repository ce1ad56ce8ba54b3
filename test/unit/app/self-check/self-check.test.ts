import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { networkChecks } from '../../../../main/app/self-check/network-checks.ts';
import {
  exitCodeOf,
  notKnown,
  passed,
  runChecks,
  type Check,
} from '../../../../main/app/self-check/self-check.ts';
import { createNet } from '../../../stand-in/rooms/net.ts';

const about = { runtime: 'a runtime', platform: 'a system' };

async function kindsOf(checks: readonly Check[]) {
  const lines: string[] = [];
  const report = await runChecks(checks, about, (line) => lines.push(line));
  expect(lines).toHaveLength(checks.length + 1);
  return { kinds: report.checks.map(({ kind }) => kind), exitCode: exitCodeOf(report) };
}

test('what is not known is no failure, and says so', async () => {
  const checks = [
    { name: 'one', look: () => passed('well') },
    { name: 'two', look: () => notKnown('no system tells') },
  ];
  expect(await kindsOf(checks)).toEqual({ kinds: ['passed', 'not-known'], exitCode: 0 });
});

test('a check that throws, or never ends, has failed, and the rest is looked at all the same', async () => {
  const checks: Check[] = [
    {
      name: 'throws',
      look: () => {
        throw new Error('broken');
      },
    },
    { name: 'hangs', longestMs: 10, look: () => new Promise(() => undefined) },
    { name: 'well', look: () => passed('well') },
  ];
  expect(await kindsOf(checks)).toEqual({ kinds: ['failed', 'failed', 'passed'], exitCode: 1 });
});

test('the checks of the network notice a runtime that follows redirects, and pass on one that does not', async () => {
  const runtime = createNet(new EventEmitter());
  const kinds = ['passed', 'passed', 'passed'];
  expect(await kindsOf(networkChecks(runtime.fetch))).toEqual({ kinds, exitCode: 0 });
  const follows: typeof fetch = (address, init) => fetch(address, { ...init, redirect: 'follow' });
  expect((await kindsOf(networkChecks(follows).slice(0, 1))).kinds).toEqual(['failed']);
});

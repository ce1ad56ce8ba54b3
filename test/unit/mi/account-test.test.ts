import { describe, expect, it } from 'vitest';
import { testStepNames, type TestStep } from '../../../main/contract.ts';
import { testAccount } from '../../../main/mi/account-test.ts';
import { createClient } from '../../../main/mi/client.ts';
import type { Keys } from '../../../main/mi/keys.ts';
import { startSimulator, type Simulator } from '../../../main/simulator/server.ts';

const never = new AbortController().signal;

async function withSimulator(run: (simulator: Simulator) => Promise<void>): Promise<void> {
  const simulator = await startSimulator();
  simulator.world.addWorkspace('my-workspace');
  try {
    await run(simulator);
  } finally {
    await simulator.stop();
  }
}

async function walk(address: string, keys: Keys, signal = never) {
  const told: TestStep[] = [];
  const clientFor = (apiUrl: string) =>
    createClient({ fetch, now: Date.now, credentials: () => keys, apiUrl, timeoutMs: 5_000 });
  const tell = (step: TestStep) => told.push(step);
  const steps = await testAccount(address, { now: Date.now, clientFor, tell }, signal);
  expect(steps.map(({ name }) => name)).toEqual(testStepNames);
  // Whoever only listens ends up knowing what the answer says.
  expect(new Map(told.map((step) => [step.name, step]))).toEqual(
    new Map(steps.map((step) => [step.name, step])),
  );
  return steps;
}

const states = (steps: readonly TestStep[]) => steps.map(({ state }) => state).join(' ');

describe('testAccount', () => {
  it('walks all steps with the right keys', () =>
    withSimulator(async ({ url, keys }) => {
      const steps = await walk(url, keys);
      expect(states(steps)).toBe('passed passed passed passed passed passed');
      expect(steps.at(-1)).toMatchObject({ figure: 1 });
      expect(steps[0]).toMatchObject({ detail: new URL(url).host });
    }));

  it('stops at the address, with the reason', async () => {
    const steps = await walk('http://mi.apigw.ntruss.com', { accessKey: 'A', secretKey: 'S' });
    expect(states(steps)).toBe('failed not-reached not-reached not-reached not-reached not-reached');
    expect(steps[0]).toMatchObject({ problem: null, detail: 'not-https' });
  });

  it('stops at the connection where nobody listens', async () => {
    const simulator = await startSimulator();
    await simulator.stop();
    const steps = await walk(simulator.url, simulator.keys);
    expect(states(steps)).toBe('passed failed not-reached not-reached not-reached not-reached');
    expect(steps[1]).toMatchObject({ problem: { kind: 'offline' } });
  });

  it('says that a wrong clock is corrected for', () =>
    withSimulator(async (simulator) => {
      simulator.setClockOffset(420_000);
      const steps = await walk(simulator.url, simulator.keys);
      expect(states(steps)).toBe('passed passed corrected passed passed passed');
    }));

  it('stops at the signature with a wrong key', () =>
    withSimulator(async ({ url, keys }) => {
      const steps = await walk(url, { ...keys, secretKey: 'CANARY-SECRET' });
      expect(states(steps)).toBe('passed passed passed failed not-reached not-reached');
      expect(steps[3]).toMatchObject({ problem: { kind: 'credentials', code: '200' } });
      expect(JSON.stringify(steps)).not.toContain('CANARY');
    }));

  it.each([
    ['no-permission', 'passed passed passed passed failed not-reached'],
    ['not-subscribed', 'passed passed passed passed failed not-reached'],
    ['unexpected', 'passed failed not-reached not-reached not-reached not-reached'],
    ['throttled', 'passed failed not-reached not-reached not-reached not-reached'],
    ['login-page', 'passed failed not-reached not-reached not-reached not-reached'],
    ['half-answer', 'passed passed passed passed passed failed'],
  ] as const)('%s: %s', (fault, expected) =>
    withSimulator(async (simulator) => {
      simulator.faults.set('service', fault);
      expect(states(await walk(simulator.url, simulator.keys))).toBe(expected);
    }),
  );

  it('leaves what it did not learn not reached when it is called back', () =>
    withSimulator(async (simulator) => {
      simulator.faults.set('service', 'hang');
      const controller = new AbortController();
      const walked = walk(simulator.url, simulator.keys, controller.signal);
      controller.abort();
      expect(states(await walked)).toBe('passed not-reached not-reached not-reached not-reached not-reached');
    }));
});

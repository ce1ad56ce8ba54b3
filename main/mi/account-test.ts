import { testStepNames, type TestStep, type TestStepName } from '../contract.ts';
import type { Problem, ProblemKind } from '../monitor/problem.ts';
import { readApiAddress } from './api-address.ts';
import type { MediaIntelligenceClient } from './client.ts';
import { worthSayingMs } from './service-clock.ts';

export interface AccountTestPorts {
  /** Epoch ms. */
  readonly now: () => number;
  /** Makes a client for the address once it was found good, with the keys under test. */
  readonly clientFor: (apiUrl: string) => Pick<MediaIntelligenceClient, 'listWorkspaces' | 'clockOffsetMs'>;
  /** Called for each step as it starts and as it ends. */
  readonly tell: (step: TestStep) => void;
}

/**
 * Walks address, connection, clock, signature, permission, workspaces and tells how far it came. One request proves them
 * all: what went wrong with it shows which step it did not pass. Returns every step; an aborted test leaves the rest
 * `not-reached`.
 */
export async function testAccount(
  apiUrl: string,
  ports: AccountTestPorts,
  signal: AbortSignal,
): Promise<readonly TestStep[]> {
  const tell = (steps: readonly TestStep[]) => {
    steps.forEach(ports.tell);
    return steps;
  };
  ports.tell({ name: 'address', state: 'running' });
  const address = readApiAddress(apiUrl);
  if (address.kind === 'invalid') return tell(stoppedAt('address', null, [], address.reason));
  const passedAddress = passed('address', null, address.host);
  ports.tell(passedAddress);
  ports.tell({ name: 'connection', state: 'running' });
  const client = ports.clientFor(address.origin);
  const startedAt = ports.now();
  const outcome = await client.listWorkspaces(signal);
  const connection = passed('connection', Math.max(0, Math.round(ports.now() - startedAt)), address.host);
  const before = [passedAddress, connection, clockStep(client.clockOffsetMs())];
  const proven = [...before, passed('signature'), passed('permission')];
  if (outcome.kind === 'aborted') return tell([passedAddress, ...notReachedAfter('address')]);
  if (outcome.kind === 'answer') return tell([...proven, passed('workspaces', outcome.value.length)]);
  return tell(stoppedAt(stepOf[outcome.problem.kind], outcome.problem, proven, address.host));
}

/**
 * The step that each kind of problem did not pass. A busy or broken service and a rate limit prove nothing about the key,
 * so they stop the walk at the connection.
 */
const stepOf: Record<ProblemKind, TestStepName> = {
  offline: 'connection',
  intercepted: 'connection',
  'rate-limit': 'connection',
  service: 'connection',
  clock: 'clock',
  credentials: 'signature',
  permission: 'permission',
  'not-found': 'workspaces',
  refused: 'workspaces',
  unreadable: 'workspaces',
  // Never met here: no answer says it.
  'account-gone': 'workspaces',
};

function stoppedAt(
  name: TestStepName,
  problem: Problem | null,
  proven: readonly TestStep[],
  detail: string | null,
): readonly TestStep[] {
  const before = proven.slice(0, testStepNames.indexOf(name));
  const figure = name === 'clock' ? (problem?.clockOffsetMs ?? null) : null;
  return [...before, { name, state: 'failed', problem, figure, detail }, ...notReachedAfter(name)];
}

function notReachedAfter(name: TestStepName): readonly TestStep[] {
  return testStepNames
    .slice(testStepNames.indexOf(name) + 1)
    .map((later) => ({ name: later, state: 'not-reached' }));
}

/** A wrong clock is corrected for when signing, so it is a warning here; the person's other programs still suffer from it. */
function clockStep(offsetMs: number | null): TestStep {
  return offsetMs !== null && Math.abs(offsetMs) > worthSayingMs
    ? { name: 'clock', state: 'corrected', figure: offsetMs }
    : passed('clock', offsetMs);
}

function passed(name: TestStepName, figure: number | null = null, detail: string | null = null): TestStep {
  return { name, state: 'passed', figure, detail };
}

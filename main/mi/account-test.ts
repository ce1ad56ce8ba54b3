import { testStepNames, type TestStep, type TestStepName } from '../model/account.ts';
import type { Problem, ProblemKind } from '../model/problem.ts';
import { readApiAddress } from './api-address.ts';
import type { MediaIntelligenceClient } from './client.ts';

export interface AccountTestPorts {
  /** Epoch ms. */
  readonly now: () => number;
  /** Makes a client with the keys under test, once the address has passed. */
  readonly clientFor: (apiUrl: string) => Pick<MediaIntelligenceClient, 'listWorkspaces' | 'clockOffsetMs'>;
  /** Called for each step when it starts and when it ends. */
  readonly tell: (step: TestStep) => void;
}

/**
 * Takes the steps from address to workspaces and reports how far it gets. A single request proves all of them, because its problem
 * shows which step it failed. Returns every step; an aborted test leaves the rest `not-reached`.
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
  const reply = await client.listWorkspaces(signal);
  const connection = passed('connection', Math.max(0, Math.round(ports.now() - startedAt)), address.host);
  const before = [passedAddress, connection, clockStep(client.clockOffsetMs())];
  const proven = [...before, passed('signature'), passed('permission')];
  if (reply.kind === 'aborted') return tell([passedAddress, ...notReachedAfter('address')]);
  if (reply.kind === 'answer') return tell([...proven, passed('workspaces', reply.value.entries.length)]);
  return tell(stoppedAt(stepOf[reply.problem.kind], reply.problem, proven, address.host));
}

/** The step that each kind of problem fails. A rate limit and a busy or broken service prove nothing about the key: they fail the connection. */
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
  // Never occur here: no answer says them.
  unconfirmed: 'signature',
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

/** A wrong clock is only a warning, since requests are signed with the corrected time; the person's other programs suffer from it. */
function clockStep(offsetMs: number | null): TestStep {
  return offsetMs === null ? passed('clock') : { name: 'clock', state: 'corrected', figure: offsetMs };
}

function passed(name: TestStepName, figure: number | null = null, detail: string | null = null): TestStep {
  return { name, state: 'passed', figure, detail };
}

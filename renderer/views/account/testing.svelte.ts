import {
  type AccountDraft,
  type Pushes,
  type Result,
  type RequestError,
  type RequestOf,
  type TestStep,
  type TestStepName,
  testStepNames,
} from '../../../main/contract.ts';

export interface Testing {
  readonly steps: readonly TestStep[];
  readonly running: boolean;
  readonly ended: boolean;
  readonly refusal: RequestError | null;
  run(draft: AccountDraft): Promise<void>;
}

/** Walks the connection test, and shows each step as soon as it is known. `listen` returns what ends the listening. */
export function createTesting(
  test: (request: RequestOf<'testAccount'>) => Promise<Result<readonly TestStep[]>>,
  listen: (hear: (told: Pushes['testStep']) => void) => () => void,
): Testing {
  let steps = $state.raw<readonly TestStep[]>([]);
  let phase = $state<'idle' | 'running' | 'ended'>('idle');
  let refusal = $state.raw<RequestError | null>(null);
  let newest = 0;

  async function run(draft: AccountDraft): Promise<void> {
    newest += 1;
    const turn = newest;
    steps = testStepNames.map(notReached);
    phase = 'running';
    refusal = null;
    const name = crypto.randomUUID();
    const stopListening = listen(({ run: of, step }) => {
      if (of === name && turn === newest)
        steps = steps.map((known) => (known.name === step.name ? step : known));
    });
    const reply = await test({ draft, run: name });
    stopListening();
    if (turn !== newest) return;
    phase = 'ended';
    steps = reply.ok ? reply.value : [];
    refusal = reply.ok ? null : reply.error;
  }

  return {
    get steps() {
      return steps;
    },
    get running() {
      return phase === 'running';
    },
    get ended() {
      return phase === 'ended';
    },
    get refusal() {
      return refusal;
    },
    run,
  };
}

function notReached(name: TestStepName): TestStep {
  return { name, state: 'not-reached' };
}

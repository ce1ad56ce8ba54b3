import type { MediaIntelligenceClient } from '../mi/client.ts';
import { problemRules, type Problem, type ProblemKind } from '../model/problem.ts';
import { backOff } from '../monitor/kernel/chance.ts';
import { setTimer } from '../runner/timer.ts';

export type LinkedBucket =
  | { readonly kind: 'bucket'; readonly bucket: string }
  /** The service says why not, or names none (null): it is not asked any more. */
  | { readonly kind: 'not-known'; readonly problem: Problem | null }
  | { readonly kind: 'aborted' };

export interface LookUpPorts {
  readonly client: Pick<MediaIntelligenceClient, 'listWorkspaces'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A trouble that passes began, after which it is asked again, or is over (null). */
  readonly troubled: (problem: Problem | null) => void;
  readonly interrupted: AbortSignal;
}

/** As the monitor probes an account that is in trouble, ms. */
const [firstProbeMs, longestProbeMs] = [5_000, 240_000];

/** So many in a row of what does not pass are no bad moment of the gateway. */
const enoughRefusals = 3;

const passes = ({ kind }: Problem): boolean =>
  problemRules[kind].scope === 'account' && problemRules[kind].then === 'slow';

/** The bucket that the workspace is linked to; asked for as the monitor would: through what passes, as long as it takes. */
export async function linkedBucket(
  workspace: string,
  { client, now, troubled, interrupted }: LookUpPorts,
): Promise<LinkedBucket> {
  let told: ProblemKind | null = null;
  let refusals = 0;
  for (let failures = 1; ; failures += 1) {
    const reply = await client.listWorkspaces(interrupted);
    if (reply.kind === 'aborted') return reply;
    if (reply.kind === 'answer') {
      if (told !== null) troubled(null);
      const found = reply.value.entries.find(({ workspaceName }) => workspaceName === workspace);
      const bucket = found?.bucketName ?? null;
      return bucket === null ? { kind: 'not-known', problem: null } : { kind: 'bucket', bucket };
    }
    const { problem } = reply;
    refusals = passes(problem) ? 0 : refusals + 1;
    if (refusals >= enoughRefusals) return { kind: 'not-known', problem };
    if (refusals === 0 && told !== problem.kind) troubled(problem);
    if (refusals === 0) told = problem.kind;
    const waitMs = Math.max(backOff(firstProbeMs, failures, longestProbeMs), problem.retryAfterMs ?? 0);
    await pause(now() + waitMs, interrupted);
  }
}

/** Resolves at that time (epoch ms), or once the signal is aborted. */
function pause(until: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = setTimer(until, end);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

import type { WatchId } from '../../../main/model/asset.ts';
import type { FollowId } from '../../../main/model/follow.ts';
import type { Problem } from '../../../main/model/problem.ts';
import type { Flight } from './account-record.ts';

/** How a look at an import ended, and where it was asked for. */
interface Look {
  readonly how: 'answered' | 'troubled';
  readonly project: FollowId;
}

export type Looks = ReturnType<typeof createLooks>;

/** How the last look of this process at each import ended; it is not known of what was brought back. `countsAsGone`: looked for so often that it is known as one that is not there any more. */
export function createLooks(countsAsGone: (watch: WatchId) => boolean) {
  const looks = new Map<WatchId, Look>();
  /** Imports whose status was ever told. */
  const heardOf = new Set<WatchId>();

  /** That it is not there is what is known of it then, and no trouble any more. */
  const last = (watch: WatchId): Look['how'] | undefined =>
    countsAsGone(watch) ? undefined : looks.get(watch)?.how;

  return {
    last,
    ended: ({ watch, project }: Flight, how: Look['how']): void => void looks.set(watch, { how, project }),
    heardOf: (watch: WatchId): void => void heardOf.add(watch),
    /** Whether a trouble of this question alone is the first it met, so that it says something of the others. */
    isFirst({ for: purpose, watch }: Flight, { code }: Problem): boolean | 'perhaps' {
      if (purpose !== 'status' && purpose !== 'name') return true;
      const how = last(watch);
      if (how === 'troubled' || (code !== null && !heardOf.has(watch))) return false;
      return how === 'answered' || 'perhaps';
    },
    isElsewhere: (watch: WatchId, project: FollowId): boolean => looks.get(watch)?.project !== project,
    forgive(watch: WatchId): void {
      if (looks.get(watch)?.how === 'troubled') looks.delete(watch);
    },
    forget: (watch: WatchId): void => void looks.delete(watch),
    started: (): void => looks.clear(),
  };
}

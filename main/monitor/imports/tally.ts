import type { AccountId } from '../../model/asset.ts';
import { ruleOf, type Bucket } from '../../model/import-status.ts';
import type { Watch } from '../../model/watch.ts';
import type { Index } from '../kernel/store.ts';

export type Counts = Readonly<Record<Bucket, number>>;

/** Kept as the watches change, because counting 100,000 of them on each answer would block. */
export interface Tally {
  readonly all: Counts;
  readonly importingOf: (account: AccountId) => number;
}

export const emptyCounts = (): Record<Bucket, number> => ({ importing: 0, completed: 0, failed: 0, gone: 0 });

export function bucketOf({ known }: Pick<Watch, 'known'>): Bucket {
  return known === null ? 'importing' : ruleOf(known.status).bucket;
}

export function indexTally(): Index<Watch> & Tally {
  const all = emptyCounts();
  const importing = new Map<AccountId, number>();
  const count = (watch: Watch, by: 1 | -1) => {
    const bucket = bucketOf(watch);
    all[bucket] += by;
    if (bucket === 'importing') importing.set(watch.account, (importing.get(watch.account) ?? 0) + by);
  };
  return {
    clear() {
      Object.assign(all, emptyCounts());
      importing.clear();
    },
    changed(from, to) {
      if (from !== null) count(from, -1);
      if (to !== null) count(to, 1);
    },
    all,
    importingOf: (account) => importing.get(account) ?? 0,
  };
}

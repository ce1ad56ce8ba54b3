import type { AccountId } from '../../model/asset.ts';
import { followIdOf } from '../../model/follow.ts';
import { problemRules, type Problem } from '../../model/problem.ts';
import { backOff } from '../kernel/chance.ts';
import type { Readable } from '../kernel/store.ts';
import { spacing } from '../machine/machine.ts';
import {
  keyOf,
  type Account,
  type Disturbance,
  type Question,
  type Request,
  type ServiceState,
  type Slowdown,
} from './service.ts';

/** The newest disturbances that are remembered. One that is forgotten slows its account down once more, and no more than that. */
const mostDisturbances = 1_000;

/**
 * What is its own stays so as long as others were answered lately: each import is heard of every five minutes, and half as often where the
 * computer has little power.
 */
const answeredLatelyMs = 10 * 60_000;

/** These may be limited by themselves. How an import stands is asked so often that a limit meets now this one and now that. */
const withOwnLimit: ReadonlySet<Question['for']> = new Set(['details', 'origin', 'page', 'survey']);

/**
 * The service itself says that some are not there, which may be those of a project that was deleted: it answers with this key, and what has not
 * met that can be asked. What has no code of the service, as the page of a proxy, would meet all.
 */
export const isOfSome = ({ problem }: Slowdown): boolean =>
  problemRules[problem.kind].scope === 'watch' && problem.code !== null;

/**
 * Notes what might be everybody's trouble, and tells whether it is that of one asset or project, or of one kind of question: met again
 * although what was asked after the last time was answered. While the account is in trouble nothing is known of the others, unless that is of
 * some alone.
 */
export function isOwnDisturbance(
  state: ServiceState,
  account: Account,
  { question }: Request,
  { kind }: Problem,
  at: number,
): boolean {
  const { disturbances } = state;
  const { answeredFrom, slowdown } = account;
  const mayBeOwn =
    (slowdown === null || isOfSome(slowdown)) && (kind !== 'rate-limit' || withOwnLimit.has(question.for));
  const answersLately = at - answeredFrom <= spacing(state) * answeredLatelyMs;
  let isOwn = false;
  for (const key of disturbedKeys(account.id, question)) {
    const before = disturbances.get(key);
    const isOfKey =
      mayBeOwn &&
      before !== undefined &&
      (answeredFrom > before.at || (before.timesOwn > 0 && answersLately));
    const timesOwn = (before?.timesOwn ?? 0) + (isOfKey ? 1 : 0);
    disturbances.put({ account: account.id, key, kind, at, timesOwn });
    isOwn ||= isOfKey;
  }
  while (disturbances.size > mostDisturbances) disturbances.remove(oldestOf(disturbances).key);
  return isOwn;
}

/** By itself, and with all of its kind. */
export function disturbedKeys(account: AccountId, question: Question): readonly string[] {
  const kind = kindKeyOf(account, question);
  return [keyOf(account, question), ...(kind === null ? [] : [kind])];
}

/**
 * What may be in trouble together while all else is answered, since a key may read this and not that: how the imports of a project stand, the
 * details of all assets, all lists. Null where each is by itself: what registers a file must not go on because others were answered.
 */
function kindKeyOf(account: AccountId, question: Question): string | null {
  switch (question.for) {
    case 'status':
    case 'newcomer':
      return `all imports in ${followIdOf(account, question.reference.workspace, question.reference.projectId)}`;
    case 'details':
    case 'origin':
      return detailsKindOf(account);
    case 'page':
    case 'survey':
      return `all lists of ${account}`;
    case 'registration':
      return null;
  }
}

const detailsKindOf = (account: AccountId): string => `all details of ${account}`;

const firstNameMs = 60_000;
const longestNameMs = 60 * 60_000;

/** From when on names are asked for, steady ms: where the details of all are refused, of one now and then. */
export function namesFrom({ disturbances }: Readable<ServiceState>, account: AccountId): number {
  const met = disturbances.get(detailsKindOf(account));
  if (met === undefined || met.timesOwn === 0) return 0;
  return met.at + backOff(firstNameMs, met.timesOwn, longestNameMs);
}

function oldestOf(disturbances: ServiceState['disturbances']): Disturbance {
  return [...disturbances.values()].reduce((oldest, each) => (each.at < oldest.at ? each : oldest));
}

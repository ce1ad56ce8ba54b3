import { watchIdOf } from '../../main/model/asset.ts';
import type { Appearance, Listing } from '../../main/model/listing.ts';
import type { Notice } from '../../main/model/notice.ts';
import type { Stored } from '../../main/model/stored.ts';
import type { Watch } from '../../main/model/watch.ts';
import { newWatch } from '../../main/monitor/imports/watchlist.ts';
import { epoch } from './honest-answer.ts';
import type { Observation } from '../../main/model/observation.ts';
import type { Plan, PlannedAsset } from './plan.ts';
import { firstProject, workspace } from './service.ts';

const hour = 3_600_000;
/** When the watches of the earlier run were added, true time. */
export const longAgo = -hour;

/** What an earlier run left on the disk an hour before the story begins; null where there was no such run. */
export function earlierRun(
  plan: Plan,
): Pick<Stored, 'watches' | 'notices' | 'observations' | 'listings'> | null {
  const { assets, oldNotices } = plan;
  const watches = assets.filter(({ addedAt }) => addedAt === null).map(watchOf);
  const notices = Array.from({ length: oldNotices }, (_, index) => noticeOf(index));
  const listings = listingsOf(plan);
  if (watches.length + notices.length + listings.length === 0 && plan.usualMs === null) return null;
  return { watches, notices, observations: formerRuns(plan), listings };
}

/** What former runs saw of how lists show imports. */
function listingsOf({ accounts, learned, lists }: Plan): readonly Listing[] {
  if (learned === 'nothing') return [];
  const { showsFailed, unfinished } = lists;
  const other = unfinished === 'bare' ? 'absent' : 'bare';
  const running = learned === 'the truth' ? unfinished : other;
  const seen = (appearance: Appearance) => ({ absent: 0, bare: 0, whole: 0, [appearance]: 15 });
  const ended = { completed: seen('whole'), failed: seen(showsFailed ? 'whole' : running) };
  return accounts.map((account) => ({ account, running: seen(running), ...ended }));
}

/** What former runs saw of how long imports take. */
export function formerRuns({ usualMs }: Plan): readonly Observation[] {
  if (usualMs === null) return [];
  return Array.from({ length: 10 }, (_, index) => observationOf(index, usualMs * (0.8 + index * 0.05)));
}

/** Of one of those, ms. */
export const middleOf = ({ atLeastMs, atMostMs }: Observation) => (atLeastMs + atMostMs) / 2;

function observationOf(index: number, tookMs: number): Observation {
  const startedAt = epoch - 48 * hour + index * hour;
  const key = `a1:${workspace}/${2_000_000 + index}#${startedAt}.1`;
  const traits = { account: 'a1', workspace, projectId: firstProject, format: 'mp4', size: null };
  const window = { atLeastMs: tookMs - 2_500, atMostMs: tookMs + 2_500 };
  return { ...traits, key, completed: true, startedAt, ...window };
}

function watchOf({ account, assetId, endsAt }: PlannedAsset): Watch {
  const reference = { workspace, projectId: firstProject, assetId };
  const at = epoch + longAgo;
  // Ended before the story: the last run never had an answer, so it is still the first look.
  const known =
    endsAt < 0 ? null : { assetId, status: 'IN_PROGRESS', text: null, metaData: null, receivedAt: at };
  return {
    ...newWatch({ account, reference, label: null, fileName: null }, at, null),
    known,
  };
}

function noticeOf(index: number): Notice {
  const reference = { workspace, projectId: firstProject, assetId: 1_000_000 + index };
  const watch = watchIdOf('a1', reference);
  const at = epoch - 24 * hour + index;
  const key = `${watch}#${at}.1`;
  const told = { name: null, status: 'COMPLETED', text: null, metaData: null };
  const fate = { kind: 'shown', by: 'electron', at } as const;
  return { about: 'import', key, watch, reference, ...told, at, fate, read: false };
}

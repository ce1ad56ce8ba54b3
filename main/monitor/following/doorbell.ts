import type { WatchId } from '../../model/asset.ts';
import type { Appearance } from '../../model/listing.ts';
import { projectOf } from '../../model/follow.ts';
import type { Watch } from '../../model/watch.ts';
import type { Step } from '../kernel/step.ts';
import { clockAt } from '../kernel/time.ts';
import { densityFor, isOftenEnough, noteShown } from '../imports/doorbell.ts';
import { firstTurn, nextLook, urgent } from '../imports/imports.ts';
import { inProject, watchesIn } from '../imports/tally.ts';
import { isAsked } from '../imports/watchlist.ts';
import { pageKeyOf } from '../service/service.ts';
import { beginReading, listsOf, type FollowingState, type Look, type Project } from './follows.ts';
import { costOf, often, pagesOf, pagesOfAccount } from './looks.ts';

/** How often it is decided anew whether a list is worth reading: more rarely for many watches, since all of them are looked at. */
const decisionMs = 5_000;
const perWatchMs = 10;

const openIn = (state: FollowingState, { id }: Pick<Project, 'id'>): Watch[] =>
  [...watchesIn(state, inProject(id), 'importing')].map((watch) => state.watches.get(watch)!);

const openCount = (state: FollowingState, { id }: Pick<Project, 'id'>) =>
  watchesIn(state, inProject(id), 'importing').size;

/** Decides how often the list of a project is read for the imports in progress there, and stops reading those of which none is left. */
export function decideReading(state: FollowingState, project: Project, step: Step): void {
  const { id, account } = project;
  const { at, clock } = step;
  const open = openCount(state, project);
  if (open === 0) return stopReading(state, project);
  if (at - (state.bells.get(id)?.decidedAt ?? -Infinity) < decisionMs + perWatchMs * open) return;
  const list = state.lists.get(id);
  const density = densityFor(state, openIn(state, project), list ? pagesOf(list) : 1, clock);
  const isFollowed = state.follows.has(id);
  const pages = pagesOfAccount(state, account);
  const bellMs = density === 0 ? Infinity : Math.max(costOf(pages), 1 / density);
  const everyMs = isFollowed ? Math.min(bellMs, often(state) + costOf(pages)) : bellMs;
  const isRead = isOftenEnough(everyMs) && (list?.problemsInRow ?? 0) === 0;
  if (!isRead) replan(state, project, step);
  state.bells.put({ project: id, everyMs: isRead ? everyMs : null, decidedAt: at });
  if (list === undefined && isRead) beginReading(state, project);
  // An asset that was moved away may have been the last one in its project.
  for (const each of listsOf(state, account)) if (openCount(state, each) === 0) stopReading(state, each);
}

function stopReading(state: FollowingState, { id }: Pick<Project, 'id'>): void {
  state.bells.remove(id);
  if (!state.follows.has(id) && !state.onTheWire.has(pageKeyOf(id))) state.lists.remove(id);
}

/** The list is read no longer: whoever waits for it is asked for as if there were none. */
export function replan(state: FollowingState, project: Project | undefined, step: Step): void {
  if (project === undefined || (state.bells.get(project.id)?.everyMs ?? null) === null) return;
  state.bells.patch(project.id, { everyMs: null });
  for (const watch of openIn(state, project)) {
    const { dueAt, problemsInRow } = state.polls.get(watch.id)!;
    const next = nextLook(state, watch, step);
    if (problemsInRow === 0 && dueAt !== null && next.dueAt < dueAt) state.polls.patch(watch.id, next);
  }
}

/** The list shows a watch so. Where that may be its end, it is asked for at once: only that answer tells. */
export function hearBell(
  state: FollowingState,
  id: WatchId,
  { id: project }: Project,
  appearance: Appearance,
  askedAt: number,
  step: Step,
): void {
  const { hereSince, former } = state.polls.get(id)!;
  // Of an import that may have begun only after the page was asked for, it says nothing.
  const since = Math.max(appearance === 'absent' ? hereSince : 0, former?.beganAt ?? 0);
  const isOld = askedAt < clockAt(state, since);
  if (isOld || projectOf(state.watches.get(id)!) !== project) return;
  const watch = noteFirstShown(state, id, appearance, askedAt);
  const { lookedFrom, partLookedFrom } = state.lists.get(project)!;
  const isInPart = partLookedFrom !== null && watch.reference.assetId >= partLookedFrom.lowest;
  const before = clockAt(state, isInPart ? partLookedFrom.at : lookedFrom);
  const rings = noteShown(state, watch, appearance, askedAt, before);
  // One in trouble of its own is not asked for before that has rested.
  const isFree = !isAsked(state, id) && state.polls.get(id)!.problemsInRow === 0;
  if (rings && isFree) state.polls.patch(id, urgent(step.at));
  else if (watch.known === null) putInTurn(state, watch, step);
}

/**
 * What a reading that was asked for before it was added shows of it says nothing: it may have ended in between. A page that came while it
 * was out of the list, or stood elsewhere, may have listed it without its being noticed.
 */
function noteFirstShown(state: FollowingState, id: WatchId, appearance: Appearance, askedAt: number): Watch {
  const { known, shownAs, startedAt } = state.watches.get(id)!;
  const since = appearance === 'absent' ? clockAt(state, state.polls.get(id)!.hereSince) : startedAt;
  const isFirst = known === null && shownAs === null && askedAt >= Math.max(since, startedAt);
  if (isFirst && appearance !== 'whole') state.watches.patch(id, { shownAs: appearance });
  return state.watches.get(id)!;
}

/** Whether its first look goes before all else may have changed, with what was learned of the list. */
function putInTurn(state: FollowingState, watch: Watch, { at }: Step): void {
  const { turnAt } = state.polls.get(watch.id)!;
  const first = firstTurn(state, watch, at);
  if (first < 0 ? turnAt > 0 : turnAt < 0) state.polls.patch(watch.id, { turnAt: first });
}

/** What a look would have listed, were it there: the assets from the id `lowest` on. */
export function hearOfUnlisted(
  state: FollowingState,
  project: Project,
  look: Look,
  lowest: number,
  step: Step,
): void {
  const askedAt = clockAt(state, look.beganAt);
  const ofProject = new Set([
    ...watchesIn(state, inProject(project.id), 'importing'),
    ...state.shownIn.of(project.id),
  ]);
  for (const id of ofProject) {
    const isMeant = state.watches.get(id)!.reference.assetId >= lowest;
    if (isMeant && !look.listed.has(id)) hearBell(state, id, project, 'absent', askedAt, step);
  }
}

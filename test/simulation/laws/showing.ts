import type { ListedPage } from '../../../main/model/asset.ts';
import { projectOf, type FollowId } from '../../../main/model/follow.ts';
import { appearances, type Appearance, type Listing } from '../../../main/model/listing.ts';
import type { Watch } from '../../../main/model/watch.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import type { ListEntry } from '../honest-answer.ts';
import type { Court } from './court.ts';
import { incarnationOf } from './knowing.ts';

export interface ShowingPorts {
  readonly court: Court;
  readonly state: () => MonitorView | null;
}

export type ShowingLaw = ReturnType<typeof createShowingLaw>;

/** So often running imports and ended ones must have been seen before a list proves anything. */
const enough = 10;

/** Law 1, of imports that have ended by their first answer: told only where their list really showed after they were added that they ran. */
export function createShowingLaw({ court, state }: ShowingPorts) {
  /** How the whole list of its project showed a watch at one time since it was added. */
  const shown = new Map<string, Set<Appearance>>();
  /** A reading that cannot be misunderstood showed so, in this life, what was asked for by then. */
  const due = new Map<string, Appearance>();

  /** By the clock: when the page of this project was asked for that is awaited. */
  const askedAt = new Map<FollowId, { readonly clock: number; readonly watches: Set<string> }>();

  /** What is in the list, and what was taken out of it: brought back, it still began when it was added. */
  let present = new Map<string, Watch>();
  const left = new Map<string, Watch>();

  const unheard = () => [...(state()?.watches.values() ?? [])].filter(({ known }) => known === null);
  const unheardIn = (project: FollowId) => unheard().filter((watch) => projectOf(watch) === project);

  return {
    /** The service made a page of this list. */
    made(project: FollowId, list: readonly ListEntry[]): void {
      const entriesOf = Map.groupBy(list, ({ assetId }) => assetId);
      for (const watch of unheard()) {
        const key = keyIn(watch, project);
        const entries = entriesOf.get(watch.reference.assetId) ?? [];
        // One that was moved is listed there before it is known to stand there.
        const isHere = projectOf(watch) === project;
        if (!isHere && (entries.length === 0 || !project.startsWith(`${watch.account}:`))) continue;
        const seen = shown.get(key) ?? new Set();
        if (entries.length === 0) seen.add('absent');
        for (const { metaData } of entries) seen.add(metaData === null ? 'bare' : 'whole');
        shown.set(key, seen);
      }
      for (const [key, watch] of left)
        for (const { metaData } of projectOf(watch) === project
          ? (entriesOf.get(watch.reference.assetId) ?? [])
          : [])
          shown.set(key, new Set(shown.get(key)).add(metaData === null ? 'bare' : 'whole'));
    },
    /** A page is asked for; one that was asked for in vain before belongs to a reading that began then. */
    asked(project: FollowId, clock: number): void {
      const watches = askedAt.has(project) ? [] : unheardIn(project).map(keyOf);
      askedAt.set(project, { clock, watches: new Set(watches) });
    },
    /** A page reached the process. */
    heard(project: FollowId, page: ListedPage, hasClockJumped: boolean): void {
      const { assets, skipped, totalCount, pages } = page;
      const asked = askedAt.get(project)!;
      askedAt.delete(project);
      // An empty one may be that behind the last, which the list was thought to have.
      const isEmpty = assets.length === 0;
      if (hasClockJumped || pages > 1 || skipped > 0 || isEmpty || assets.length !== totalCount) return;
      const entryOf = new Map(assets.toReversed().map((asset) => [asset.assetId, asset]));
      for (const watch of unheardIn(project)) {
        if (!asked.watches.has(keyOf(watch)) || asked.clock < watch.startedAt) continue;
        const entry = entryOf.get(watch.reference.assetId);
        // By its own entry it is not there.
        if (entry?.isElsewhere) continue;
        if (entry?.complete !== true) due.set(keyOf(watch), entry === undefined ? 'absent' : 'bare');
      }
    },
    afterStep(watches: readonly Watch[]): void {
      // Of one that leaves the list a page says nothing, also where its removal is undone before the page comes.
      const here = new Map(watches.map((watch) => [keyOf(watch), watch]));
      for (const [key, watch] of present) if (!here.has(key) && watch.known === null) left.set(key, watch);
      for (const key of here.keys()) left.delete(key);
      present = here;
      for (const asked of askedAt.values())
        for (const key of asked.watches) if (!here.has(key)) asked.watches.delete(key);
      for (const watch of watches) {
        const { shownAs } = watch;
        if (shownAs !== null && !shown.get(keyOf(watch))?.has(shownAs))
          court.breach(1, `${watch.id} counts as listed "${shownAs}", and never was since it was added`);
      }
    },
    /**
     * The first answer about it says that it has ended so: whether its list has shown that this was later than it was added, by what the
     * account has learned.
     */
    provesEnd(watch: Watch, status: string): boolean {
      if (watch.shownAs === null && due.has(keyOf(watch)))
        court.breach(1, `${watch.id} was listed "${due.get(keyOf(watch))}", which was not noted`);
      const listing = state()?.listings.get(watch.account);
      return (
        listing !== undefined && isProof(listing, watch, status === 'COMPLETED' ? 'completed' : 'failed')
      );
    },
    /** A new process knows what is on disk. */
    started(): void {
      due.clear();
      askedAt.clear();
    },
  };
}

const keyIn = (watch: Watch, project: FollowId): string => `${incarnationOf(watch)} in ${project}`;
const keyOf = (watch: Watch): string => keyIn(watch, projectOf(watch));

function isProof(listing: Listing, { shownAs }: Watch, end: 'completed' | 'failed'): boolean {
  const { running, [end]: ended } = listing;
  const isConfused = appearances.some((each) => running[each] > 0 && ended[each] > 0);
  const seen = appearances.reduce((sum, each) => sum + ended[each], 0);
  return shownAs !== null && !isConfused && running[shownAs] >= enough && seen >= enough;
}

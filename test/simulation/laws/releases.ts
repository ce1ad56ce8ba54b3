import type { ImportNotice, Notice, NoticeKey } from '../../../main/model/notice.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import type { End } from '../service.ts';
import type { Court } from './court.ts';
import type { Incarnation } from './knowing.ts';

/** Who may tell of what a group kept to itself and will not tell as a whole: the group, as the person wants it now, or each by itself. */
export type Teller = 'group' | 'nobody';

export type FailureNotice = Extract<Notice, { about: 'group-failure' }>;

/** The end that a notice tells of; null where that is none of the service's. */
export type EndOf = (notice: Readonly<ImportNotice | FailureNotice>) => End | null;

export type Releases = ReturnType<typeof createReleases>;

/** Ends that their group kept to itself, and will tell no more: in the step in which that comes to be so, each is told otherwise. */
export function createReleases(court: Court, endOf: EndOf) {
  const keys = new Map<string, NoticeKey>();
  const expected = new Map<string, { readonly incarnation: Incarnation; readonly teller: Teller }>();
  /** What their group may tell of all the same, as of its first failure. */
  const stays = new Set<string>();

  /** Names the end that a notice tells of: the service's own, or where it was gone, the notice itself. */
  const endNameOf = (notice: Readonly<ImportNotice | FailureNotice>): string =>
    endOf(notice)?.id ?? notice.key;

  return {
    endNameOf,
    /** The end that the notice tells of. */
    note(notice: ImportNotice): string {
      const end = endNameOf(notice);
      keys.set(end, notice.key);
      return end;
    },
    keyOf: (end: string) => keys.get(end),
    expect(end: string, incarnation: Incarnation, teller: Teller): void {
      expected.set(end, { incarnation, teller });
    },
    /** Null where it is left to its group. */
    tellerOf: (notice: ImportNotice): Teller | null => expected.get(endNameOf(notice))?.teller ?? null,
    staysWithGroup: (end: string): void => void stays.add(end),
    afterStep({ notices }: Pick<MonitorView, 'notices'>): void {
      for (const [end] of expected) {
        const notice = notices.get(keys.get(end) ?? '');
        if (notice !== undefined && isWithheld(notice) && !stays.has(end))
          court.breach(1, `${notice.key} is left to a group that will not tell of it`);
      }
      expected.clear();
      stays.clear();
    },
    started(): void {
      expected.clear();
      stays.clear();
    },
  };
}

export const isWithheld = ({ about, fate }: Readonly<Notice>): boolean =>
  about === 'import' && fate.kind === 'held' && fate.reason === 'told-with-group';

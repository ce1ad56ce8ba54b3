import type { WatchId } from '../../../main/model/asset.ts';
import type { GroupTell } from '../../../main/model/group.ts';
import type { Watch } from '../../../main/model/watch.ts';
import { isAboutFiles, type Notice, type NoticeKey } from '../../../main/model/notice.ts';
import type { Court } from './court.ts';
import { goneStatus, incarnationIn, incarnationOf, type Incarnation } from './knowing.ts';

/** What the person wants of a group. */
export interface WantedGroup {
  readonly id: string;
  readonly tell: GroupTell;
  readonly eachAsset: boolean;
}

interface Book extends WantedGroup {
  readonly members: Map<WatchId, Incarnation>;
  /** Ends of members that the whole was not told of yet. */
  readonly untold: Set<string>;
  /** The first failure of the round, and by what it was told. */
  failure: { readonly end: string; by: string | null } | null;
  /** How long the laptop had been awake when there was first something to tell, ms. */
  owing: number | null;
}

export interface GroupingPorts {
  readonly court: Court;
  /** How long the laptop has been awake, ms. */
  readonly awake: () => number;
  readonly isOpen: (incarnation: Incarnation) => boolean;
  /** Whether a notice, or the notice of an end, ever was on disk. */
  readonly isWritten: (key: NoticeKey | string) => boolean;
}

export type GroupingLaws = ReturnType<typeof createGroupingLaws>;

/** Time in which a group may wait for what the person takes back at once. */
const graceMs = 30_000;

/** Law 1 for groups, by whom the person put into them, what the service said of those, and what was told. */
export function createGroupingLaws({ court, awake, isOpen, isWritten }: GroupingPorts) {
  const books = new Map<string, Book>();
  const groupOf = new Map<Incarnation, Book>();
  /** Where those were before that were in the list already as they joined: the disk may know that only. */
  const before = new Map<Incarnation, Book | undefined>();
  /** What a whole was told of, by the key of its notice, and the first failure of the round that ended with it. */
  const told = new Map<NoticeKey, Pick<Book, 'failure'> & { readonly ends: readonly string[] }>();
  const seen = new Set<NoticeKey>();

  /** The end of an import that was seen in progress was learned. `own`: the person wants to hear of ends of its kind. */
  function ended(incarnation: Incarnation, end: string, isFailure: boolean, own: boolean): void {
    const book = groupOf.get(incarnation);
    if (book === undefined || [...told.values()].some(({ ends }) => ends.includes(end))) return;
    book.untold.add(end);
    if (isFailure) book.failure ??= { end, by: own && book.eachAsset ? end : null };
  }

  function noticed(notice: Notice): void {
    if (notice.about === 'late' || isAboutFiles(notice) || seen.has(notice.key)) return;
    seen.add(notice.key);
    // Not an end of the service's, and an end of the watching.
    if (notice.about === 'import')
      return void (
        notice.status === goneStatus && ended(incarnationIn(notice.key), notice.key, false, false)
      );
    const book = books.get(notice.group);
    if (book === undefined) return;
    const { members, untold, failure } = book;
    if (notice.about === 'group-failure') {
      if (failure === null || failure.by !== null)
        court.breach(1, `${notice.key} tells of a failure that is not the first, or of none`);
      else failure.by = notice.key;
      return;
    }
    const open = [...members.values()].filter(isOpen);
    if (open.length > 0) court.breach(1, `${notice.key} says done while ${open.join(', ')} is in progress`);
    if (untold.size === 0)
      court.breach(1, `${notice.key} says done, and nothing has ended since the last time`);
    if (notice.completed + notice.failed + notice.gone > members.size)
      court.breach(1, `${notice.key} counts more imports than the group has`);
    told.set(notice.key, { ends: [...untold], failure });
    untold.clear();
    book.failure = null;
  }

  /** What is to be told of it and was not. */
  function debtOf({ members, untold, failure, tell }: Book): string | null {
    if (members.size === 0) return null;
    const isOver = ![...members.values()].some(isOpen);
    if (isOver && untold.size > 0 && tell.allDone) return 'is over and nobody was told';
    return failure?.by === null && tell.firstFailure ? 'has a failure and nobody was told' : null;
  }

  function check(book: Book): void {
    const debt = debtOf(book);
    if (debt === null) {
      book.owing = null;
      // The round is over: the next failure is a first one again.
      if (book.failure !== null && ![...book.members.values()].some(isOpen)) book.failure = null;
      return;
    }
    book.owing ??= awake();
    if (awake() - book.owing > graceMs) court.breach(1, `the group ${book.id} ${debt}`);
  }

  /** The person puts what is new to the list into a group. */
  function joins(watch: WatchId, incarnation: Incarnation, wanted: WantedGroup): void {
    let book = books.get(wanted.id);
    if (book === undefined || book.members.size === 0) {
      book = { ...wanted, members: new Map(), untold: new Set(), failure: null, owing: null };
      books.set(wanted.id, book);
    }
    book.members.set(watch, incarnation);
    groupOf.set(incarnation, book);
  }

  function leaves(watch: WatchId): void {
    for (const { members } of books.values()) members.delete(watch);
  }

  return {
    joins,
    leaves,
    /** One that was lost is wanted again, with others. */
    changes(watch: Watch, wanted: WantedGroup): void {
      const incarnation = incarnationOf(watch);
      before.set(incarnation, groupOf.get(incarnation));
      leaves(watch.id);
      joins(watch.id, incarnation, wanted);
    },
    returns(watch: Watch): void {
      const before = groupOf.get(incarnationOf(watch));
      if (before === undefined) return;
      const present = books.get(before.id);
      // One that was emptied comes back as it was, unless it was made anew meanwhile.
      const book = present === undefined || present.members.size === 0 ? before : present;
      books.set(book.id, book);
      groupOf.set(incarnationOf(watch), book);
      book.members.set(watch.id, incarnationOf(watch));
    },
    ended,
    isEmpty: (id: string): boolean => books.get(id)?.members.size === 0,
    /** The promise that the end of an import is told with its group; null where it is told by itself. */
    promiseFor(incarnation: Incarnation): GroupTell | null {
      const book = groupOf.get(incarnation);
      return book === undefined || book.eachAsset ? null : book.tell;
    },
    afterStep(notices: Iterable<Notice>): void {
      if (books.size === 0) return;
      for (const notice of notices) noticed(notice);
      for (const book of books.values()) check(book);
    },
    /** What was waited so far may be waited once more. */
    clockJumped(): void {
      for (const book of books.values()) book.owing = null;
    },
    /** At the end of the story nobody waits for anything any more. */
    checkEnding(): void {
      for (const book of books.values()) {
        const debt = debtOf(book);
        if (debt !== null) court.breach(1, `the group ${book.id} ${debt}`);
      }
    },
    /** What a process had learned and not written is learned anew; whom it had taken out without writing it is back. */
    started(watches: readonly Watch[]): void {
      for (const book of books.values()) {
        book.members.clear();
        book.owing = null;
      }
      for (const watch of watches) {
        const book = wasIn(watch);
        if (book === undefined) continue;
        books.set(book.id, book);
        book.members.set(watch.id, incarnationOf(watch));
      }
      for (const book of books.values()) forgetUnwritten(book);
    },
  };

  /** What changed to another group without writing it is in the one of before. */
  function wasIn(watch: Watch): Book | undefined {
    const incarnation = incarnationOf(watch);
    const book = groupOf.get(incarnation);
    if (book === undefined || !before.has(incarnation) || watch.group?.id === book.id) return book;
    const former = before.get(incarnation);
    if (former === undefined) groupOf.delete(incarnation);
    else groupOf.set(incarnation, former);
    return former;
  }

  function forgetUnwritten(book: Book): void {
    for (const [key, { ends, failure }] of told) {
      if (isWritten(key) || !key.startsWith(`group:${book.id}@`)) continue;
      for (const end of ends) book.untold.add(end);
      // The round goes on, and its first failure was told.
      book.failure ??= failure;
      told.delete(key);
      seen.delete(key);
    }
    for (const key of seen) if (!isWritten(key)) seen.delete(key);
    for (const end of book.untold) if (!isWritten(end)) book.untold.delete(end);
    if (book.failure === null) return;
    const { end, by } = book.failure;
    // The notice of the end itself may have been cleared before it was written.
    if (by !== null && isWritten(by)) return;
    book.failure = isWritten(end) ? { end, by: null } : null;
  }
}

import type { WatchId } from '../../../main/model/asset.ts';
import type { Group, GroupTell } from '../../../main/model/group.ts';
import type { Stored } from '../../../main/model/stored.ts';
import type { Watch } from '../../../main/model/watch.ts';
import { isAboutFiles, noticeKeyOf, type Notice, type NoticeKey } from '../../../main/model/notice.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import {
  createBooks,
  graceMs,
  type Book,
  type BooksPorts,
  type GroupChoice,
  type Untold,
  type WantedGroup,
} from './group-books.ts';
import { incarnationIn, incarnationOf, type Incarnation } from './knowing.ts';
import { checkCounts } from './group-counts.ts';
import { createReleases, isWithheld, type EndOf, type FailureNotice, type Teller } from './releases.ts';

export interface GroupingPorts extends BooksPorts {
  /** The newest status that the service said of it, also one that nobody knows; null before any. */
  readonly statusOf: (incarnation: Incarnation) => string | null;
  /** Whether a notice, or the notice of an end, ever was on disk. */
  readonly isWritten: (key: NoticeKey | string) => boolean;
  readonly endOf: EndOf;
}

export type GroupingLaws = ReturnType<typeof createGroupingLaws>;

const ofFollow = { tell: { allDone: false, firstFailure: false }, eachAsset: true };

/** Law 1 for groups, by whom the person put into them, what the service said of those, and what was told. */
export function createGroupingLaws(ports: GroupingPorts) {
  const { court, awake, isOpen, statusOf, isWritten, isFollowed, endOf } = ports;
  const placed = createBooks(ports);
  const { all: books, groupOf, isMember, untoldOf, openOf, hasGone, bookOf, enters, place, leaves } = placed;
  /** What a whole was told of, by the key of its notice, and the first failure of the round that ended with it. */
  const told = new Map<
    NoticeKey,
    Pick<Book, 'failure'> & { readonly book: Book; readonly ends: ReadonlyMap<string, Untold> }
  >();
  const seen = new Set<NoticeKey>();
  /** What was told as the first failure of a round, by its end: also once that round is over. */
  const toldAsFirst = new Map<string, NoticeKey>();
  const releases = createReleases(court, endOf);

  const isWhole = ({ wanted }: Book) => wanted.tell.allDone && !wanted.eachAsset;

  /** The end of an import that was seen in progress was learned. `own`: the person wants to hear of ends of its kind. */
  function ended(incarnation: Incarnation, end: string, isFailure: boolean, own: boolean): void {
    const book = groupOf.get(incarnation);
    if (!book || [...told.values()].some(({ ends }) => ends.has(end))) return;
    book.untold.set(end, {
      ...{ incarnation, isFailure },
      isWithheld: isWhole(book),
      round: book.round,
      isOld: false,
    });
    const { failure } = book;
    if (!isFailure || (failure !== null && !failure.isVague)) return;
    book.failure = { end, by: own && book.wanted.eachAsset ? end : null, isVague: failure !== null };
  }

  function noticed(notice: Notice): void {
    if (notice.about === 'late' || isAboutFiles(notice) || seen.has(notice.key)) return;
    seen.add(notice.key);
    if (notice.about === 'import') {
      // Not an end of the service's, and an end of the watching.
      const isGone = releases.note(notice) === notice.key;
      return void (isGone && ended(incarnationIn(notice.key), notice.key, false, false));
    }
    const book = books.get(notice.group);
    if (book === undefined) return;
    checkCounts(court, notice, {
      statuses: [...book.members.values()].map(statusOf),
      ended: new Map(
        untoldOf(book).flatMap(([, { incarnation, isOld }]) =>
          isOld ? [] : [[incarnation, statusOf(incarnation)]],
        ),
      ),
      name: book.wanted.name,
    });
    if (notice.about === 'group-failure') return noticedFailure(notice, book);
    const open = openOf(book);
    if (open.length > 0) court.breach(1, `${notice.key} says done while ${open.join(', ')} is in progress`);
    if (book.untold.size === 0)
      court.breach(1, `${notice.key} says done, and nothing has ended since the last time`);
    if (!book.wanted.tell.allDone) court.breach(1, `${notice.key} says done, and nobody wants to hear it`);
    const ends = new Map(untoldOf(book));
    told.set(notice.key, { book, ends, failure: book.failure });
    for (const end of ends.keys()) book.untold.delete(end);
    book.failure = null;
    book.round += 1;
    book.isOver = true;
  }

  function noticedFailure(notice: FailureNotice, book: Book): void {
    const { failure, wanted } = book;
    if (failure === null || (failure.by !== null && !failure.isVague))
      court.breach(1, `${notice.key} tells of a failure that is not the first, or of none`);
    else if (!failure.isVague && releases.endNameOf(notice) !== failure.end)
      court.breach(1, `${notice.key} tells of ${releases.endNameOf(notice)}, and ${failure.end} came first`);
    else {
      const end = releases.endNameOf(notice);
      // It was vague only whether it is the first.
      book.failure = { end, by: notice.key, isVague: false };
      toldAsFirst.set(end, notice.key);
      const each = book.untold.get(end);
      if (each !== undefined) each.isWithheld = false;
    }
    if (!wanted.tell.firstFailure)
      court.breach(1, `${notice.key} tells of a failure, and nobody wants to hear it`);
  }

  /** What is to be told of it and was not. */
  function debtOf(book: Book): string | null {
    const { members, failure, wanted, isDissolved } = book;
    if (members.size === 0 || isDissolved) return null;
    const isNews = untoldOf(book).some(([, { isOld }]) => !isOld);
    if (openOf(book).length === 0 && isNews && wanted.tell.allDone) return 'is over and nobody was told';
    const isThere = failure !== null && untoldOf(book).some(([end]) => end === failure.end);
    return isThere && failure.by === null && !failure.isVague && wanted.tell.firstFailure
      ? 'has a failure and nobody was told'
      : null;
  }

  function check(book: Book): void {
    const stands = isFollowed(book.id);
    // Whoever follows the project anew begins with another.
    if (book.stood && !stands && book.members.size === 0 && !book.isLeft) book.isDissolved = true;
    book.stood = stands;
    book.isEmptied = book.members.size === 0 && (book.isEmptied || !stands);
    const debt = debtOf(book);
    if (debt === null) {
      book.owing = null;
      // The round is over: the next failure is a first one again. Of what is emptied nothing is over: it comes back as it was.
      if (book.members.size === 0) return;
      const open = openOf(book);
      const isOver = open.length === 0;
      if (isOver) endSilently(book);
      else book.lastOpen = open;
      book.isOver = isOver;
      if (!isOver) return;
      if (awake() - book.lostOpenAt > 2 * graceMs) book.failure = null;
      else if (book.failure !== null) book.failure.isVague = true;
      return;
    }
    book.owing ??= awake();
    if (awake() - book.owing > graceMs) court.breach(1, `the group ${book.id} ${debt}`);
  }

  function endSilently(book: Book): void {
    const news = untoldOf(book).filter(([, { isOld }]) => !isOld);
    if (!book.isOver || news.length > 0) book.silent = placed.silentRound(book, news);
    if (!book.isOver) book.round += 1;
    for (const [, each] of news) each.isOld = true;
  }

  /** A followed project had it before, and its group is to tell of its end. */
  function isKeptToItself(watch: Watch): boolean {
    const incarnation = incarnationOf(watch);
    const untold = groupOf.get(incarnation)?.untold.values() ?? [];
    return [...untold].some((each) => each.incarnation === incarnation && each.isWithheld);
  }

  /** The group will not tell of what it kept to itself. */
  function release(book: Book, teller: Teller): void {
    for (const [end, each] of untoldOf(book)) free(book, end, each, teller);
  }

  function free({ failure }: Book, end: string, each: Untold, teller: Teller): void {
    const wasTold = failure?.end === end && failure.by !== null;
    if (each.isWithheld && !wasTold) releases.expect(end, each.incarnation, teller);
    each.isWithheld = false;
  }

  function started({ watches, groups, notices }: Pick<Stored, 'watches' | 'groups' | 'notices'>): void {
    releases.started();
    const rows = new Map(groups.map((group) => [group.id, group]));
    placed.started(watches);
    const over = new Set(watches.filter(({ endedAt }) => endedAt !== null).map(noticeKeyOf));
    for (const [end, key] of toldAsFirst) if (!isWritten(key)) toldAsFirst.delete(end);
    for (const book of books.values()) {
      forgetUnwritten(book, over);
      const row = rows.get(book.id);
      if (row !== undefined) recall(book, row);
      // Made by a process that died before it had written that.
      book.isDissolved = row === undefined && (book.isDissolved || book.members.size === 0);
    }
    const held = new Set(notices.flatMap((notice) => (isWithheld(notice) ? notice.key : [])));
    for (const book of books.values()) recallWithheld(book, held);
  }

  function recall(book: Book, row: Group): void {
    const kept = book.choices.findLast((choice) => isChoice(choice, row));
    if (kept === undefined) court.breach(1, `the group ${book.id} is on the disk as nobody wanted it`);
    else book.wanted = kept;
  }

  function recallWithheld({ untold, failure }: Book, held: ReadonlySet<NoticeKey>): void {
    for (const [end, each] of untold)
      each.isWithheld = held.has(releases.keyOf(end) ?? '') && !toldAsFirst.has(end);
    const first = failure === null ? undefined : untold.get(failure.end);
    if (failure === null || first?.isWithheld !== true) return;
    if (failure.by === failure.end) failure.by = null;
    first.isWithheld = failure.by === null;
  }

  /** `over`: the disk says that these attempts have ended, also where the notice of that was cleared before it was written. */
  function forgetUnwritten(book: Book, over: ReadonlySet<NoticeKey>): void {
    const isKnown = (end: string) => isWritten(end) || over.has(releases.keyOf(end) ?? '');
    for (const [key, { ends, failure, book: of }] of told) {
      if (isWritten(key) || of !== book) continue;
      for (const [end, each] of ends) book.untold.set(end, each);
      // The round goes on, and its first failure was told.
      book.failure ??= failure;
      book.round -= 1;
      book.isOver = false;
      told.delete(key);
      seen.delete(key);
    }
    for (const key of seen) if (!isWritten(key)) seen.delete(key);
    reopenUnwritten(book, isKnown);
    for (const end of [...book.untold.keys()]) if (!isKnown(end)) book.untold.delete(end);
    if (book.failure === null) return;
    const { end, by } = book.failure;
    if (by !== null && isWritten(by)) return;
    book.failure = isKnown(end) ? { end, by: null, isVague: false } : null;
  }

  /** The process died before it had written with what the round was over, which goes on. */
  function reopenUnwritten(book: Book, isKnown: (end: string) => boolean): void {
    const { silent } = book;
    book.silent = null;
    if (silent === null) return;
    const goesOn =
      !silent.ends.every(isKnown) ||
      silent.takenOut.some((incarnation) => isMember(book, incarnation) && isOpen(incarnation)) ||
      silent.baselines.some((incarnation) => isMember(book, incarnation) && statusOf(incarnation) === null);
    if (!goesOn) return;
    for (const end of silent.ends) {
      const each = book.untold.get(end);
      if (each !== undefined) each.isOld = false;
    }
    // What was learned since is not written either.
    book.failure = silent.failure;
  }

  return {
    /** The person puts what is new to the list into a group, or into none. */
    joins(watch: WatchId, incarnation: Incarnation, wanted: WantedGroup | null): void {
      enters(watch, incarnation, wanted === null ? null : bookOf(wanted));
    },
    leaves,
    /** It has left the list by itself, long after its end. */
    tidied(watch: WatchId): void {
      const book = placed.having(watch);
      if (book === undefined) return;
      const incarnation = book.members.get(watch)!;
      const isOwed = untoldOf(book).some(([, each]) => each.incarnation === incarnation && !each.isOld);
      if (isOwed && book.wanted.tell.allDone)
        court.breach(1, `${watch} has left the list before its group was told of`);
      book.members.delete(watch);
    },
    /** The file of the one was registered again and became the other, which stands in its place. */
    replaces(former: WatchId, watch: Watch | undefined): void {
      const book = placed.having(former);
      const isElsewhere = watch !== undefined && isKeptToItself(watch);
      if (watch !== undefined && book !== undefined && !isElsewhere)
        place(watch.id, incarnationOf(watch), book);
      leaves(former);
    },
    returns(watch: Watch): void {
      const incarnation = incarnationOf(watch);
      const former = groupOf.get(incarnation);
      if (!former) return;
      const present = books.get(former.id);
      // One that was emptied comes back as it was, unless it was made anew meanwhile.
      const book = hasGone(present) ? (former.isDissolved ? null : former) : present!;
      if (book !== null) books.set(book.id, book);
      place(watch.id, incarnation, book);
      for (const [end, each] of former.untold) {
        if (each.incarnation !== incarnation) continue;
        const isSame = book === former && each.round === former.round;
        each.isOld ||= !isSame;
        if (isSame && former.wanted.tell.allDone) continue;
        free(former, end, each, isSame ? 'group' : 'nobody');
      }
    },
    /** The person wants something else of it. */
    changed(id: string, part: Partial<GroupChoice>): void {
      const book = books.get(id);
      if (book === undefined || book.isDissolved) return;
      const { tell } = book.wanted;
      book.wanted = { ...book.wanted, ...part };
      book.choices.push(book.wanted);
      // What failed before the person wanted to hear of the first is seen in the window.
      if (!tell.firstFailure && book.wanted.tell.firstFailure && book.failure?.by === null)
        book.failure = null;
      if (!tell.allDone || book.wanted.tell.allDone) return;
      const failed = untoldOf(book).find(([, each]) => each.isFailure && each.isWithheld);
      release(book, 'group');
      if (failed === undefined || book.wanted.eachAsset || !book.wanted.tell.firstFailure) return;
      book.failure ??= { end: failed[0], by: null, isVague: false };
      if (book.failure.by === null) releases.staysWithGroup(book.failure.end);
    },
    /** The person wants no group of these any more. */
    dissolved(id: string): void {
      const book = books.get(id);
      if (book === undefined || book.isDissolved) return;
      release(book, 'group');
      for (const [watch, incarnation] of [...book.members]) place(watch, incarnation, null);
      book.isDissolved = true;
    },
    /** The person has the app forget an account: nothing more will be heard of what is in progress there. */
    accountGone(account: string): void {
      for (const book of books.values())
        if (openOf(book).some((incarnation) => incarnation.startsWith(`${account}:`)))
          release(book, 'nobody');
    },
    ended,
    /** It may come again by what was told since. */
    mayComeAgain(end: string): void {
      for (const [key, { ends, ...each }] of told)
        if (ends.has(end))
          told.set(key, { ...each, ends: new Map([...ends].filter(([other]) => other !== end)) });
    },
    /** It was there once. */
    hasGone: (id: string): boolean => books.has(id) && hasGone(books.get(id)),
    isEmpty: (id: string): boolean => books.get(id)?.members.size === 0,
    /** The promise that the end of an import is told with its group; null where it is told by itself. */
    promiseFor(incarnation: Incarnation): GroupTell | null {
      const wanted = groupOf.get(incarnation)?.wanted;
      return wanted === undefined || wanted.eachAsset ? null : wanted.tell;
    },
    /** It is what its group tells of as the first failure of the round, and was not told yet. */
    isFirstFailure(incarnation: Incarnation, end: string): boolean | 'maybe' {
      const failure = groupOf.get(incarnation)?.failure ?? null;
      if (failure?.end !== end || failure.by !== null) return false;
      return failure.isVague ? 'maybe' : true;
    },
    releases,
    /** The person leaves the project, and may take that back. */
    followLeaves(follow: string): void {
      const book = books.get(`follow:${follow}`);
      if (book?.members.size === 0) book.isLeft = true;
    },
    /** The person takes it back that they left the project, which comes back with its group. */
    followReturned(follow: string): void {
      const book = books.get(`follow:${follow}`);
      if (book !== undefined) Object.assign(book, { isDissolved: false, isEmptied: false, isLeft: false });
    },
    /** What was told by itself since its group will not tell of it. */
    toldByItself(incarnation: Incarnation, end: string): void {
      const failure = groupOf.get(incarnation)?.failure;
      if (failure?.end === end) failure.by ??= end;
    },
    /** What nobody has put into the list was found in a followed project; what a file became stands where the file did. */
    found(watch: Watch, name: string | null): void {
      const incarnation = incarnationOf(watch);
      if (groupOf.has(incarnation)) return;
      const id = watch.group?.id ?? null;
      const book = books.get(id ?? '');
      if (id === null || !hasGone(book)) return enters(watch.id, incarnation, book ?? null);
      if (name === null) court.breach(1, `${watch.id} is in ${id}, where nobody put it`);
      place(watch.id, incarnation, bookOf({ id, name: name ?? '', ...ofFollow }));
    },
    afterStep(state: MonitorView, notices: Iterable<Notice>): void {
      if (books.size === 0) return;
      for (const notice of notices) noticed(notice);
      for (const book of books.values()) check(book);
      releases.afterStep(state);
    },
    /** What was waited so far may be waited once more. */
    clockJumped(): void {
      for (const book of books.values()) book.owing = null;
    },
    /** At the end of the story nobody waits for anything any more. */
    checkEnding(state: MonitorView): void {
      for (const book of books.values()) {
        const debt = debtOf(book);
        if (debt !== null) court.breach(1, `the group ${book.id} ${debt}`);
        const row = state.groups.get(book.id);
        if (hasGone(book)) continue;
        if (row === undefined || !isChoice(book.wanted, row))
          court.breach(1, `the group ${book.id} is not as the person wants it`);
      }
      for (const watch of state.watches.values()) {
        const id = groupOf.get(incarnationOf(watch))?.id ?? null;
        if (groupOf.has(incarnationOf(watch)) && id !== (watch.group?.id ?? null))
          court.breach(1, `${watch.id} is in the group ${watch.group?.id}, and the person put it in ${id}`);
      }
    },
    started,
  };
}

const isChoice = (one: GroupChoice, other: GroupChoice): boolean =>
  one.name === other.name &&
  one.eachAsset === other.eachAsset &&
  one.tell.allDone === other.tell.allDone &&
  one.tell.firstFailure === other.tell.firstFailure;

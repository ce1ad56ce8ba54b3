import type { WatchId } from '../../../main/model/asset.ts';
import type { GroupTell } from '../../../main/model/group.ts';
import type { Watch } from '../../../main/model/watch.ts';
import type { Court } from './court.ts';
import { incarnationOf, type Incarnation } from './knowing.ts';

/** What the person wants of a group. */
export interface WantedGroup {
  readonly id: string;
  readonly name: string;
  readonly tell: GroupTell;
  readonly eachAsset: boolean;
}

export type GroupChoice = Omit<WantedGroup, 'id'>;

/** An end that the whole was not told of yet. */
export interface Untold {
  readonly incarnation: Incarnation;
  readonly isFailure: boolean;
  /** By itself it is told to nobody, since the group is to be told as a whole. */
  isWithheld: boolean;
  readonly round: number;
  /** Its round ended without a word, as the person wants it, or it was told by itself. */
  isOld: boolean;
}

/** The first failure of a round. */
export interface Failure {
  readonly end: string;
  by: string | null;
  /** The round may be over since: the next failure is the first again, or not. */
  isVague: boolean;
}

/** A round that ended without a word. */
export interface SilentRound {
  readonly failure: Failure | null;
  /** Those of it that were news until then, among them the one with which it was over. */
  readonly ends: readonly string[];
  /** With these taken out it was over. */
  readonly takenOut: readonly Incarnation[];
  /** With the first look at these, which had ended before it. */
  readonly baselines: readonly Incarnation[];
}

/** What is known of a group from outside. */
export interface Book {
  readonly id: string;
  wanted: GroupChoice;
  /** All that was wanted of it: the disk may know an earlier wish only. */
  readonly choices: GroupChoice[];
  readonly members: Map<WatchId, Incarnation>;
  readonly untold: Map<string, Untold>;
  /** The first failure of the round, and by what it was told. */
  failure: Failure | null;
  /** How long the laptop had been awake when there was first something to tell, ms. */
  owing: number | null;
  /** The same of when one in progress was taken out last: while that can be undone, its round may go on. */
  lostOpenAt: number;
  /** Counts the times that all was over. */
  round: number;
  isOver: boolean;
  /** The newest round that ended without a word, as it was: the disk may know it only as it was still open. */
  silent: SilentRound | null;
  /** What was in progress after the last step in which anything was. */
  lastOpen: readonly Incarnation[];
  /** What is put into it from now on forms another group, unless the person takes it back that they emptied it. */
  isEmptied: boolean;
  /** The person wants no group of these any more. */
  isDissolved: boolean;
  /** The person left its project, and may take that back, while nothing was in it: what is brought back meanwhile comes into it. */
  isLeft: boolean;
  /** Its project was followed after the last step. */
  stood: boolean;
}

/** Time in which a group may wait for what the person takes back at once. */
export const graceMs = 30_000;

const fateOfNew = {
  round: 1,
  isOver: false,
  silent: null,
  lastOpen: [],
  isEmptied: false,
  isDissolved: false,
  isLeft: false,
  stood: false,
};

export interface BooksPorts {
  readonly court: Court;
  /** How long the laptop has been awake, ms. */
  readonly awake: () => number;
  readonly isOpen: (incarnation: Incarnation) => boolean;
  /** The group of a project that is followed stays while nothing is in it. */
  readonly isFollowed: (group: string) => boolean;
}

/** Which groups there are, and what the person, or a followed project, put into each. */
export function createBooks({ court, awake, isOpen, isFollowed }: BooksPorts) {
  const books = new Map<string, Book>();
  /** Null of one that is in none. */
  const groupOf = new Map<Incarnation, Book | null>();
  /** Where it was before, newest last: the disk may know that only. */
  const before = new Map<Incarnation, (Book | null)[]>();

  const isMember = ({ members }: Book, incarnation: Incarnation) =>
    members.get(incarnation.slice(0, incarnation.lastIndexOf('#'))) === incarnation;
  const untoldOf = (book: Book) =>
    [...book.untold].filter(([, { incarnation }]) => isMember(book, incarnation));
  const openOf = ({ members }: Book) => [...members.values()].filter(isOpen);

  function silentRound(book: Book, news: readonly (readonly [string, Untold])[]): SilentRound {
    const ended = new Set(news.map(([, { incarnation }]) => incarnation));
    const others = book.isOver ? [] : book.lastOpen.filter((incarnation) => !ended.has(incarnation));
    return {
      failure: book.failure && { ...book.failure },
      ends: news.map(([end]) => end),
      takenOut: others.filter((incarnation) => !isMember(book, incarnation)),
      baselines: others.filter((incarnation) => isMember(book, incarnation)),
    };
  }

  /** Emptied, it goes, and what is added to it afterward is another. */
  const hasGone = (book: Book | undefined): boolean =>
    book === undefined ||
    book.isDissolved ||
    (book.members.size === 0 && (book.isLeft || book.isEmptied || !isFollowed(book.id)));

  function bookOf({ id, ...wanted }: WantedGroup): Book {
    const present = books.get(id);
    if (!hasGone(present)) return present!;
    const fresh = { id, wanted, choices: [wanted], members: new Map(), untold: new Map() };
    const book: Book = { ...fresh, failure: null, owing: null, lostOpenAt: -Infinity, ...fateOfNew };
    books.set(id, book);
    return book;
  }

  /** The person puts it there, or it is found there. Where all was taken out, and that may have been undone no more, a round begins with it. */
  function enters(watch: WatchId, incarnation: Incarnation, book: Book | null): void {
    if (book?.members.size === 0 && !book.isOver && awake() - book.lostOpenAt > graceMs) {
      book.silent = silentRound(book, []);
      book.round += 1;
      book.failure = null;
    }
    place(watch, incarnation, book);
  }

  function place(watch: WatchId, incarnation: Incarnation, book: Book | null): void {
    if (groupOf.has(incarnation)) {
      const former = groupOf.get(incarnation) ?? null;
      if (former !== book) before.set(incarnation, [...(before.get(incarnation) ?? []), former]);
      former?.members.delete(watch);
    }
    groupOf.set(incarnation, book);
    if (book === null) return;
    book.members.set(watch, incarnation);
    book.isLeft = false;
  }

  function leaves(watch: WatchId): void {
    for (const book of books.values()) {
      const incarnation = book.members.get(watch);
      if (incarnation !== undefined && isOpen(incarnation)) book.lostOpenAt = awake();
      book.members.delete(watch);
    }
  }

  /** What changed to another group without writing it is in the one of before. */
  function wasIn(watch: Watch): Book | null | undefined {
    const incarnation = incarnationOf(watch);
    if (!groupOf.has(incarnation)) return undefined;
    const all = [groupOf.get(incarnation)!, ...(before.get(incarnation) ?? []).toReversed()];
    const id = watch.group?.id ?? null;
    const found = all.find((book) => (book?.id ?? null) === id);
    if (found === undefined) court.breach(1, `${watch.id} is on the disk in ${id}, where nobody put it`);
    return found;
  }

  return {
    all: books,
    groupOf,
    isMember,
    untoldOf,
    openOf,
    silentRound,
    hasGone,
    bookOf,
    enters,
    place,
    leaves,
    having: (watch: WatchId): Book | undefined =>
      [...books.values()].find(({ members }) => members.has(watch)),
    /** A new process knows where they stand on the disk. */
    started(watches: readonly Watch[]): void {
      for (const book of new Set([...books.values(), ...[...before.values()].flat()])) {
        if (book === null) continue;
        book.members.clear();
        book.owing = null;
        // Nothing is undone by another process.
        book.lostOpenAt = -Infinity;
      }
      for (const watch of watches) {
        const incarnation = incarnationOf(watch);
        const book = wasIn(watch);
        if (book === undefined) continue;
        groupOf.set(incarnation, book);
        if (book === null) continue;
        books.set(book.id, book);
        book.isDissolved = false;
        book.members.set(watch.id, incarnation);
      }
      // What came into the list and is not on the disk comes anew, if it does.
      const kept = new Set(watches.map(incarnationOf));
      for (const incarnation of [...groupOf.keys()]) if (!kept.has(incarnation)) groupOf.delete(incarnation);
    },
  };
}

import { limits, type NotUnderstoodReason, type Understanding } from '../contract.ts';
import type { AssetReference } from '../model/asset.ts';
import { shorten } from '../../words/shorten.ts';
import { createRepeats, type Repeats } from './repeats.ts';
import type { PieceReading } from './piece.ts';

/** What a text calls an asset. */
export interface Names {
  readonly label: string | null;
  readonly fileName: string | null;
}

export const nameless: Names = { label: null, fileName: null };

type Found = { reference: AssetReference; watched: boolean } & {
  -readonly [Name in keyof Names]: Names[Name];
};

type Assets = Extract<PieceReading, { kind: 'assets' }>;

interface OfWorkspace {
  readonly found: Map<number, Found>;
  readonly repeats: Repeats;
}

export interface Collector {
  /** Takes what was read of a piece; `text` is the piece as it was pasted. */
  readonly take: (reading: PieceReading, text: string, line: number, names: Names) => void;
  readonly refuse: (text: string, line: number, reason: NotUnderstoodReason) => void;
  readonly understanding: () => Understanding;
}

const pieceLength = 80;
/** Refused pieces that are told one by one; a pasted novel must not become as many rows as it has words. */
const refusedAtMost = 1_000;
/** They are about all that follows and are told first, however many pieces were refused before them. */
const aboutTheRest: readonly NotUnderstoodReason[] = ['too-many', 'too-long'];

type Refused = Understanding['notUnderstood'][number];

/** Gathers what was found and refused. An asset is the same in whichever project it is named, as it is for a watch. */
export function createCollector(isWatched: (reference: AssetReference) => boolean): Collector {
  const workspaces = new Map<string, OfWorkspace>();
  const found: Found[] = [];
  const refusedPieces: Refused[] = [];
  const refusedRest: Refused[] = [];
  let toAdd = 0;
  let isFull = false;

  function refuse(text: string, line: number, reason: NotUnderstoodReason): void {
    const list = aboutTheRest.includes(reason) ? refusedRest : refusedPieces;
    if (list.length < refusedAtMost) list.push({ text: shorten(text, pieceLength), line, reason });
  }

  function ofWorkspace(workspace: string): OfWorkspace {
    let own = workspaces.get(workspace);
    if (own === undefined) workspaces.set(workspace, (own = { found: new Map(), repeats: createRepeats() }));
    return own;
  }

  /** False where there is no room for it. */
  function add(
    own: OfWorkspace,
    workspace: string,
    projectId: number,
    assetId: number,
    names: Names,
  ): boolean {
    const present = own.found.get(assetId);
    const label = names.label?.slice(0, limits.labelLength) ?? null;
    const fileName = names.fileName?.slice(0, limits.fileNameLength) ?? null;
    if (present) {
      own.repeats.add(assetId);
      present.label ??= label;
      present.fileName ??= fileName;
      return true;
    }
    const reference = { workspace, projectId, assetId };
    const watched = isWatched(reference);
    // Only what is not watched yet is going to be added.
    if (!watched && toAdd >= limits.addAtOnce) return false;
    if (!watched) toAdd += 1;
    const added = { reference, label, fileName, watched };
    own.found.set(assetId, added);
    found.push(added);
    return true;
  }

  /** A range that comes again names nothing new: a text of nothing but ranges would take hours one id at a time. */
  function takeRange({ first, last, workspace, projectId }: Assets): boolean {
    const own = ofWorkspace(workspace);
    for (let id = own.repeats.firstOther(first); id <= last; id = own.repeats.firstOther(id + 1))
      if (!add(own, workspace, projectId, id, nameless)) return false;
    return true;
  }

  return {
    take(reading, text, line, names) {
      if (reading.kind === 'refused') return refuse(text, line, reading.reason);
      const { first, last, workspace, projectId } = reading;
      const hasRoom =
        first === last ? add(ofWorkspace(workspace), workspace, projectId, first, names) : takeRange(reading);
      if (hasRoom || isFull) return;
      isFull = true;
      refuse(text, line, 'too-many');
    },
    refuse,
    understanding: () => ({
      found,
      notUnderstood: [...refusedRest, ...refusedPieces],
      repeated: [...workspaces.values()].reduce((sum, { repeats }) => sum + repeats.size(), 0),
    }),
  };
}

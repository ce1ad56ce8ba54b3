import { limits, type NotUnderstoodReason, type Understanding } from '../contract.ts';
import type { AssetReference } from '../monitor/asset.ts';
import { shorten } from '../../words/shorten.ts';
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

export interface Collector {
  /** Takes what was read of a piece; `text` is the piece as it was pasted. */
  readonly take: (reading: PieceReading, text: string, line: number, names: Names) => void;
  readonly refuse: (text: string, line: number, reason: NotUnderstoodReason) => void;
  readonly understanding: () => Understanding;
}

const pieceLength = 80;
/** Refused pieces that are told one by one; a pasted novel must not become as many rows as it has words. */
const refusedAtMost = 1_000;

/** Gathers what was found and refused. An asset is the same in whichever project it is named, as it is for a watch. */
export function createCollector(isWatched: (reference: AssetReference) => boolean): Collector {
  const found = new Map<string, Found>();
  const repeated = new Set<string>();
  const notUnderstood: { text: string; line: number; reason: NotUnderstoodReason }[] = [];
  let isFull = false;

  function refuse(text: string, line: number, reason: NotUnderstoodReason): void {
    if (notUnderstood.length < refusedAtMost)
      notUnderstood.push({ text: shorten(text, pieceLength), line, reason });
  }

  function add(reference: AssetReference, { label, fileName }: Names): boolean {
    const key = `${reference.workspace}/${reference.assetId}`;
    const present = found.get(key);
    if (present) {
      repeated.add(key);
      present.label ??= label;
      present.fileName ??= fileName;
      return true;
    }
    if (found.size >= limits.addAtOnce) return false;
    found.set(key, {
      reference,
      label: label?.slice(0, limits.labelLength) ?? null,
      fileName: fileName?.slice(0, limits.fileNameLength) ?? null,
      watched: isWatched(reference),
    });
    return true;
  }

  return {
    take(reading, text, line, names) {
      if (reading.kind === 'refused') return refuse(text, line, reading.reason);
      const { first, last, workspace, projectId } = reading;
      for (let assetId = first; assetId <= last; assetId += 1) {
        if (add({ workspace, projectId, assetId }, first === last ? names : nameless)) continue;
        if (!isFull) refuse(text, line, 'too-many');
        isFull = true;
        return;
      }
    },
    refuse,
    understanding: () => ({ found: [...found.values()], notUnderstood, repeated: repeated.size }),
  };
}

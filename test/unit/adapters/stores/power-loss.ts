import fc from 'fast-check';
import type { FolderImage } from './folder-image.ts';

/** Where the power goes, and how much of what was being written had reached the disk. */
export type PowerLoss =
  | { readonly kind: 'none' }
  /** While the entry is appended: `kept` is the share of its bytes that is on disk; the rest is missing, or reads as zeros. */
  | { readonly kind: 'in-append'; readonly kept: number; readonly zeros: boolean }
  /** While the base is written, after this share of the steps. */
  | { readonly kind: 'in-tidying'; readonly after: number }
  /**
   * The same on a disk that keeps no order: the parts at these places are written, and one is half-written beside its old
   * file.
   */
  | { readonly kind: 'in-base'; readonly written: readonly boolean[]; readonly half: number };

// Of integers, because most of the doubles that are drawn lie at the ends.
const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);

export const powerLosses: fc.Arbitrary<PowerLoss> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.record({
    kind: fc.constant('in-append' as const),
    kept: share,
    zeros: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('in-base' as const),
    written: fc.array(fc.boolean(), { minLength: 32, maxLength: 32 }),
    half: fc.nat(),
  }),
  fc.record({ kind: fc.constant('in-tidying' as const), after: share }),
);

/** The folder before a save, when it was acknowledged, and then step by step until the store was at rest. */
export interface Moments {
  readonly before: FolderImage;
  readonly acknowledged: FolderImage;
  readonly tidying: readonly FolderImage[];
}

/** What the disk holds after the power loss. */
export function diskAfter(loss: PowerLoss, { before, acknowledged, tidying }: Moments): FolderImage {
  const settled = tidying.at(-1)!;
  switch (loss.kind) {
    case 'none':
      return settled;
    case 'in-tidying':
      return tidying[Math.round((tidying.length - 1) * loss.after)]!;
    case 'in-append': {
      const [name, bytes] = [...acknowledged].find(([path, now]) => before.get(path)?.equals(now) !== true)!;
      return new Map(before).set(name, cut(bytes, before.get(name)?.length ?? 0, loss));
    }
    case 'in-base': {
      const disk = new Map(acknowledged);
      const parts = [...settled].filter(([path]) => path.includes('part-'));
      parts.forEach(([path, bytes], place) => {
        if (loss.written[place]) disk.set(path, bytes);
      });
      const half = parts[loss.half % Math.max(parts.length, 1)];
      if (half !== undefined)
        disk.set(`${half[0]}.tmp-1234567890abcdef`, half[1].subarray(0, loss.half % half[1].length));
      return disk;
    }
  }
}

function cut(bytes: Buffer, from: number, { kept, zeros }: { kept: number; zeros: boolean }): Buffer {
  const end = from + Math.round((bytes.length - from) * kept);
  const left = bytes.subarray(0, end);
  return zeros ? Buffer.concat([left, Buffer.alloc(bytes.length - end)]) : left;
}

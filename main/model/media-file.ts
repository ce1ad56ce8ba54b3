/** What Media Intelligence says of each kind of file that it takes (register an asset): extensions, and the most bytes. */
const kinds = [
  // “10 GB” is read as the larger of its two meanings: a file in between may be taken.
  { extensions: /\.(?:mp4|mkv|mov|webm)$/i, mostBytes: 10 * 1024 ** 3, tooLarge: 'video-too-large' },
  { extensions: /\.(?:png|jpe?g|heic)$/i, mostBytes: 10 * 1024 ** 2, tooLarge: 'picture-too-large' },
] as const;

/** Why Media Intelligence would surely not import an object. Resolution and length are not known before. */
export const unfitReasons = ['extension', 'video-too-large', 'picture-too-large'] as const;
export type UnfitReason = (typeof unfitReasons)[number];

/** Null where nothing speaks against it; `size`: bytes. */
export function unfitReasonOf(key: string, size: number): UnfitReason | null {
  const kind = kinds.find(({ extensions }) => extensions.test(key));
  if (kind === undefined) return 'extension';
  return size > kind.mostBytes ? kind.tooLarge : null;
}

/** What Media Intelligence says of each kind of file that it takes (register an asset): extensions, and the most bytes. */
const kinds = [
  // “10 GB” is read as the larger of its two meanings: a file in between may be taken.
  { extensions: /\.(?:mp4|mkv|mov|webm)$/i, mostBytes: 10 * 1024 ** 3, tooLarge: 'video-too-large' },
  { extensions: /\.(?:png|jpe?g|heic)$/i, mostBytes: 10 * 1024 ** 2, tooLarge: 'picture-too-large' },
] as const;

/** Why Media Intelligence would surely not import an object. Resolution and length are not known before. */
export type UnfitReason = 'extension' | (typeof kinds)[number]['tooLarge'];

/** What may say of what kind a file is. Digits alone do not: `ep.01` has a number and no extension. */
const extension = /[^.]\.(?=\d*[a-z])[a-z\d]{1,5}$/i;

/** Whether its name says of what kind a file is. */
export const saysItsKind = (key: string): boolean => extension.test(key);

/** Null where nothing speaks against it, as where the name says nothing of its kind; `size`: bytes. */
export function unfitReasonOf(key: string, size: number): UnfitReason | null {
  const kind = kinds.find(({ extensions }) => extensions.test(key));
  if (kind === undefined) return saysItsKind(key) ? 'extension' : null;
  return size > kind.mostBytes ? kind.tooLarge : null;
}

/** The kinds of picture that macOS looks for, by their size in px; the second is for screens with two pixels a point. */
const kinds: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

export const macSizes = Object.keys(kinds).map(Number);

/**
 * Joins PNGs to one macOS icon: a mark and the whole length, then for each picture its kind, its length and the PNG as it is (OS X
 * 10.7 and newer).
 * @param pictures Square, each of one of `macSizes`.
 */
export function icnsOf(pictures: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const parts = pictures.flatMap(({ size, png }) => (kinds[size] ?? []).map((kind) => part(kind, png)));
  return part('icns', Buffer.concat(parts));
}

function part(kind: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(kind, 'latin1');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}

/** The text of a file in whichever encoding an editor or a shell saved it: what a byte order mark says, UTF-16 by its zero bytes, else UTF-8. */
export function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return bytes.toString('utf16le', 2);
  if (first === 0xfe && second === 0xff) return swapped(bytes.subarray(2));
  if (first !== 0 && second === 0) return bytes.toString('utf16le');
  if (first === 0 && second !== 0) return swapped(bytes);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function swapped(bytes: Buffer): string {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return Buffer.from(whole).swap16().toString('utf16le');
}

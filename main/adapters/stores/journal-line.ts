import { crc32 } from 'node:zlib';

/** A line of a journal: the CRC-32 of the JSON in eight hexadecimal digits, a space, the JSON, a line break. */
export function lineOf(json: string): string {
  return `${checksum(json)} ${json}\n`;
}

/** The JSON of a line without its line break, or null where it is not as it was written. */
export function jsonOf(line: string): string | null {
  const json = line.slice(9);
  return line.slice(0, 9) === `${checksum(json)} ` ? json : null;
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, '0');
}

import iconv from 'iconv-lite';

const sliceBytes = 1 << 15;
const count = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;
/** Signs and the everyday half of Hangul: Japanese text seldom decodes to nothing else. */
const everydayKorean = /^(?:[^\x80-\xff]|[\xa1-\xac\xb0-\xc8][\xa1-\xfe])*.?$/s;

/** What spreadsheets write where they do not write Unicode, in the order in which the likeness of one to another is told apart. */
const tries: readonly (readonly [name: string, isLikely: (text: string, bytes: string) => boolean])[] = [
  ['euc-jp', (text) => count(text, /[\u3041-\u30ff]/g) * 5 > count(text, /[^ -~\s]/g)],
  ['cp949', (_text, bytes) => everydayKorean.test(bytes)],
  ['shift_jis', (text) => count(text, /[\uff61-\uff9f]/g) < count(text, /[\u3041-\u30ff\u4e00-\u9fff]/g)],
  ['euc-jp', (text) => count(text, /[\u4e00-\u9fff]/g) * 2 > count(text, /[^ -~\s]/g)],
  ['cp949', () => true],
];

/** The text of a file in whatever encoding it is written, by strict tries; null where it is none of text. */
export function textOf(bytes: Uint8Array): string | null {
  const unicode = decoded(bytes, unicodeOf(bytes));
  if (unicode !== null) return unicode.includes('\0') ? null : unicode;
  const start = Buffer.from(bytes.subarray(0, sliceBytes));
  if (start.includes(0)) return null;
  // A file that was cut off, or put together from others, may have a broken sign in it.
  const [mended, sample] = [start.toString(), start.toString('latin1')];
  const broken = count(mended, /\ufffd/g) - count(sample, /\xef\xbf\xbd/g);
  const whole = count(mended, /[^\0-\x7f\ufffd]/g);
  if (broken === 0 || whole > 10 * broken) return decoded(bytes, 'utf-8', false);
  for (const [name, isLikely] of tries) {
    const text = decoded(bytes, name);
    if (text !== null && isLikely(text.slice(0, sliceBytes), sample)) return text;
  }
  // Half-width katakana are the letters with accents of Windows-1252, which lacks some bytes that kanji have.
  const otherwise = decoded(bytes, 'windows-1252') ?? decoded(bytes, 'shift_jis');
  return otherwise ?? (whole > broken ? decoded(bytes, 'utf-8', false) : null);
}

function unicodeOf(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 4_096);
  const [even = 0, odd = 0] = [0, 1].map(
    (rest) => sample.filter((byte, at) => byte === 0 && at % 2 === rest).length,
  );
  // The digits and signs of a list leave a zero in each second byte, also where no mark says how it is written.
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || odd > even * 4) return 'utf-16le';
  return (bytes[0] === 0xfe && bytes[1] === 0xff) || even > odd * 4 ? 'utf-16be' : 'utf-8';
}

/** Null where `isStrict` and a sign cannot be read. The runtime's own `euc-kr` lacks the half of Hangul that CP949 adds. */
function decoded(bytes: Uint8Array, encoding: string, isStrict = true): string | null {
  const decoder = iconv.getDecoder(encoding);
  let text = '';
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    const part = decoder.write(Buffer.from(bytes.subarray(at, at + sliceBytes)));
    if (isStrict && part.includes('\ufffd')) return null;
    text += part;
  }
  // The file may be cut in the middle of its last sign.
  return text + (decoder.end() ?? '');
}

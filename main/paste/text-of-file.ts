import iconv from 'iconv-lite';

const sliceBytes = 1 << 16;
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
export function* textOf(bytes: Uint8Array): Generator<void, string | null> {
  const unicode = yield* decoded(bytes, new TextDecoder(unicodeOf(bytes), { fatal: true }));
  if (unicode !== null) return unicode.includes('\0') ? null : unicode;
  const start = bytes.subarray(0, sliceBytes);
  if (start.includes(0)) return null;
  // A file that was cut off, or put together from others, may have a broken sign in it.
  const mended = new TextDecoder().decode(start);
  if (count(mended, /[^\0-\x7f\ufffd]/g) > 10 * count(mended, /\ufffd/g))
    return yield* decoded(bytes, new TextDecoder());
  const sample = Buffer.from(start).toString('latin1');
  for (const [name, isLikely] of tries) {
    const text = yield* decoded(bytes, strict(name));
    if (text !== null && isLikely(text.slice(0, sliceBytes), sample)) return text;
  }
  return yield* decoded(bytes, western);
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

interface Decoder {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream: boolean }) => string;
}

/** The runtime's own `euc-kr` lacks the half of Hangul that CP949 adds, and Electron's need not have it at all. */
function strict(name: string): Decoder {
  const decoder = iconv.getDecoder(name);
  return checked((bytes) => (bytes === null ? (decoder.end() ?? '') : decoder.write(bytes)));
}

/** Throws where U+FFFD stands in the place of what cannot be read. `read` gets null at the end. */
function checked(read: (bytes: Buffer | null) => string): Decoder {
  return {
    decode(bytes) {
      const text = read(bytes === undefined ? null : Buffer.from(bytes));
      if (text.includes('\ufffd')) throw new TypeError('This is written in another encoding.');
      return text;
    },
  };
}

/** Windows-1252: Latin-1 but for these signs, of which five mean nothing. */
const ofWindows = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';
const western = checked(
  (bytes) =>
    bytes
      ?.toString('latin1')
      .replace(/[\x80-\x9f]/g, (sign) => ofWindows[sign.charCodeAt(0) - 0x80] ?? sign) ?? '',
);

function* decoded(bytes: Uint8Array, decoder: Decoder): Generator<void, string | null> {
  let text = '';
  try {
    for (let at = 0; at < bytes.length; at += sliceBytes) {
      text += decoder.decode(bytes.subarray(at, at + sliceBytes), { stream: true });
      yield;
    }
    return text + decoder.decode();
  } catch {
    // Written in another encoding.
    return null;
  }
}

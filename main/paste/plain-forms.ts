const notPlain = /[\uff01-\uff5e\u00a0\u2000-\u200b\u202f\u3000\ufeff]/;
const fullWidthOffset = 0xfee0;

/**
 * Full-width letters, digits and signs as plain ones, and each blank as a space, one character for one, so that positions stay. Korean and Japanese
 * keyboards and spreadsheets write them.
 */
export function toPlainForms(text: string): string {
  if (!notPlain.test(text)) return text;
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) codes[at] = plainCode(text.charCodeAt(at));
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(codes);
}

function plainCode(code: number): number {
  if (code < 0xa0) return code;
  if (code >= 0xff01 && code <= 0xff5e) return code - fullWidthOffset;
  const isBlank =
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff;
  return isBlank ? 0x20 : code;
}

import { unshowable } from '../mi/clean-text.ts';

const unusual = /[^\t\n -~]/;
/**
 * What nobody sees, and the colours of a terminal: they stand inside names and numbers that were copied from a page or a chat. The sign that turns
 * what follows it stays: `5678` behind it is read as 8765 by whoever sees it, and is no id then.
 */
const invisible = /\p{Cc}\[[\d;]*m|(?!\u202e)[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** As spreadsheets of France, Sweden or Poland write them: read as two ids, they would be two other assets. */
const partedThousands = /(?<![\d\u00a0\u202f])\d{1,3}(?:[\u00a0\u202f]\d{3})+(?![\d\u00a0\u202f])/g;

/** A line or cell without invisible signs, with plain signs in the place of full-width ones, and a space for each blank but tab and line end. */
export function toPlain(text: string): string {
  if (!unusual.test(text)) return text;
  return text
    .replace(invisible, '')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(partedThousands, (number) => number.replace(/\D/g, ','))
    .replace(/[\p{Zs}\p{Cc}]/gu, (sign) => (sign === '\t' || sign === '\n' ? sign : ' '));
}

/** A name on one line, without what turns its direction; else as the person wrote it. Null where nothing is left. */
export function toName(text: string): string | null {
  return text.replace(unshowable, ' ').trim().toWellFormed() || null;
}

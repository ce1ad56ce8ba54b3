const fullWidthOffset = 0xfee0;

/**
 * Full-width letters, digits and signs as plain ones, and each blank as a space, one character for one, so that positions stay. Korean and Japanese
 * keyboards and spreadsheets write them.
 */
export function toPlainForms(line: string): string {
  return line
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - fullWidthOffset))
    .replace(/[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/g, ' ');
}

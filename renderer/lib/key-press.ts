export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/**
 * The letter of a key press, in lower case whatever Caps Lock says; null for another key. Where the press makes no Latin sign, as in a
 * Korean or Japanese input mode, the place of the key tells it.
 */
export function letterOf({ key, code }: KeyPress): string | null {
  const sign = /^[!-~]$/.test(key) ? key : code.replace(/^Key/, '');
  return /^[a-z]$/i.test(sign) ? sign.toLowerCase() : null;
}

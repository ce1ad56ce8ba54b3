import { columnOf, type Column } from './columns.ts';

/** Fields whose value is no asset: in a pasted JSON answer, 1234 after `projectId` must not become a watch. */
const notAssets: readonly (Column | null)[] = ['project', 'workspace', 'label', 'file', 'other'];

/**
 * Reads the pieces of one line in their order. Gives the piece without the name and the signs around the id (`assetId:5678` and `#5678` are
 * `5678`), or null for a key and for the value of a field that is no asset.
 */
export function createValueReader(): (text: string) => string | null {
  let key: Column | null = null;
  let word = '';

  return (text) => {
    const value = behindKey(text);
    if (value === '') return null;
    word = text;
    const isAsset = !notAssets.includes(key);
    key = null;
    return isAsset ? withoutSigns(value) : null;
  };

  /** What stands behind the piece's key and its sign; the whole piece where it has none. */
  function behindKey(text: string): string {
    const sign = text.search(/[:=]/);
    if (sign === -1 || text.includes('://')) return text;
    const value = text.slice(sign).replace(/^[:=]+/, '');
    if (sign > 0) {
      if (!/^[\p{L}_-]{1,40}$/u.test(text.slice(0, sign))) return text;
      key = columnOf(text.slice(0, sign));
      word = text;
      return value;
    }
    // Compact JSON: the quote has parted `"assetId":5678` into a word and what begins with the sign.
    if (value !== '' && columnOf(word) === null) return text;
    key = columnOf(word);
    return value;
  }
}

/** True for the name of a field or column, with or without a sign behind it. */
export function isKey(text: string): boolean {
  const sign = text.search(/[:=]/);
  return columnOf(sign === -1 ? text : text.slice(0, sign)) !== null;
}

function withoutSigns(value: string): string {
  let end = value.length;
  while (end > 0 && '.:!?'.includes(value[end - 1]!)) end -= 1;
  return value.slice(value.startsWith('#') ? 1 : 0, end);
}

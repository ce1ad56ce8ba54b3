/**
 * Structured clone as text, for IPC between Node and the page. It runs on both sides: the page gets its source text, so it must
 * use nothing from outside itself. What cannot be cloned is refused by `structuredClone` before it comes here.
 */
export function createClone() {
  const tags = '$clone';

  function pack(value: unknown): unknown {
    if (value === undefined) return { [tags]: 'undefined' };
    if (typeof value === 'bigint') return { [tags]: 'bigint', value: String(value) };
    if (typeof value === 'number' && !Number.isFinite(value))
      return { [tags]: 'number', value: String(value) };
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(pack);
    if (value instanceof Date) return { [tags]: 'date', value: value.getTime() };
    if (value instanceof Map) return { [tags]: 'map', value: [...value].map(pack) };
    if (value instanceof Set) return { [tags]: 'set', value: [...value].map(pack) };
    if (value instanceof Error) return { [tags]: 'error', value: value.message };
    if (ArrayBuffer.isView(value)) {
      return {
        [tags]: 'bytes',
        value: [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)],
      };
    }
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, pack(child)]));
  }

  function unpack(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(unpack);
    const packed = value as Record<string, unknown>;
    const inner = packed['value'];
    switch (packed[tags]) {
      case undefined:
        return Object.fromEntries(Object.entries(packed).map(([key, child]) => [key, unpack(child)]));
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(String(inner));
      case 'number':
        return Number(inner);
      case 'date':
        return new Date(Number(inner));
      case 'map':
        return new Map(unpack(inner) as [unknown, unknown][]);
      case 'set':
        return new Set(unpack(inner) as unknown[]);
      case 'error':
        return new Error(String(inner));
      default:
        return new Uint8Array(inner as number[]);
    }
  }

  return {
    write: (value: unknown): string => JSON.stringify(pack(value)),
    read: (text: string): unknown => unpack(JSON.parse(text)),
  };
}

/** Chance of one stream: the same seed and name give the same numbers in [0, 1), whatever other streams were asked for. */
export interface Chance {
  readonly roll: () => number;
  readonly between: (least: number, most: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly oneOf: <Value>(values: readonly Value[]) => Value;
}

export function createChance(seed: number, stream: string): Chance {
  const roll = seeded(seed ^ hashOf(stream));
  const between = (least: number, most: number) => least + roll() * (most - least);
  return {
    roll,
    between,
    happens: (probability) => roll() < probability,
    oneOf: (values) => values[Math.floor(roll() * values.length)]!,
  };
}

/** As many small as large ones. */
export function logBetween(chance: Chance, least: number, most: number): number {
  return Math.exp(chance.between(Math.log(least), Math.log(most)));
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

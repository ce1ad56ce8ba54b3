import fc from 'fast-check';

/** What hostile hands can give to one door of the app. */
export interface FuzzTarget {
  readonly name: string;
  /** Fails where one input gets through, throws or is never answered. */
  readonly property: fc.IRawProperty<unknown, true>;
}

export function fuzzTarget<Input>(
  name: string,
  input: fc.Arbitrary<Input>,
  survives: (input: Input) => Promise<void>,
): FuzzTarget {
  return { name, property: fc.asyncProperty(input, survives) as fc.IRawProperty<unknown, true> };
}

/** A plain throw: an assertion library would cost more than what is tried, a million times. */
export function ensure(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** Signs that nobody sees, that turn the text around them, or that a terminal or a file system carries out. */
export const unseen = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u;

export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '\u202e', '\u001b[2J', '\0', '<script>', '=1+1', '../', '%2e%2e%2f', '\ud800'),
);

/** JSON, also with names that mean something to an engine. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    -1,
    1.5,
    1e300,
    8.64e15 + 1,
    2 ** 53,
    '',
    [],
    {},
    { __proto__: null },
    JSON.parse('{"__proto__":{"polluted":true}}'),
  ),
);

/** `whole` with some of its fields replaced, taken out or added. */
export function spoilt(whole: Readonly<Record<string, unknown>>): fc.Arbitrary<Record<string, unknown>> {
  const field = fc.oneof(
    fc.constantFrom(...Object.keys(whole)),
    fc.constantFrom('more', 'constructor', 'length'),
  );
  const change = fc.tuple(field, fc.oneof(anyJson, anyText, fc.constant(undefined)));
  return fc.array(change, { maxLength: 3 }).map((changes) => {
    const made: Record<string, unknown> = { ...whole };
    for (const [name, value] of changes)
      if (value === undefined) delete made[name];
      else made[name] = value;
    return made;
  });
}

import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { NotifierName, Settings } from '../../../main/contract.ts';
import { exactly, type Same } from '../../../main/model/exactly.ts';

// Checked by `npm run typecheck`; what stands here is what a schema that is merely assignable would let pass.

interface Kept {
  readonly reason: 'one' | 'other';
  readonly list: readonly { readonly at: number }[];
  readonly note?: string;
}
type Parts = Pick<Kept, 'reason'> & { list: { at: number }[]; note?: string };

interface Alike {
  derived: Same<Parts, Kept>;
  inAnotherOrder: Same<'a' | { b: 1 }, { b: 1 } | 'a'>;
  aRecord: Same<Record<string, Kept>, Readonly<Record<string, Parts>>>;
}

interface Different {
  narrower: Same<Omit<Kept, 'reason'> & { reason: 'one' }, Kept>;
  wider: Same<Omit<Kept, 'reason'> & { reason: string }, Kept>;
  withoutTheOptional: Same<Omit<Kept, 'note'>, Kept>;
  alwaysThere: Same<Required<Kept>, Kept>;
  orUndefined: Same<Omit<Kept, 'note'> & { note?: string | undefined }, Kept>;
  nullable: Same<Kept | null, Kept>;
  deepInside: Same<Omit<Kept, 'list'> & { list: { at: number | null }[] }, Kept>;
  oneOfSeveral: Same<{ kind: 'a' } | { kind: 'b' }, { kind: 'a' }>;
  anything: Same<unknown, string>;
}

/** Compiles only where nothing is left; the error names what is. */
function expectNone<Left extends never>(...left: Left[]): void {
  expect(left).toEqual([]);
}
type NamesOf<Answers, Answer> = {
  [Name in keyof Answers]: Answers[Name] extends Answer ? Name : never;
}[keyof Answers];

it('tells types that say the same from those that do not', () => {
  expectNone<NamesOf<Alike, false> | NamesOf<Different, true>>();
});

it('hands out the schema that it was given', () => {
  const schema = v.object({ at: v.number() });
  expect(exactly<{ readonly at: number }>()(schema)).toBe(schema);
});

it('offers every notifier as a choice', () => {
  expectNone<Exclude<NotifierName | 'automatic', Settings['notifier']>>();
});

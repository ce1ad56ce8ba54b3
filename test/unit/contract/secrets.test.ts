import { describe, expect, it } from 'vitest';
import type {
  PushChannel,
  Pushes,
  Result,
  RequestChannel,
  RequestOf,
  ResponseOf,
} from '../../../main/contract.ts';

/**
 * Whatever main sends to the window is searched for a secret by its type, channel by channel, so that a new channel is searched
 * too. `npm run typecheck` fails on a find, and says where it stands.
 */

type Primitive = string | number | boolean | bigint | symbol | null | undefined;

/** The paths in `Sent` at which a secret could stand: under a key that is named like one, or where the type says nothing at all. */
type SecretsIn<Sent> = unknown extends Sent
  ? 'anything'
  : Sent extends Primitive
    ? never
    : Sent extends Promise<infer Value>
      ? SecretsIn<Value>
      : Sent extends ReadonlyMap<infer Key, infer Value>
        ? SecretsIn<Key> | SecretsIn<Value>
        : Sent extends ReadonlySet<infer Item> | readonly (infer Item)[]
          ? SecretsIn<Item>
          : { [Key in keyof Sent]-?: Under<Key & (string | number), Sent[Key]> }[keyof Sent];

type Under<Key extends string | number, Value> =
  Lowercase<`${Key}`> extends `${string}secret${string}` ? Key : `${Key}.${SecretsIn<Value>}`;

/** Compiles only where nothing was found; the error names the paths. */
function expectNone<Found extends never>(...found: Found[]): void {
  expect(found).toEqual([]);
}

describe('what is sent to the window', () => {
  it('has no place for a secret in any answer or refusal', () => {
    expectNone<
      { [Channel in RequestChannel]: `${Channel}.${SecretsIn<Result<ResponseOf<Channel>>>}` }[RequestChannel]
    >();
  });

  it('has no place for a secret in any push', () => {
    expectNone<{ [Channel in PushChannel]: `${Channel}.${SecretsIn<Pushes[Channel]>}` }[PushChannel]>();
  });
});

/** What the search must find, or the cases above would prove nothing. */
interface Samples {
  plain: [{ secretKey: string }, 'secretKey'];
  ofTheContract: [RequestOf<'testAccount'>, 'draft.secretKey'];
  otherwiseNamed: [{ clientSecret: string }, 'clientSecret'];
  optional: [{ secretKey?: string }, 'secretKey'];
  nullable: [{ readonly keys: { readonly secretKey: string } | null }, 'keys.secretKey'];
  oneOfAUnion: [{ kind: 'one' } | { kind: 'other'; secretKey: string }, 'secretKey'];
  optionalPart: [{ keys?: { secretKey: string } }, 'keys.secretKey'];
  list: [{ readonly found: readonly { secretKey: string }[] }, 'found.secretKey'];
  pair: [readonly [string, { secretKey: string }], 'secretKey'];
  record: [{ byAccount: Record<string, { secretKey: string }> }, `byAccount.${string}.secretKey`];
  map: [Map<string, { secretKey: string }>, 'secretKey'];
  set: [{ all: ReadonlySet<{ secretKey: string }> }, 'all.secretKey'];
  promise: [Promise<{ secretKey: string }>, 'secretKey'];
  anything: [{ value: unknown }, 'value.anything'];
  nothing: [{ accessKeyEnding: string; storage: 'keyring'; steps: readonly { at: Date }[] }, never];
}

type Missed = {
  [Name in keyof Samples]: [SecretsIn<Samples[Name][0]>, Samples[Name][1]] extends [
    Samples[Name][1],
    SecretsIn<Samples[Name][0]>,
  ]
    ? never
    : Name;
}[keyof Samples];

it('finds a secret wherever it may stand', () => {
  expectNone<Missed>();
});

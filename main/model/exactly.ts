/**
 * Ties a schema to the type of what it reads: compiles only while the two say the same, member for member. A schema that is merely
 * assignable may be narrower, and then what is of the type is refused at run time.
 */
export function exactly<Type>() {
  return <Schema extends Typed>(schema: Same<OutputOf<Schema>, Type> extends true ? Schema : never): Schema =>
    schema;
}

/** The same for schemas by name, each of its own type; none may be missing. */
export function exactlyEach<Types>() {
  return <Schemas extends Readonly<Record<string, Typed>>>(
    schemas: Schemas & {
      readonly [Name in keyof Types]: Name extends keyof Schemas
        ? Same<OutputOf<Schemas[Name]>, Types[Name]> extends true
          ? Typed
          : never
        : Typed;
    },
  ): Schemas => schemas;
}

/** What a schema of valibot tells of its type; the model itself imports no library. */
interface Typed {
  readonly '~types'?: { readonly output: unknown } | undefined;
}

type OutputOf<Schema extends Typed> = NonNullable<Schema['~types']>['output'];

/** The compiler holds two such functions for one type only where `One` and `Other` are identical, and not merely assignable. */
export type Same<One, Other> =
  (<Tried>() => Tried extends Plain<One> ? 1 : 2) extends <Tried>() => Tried extends Plain<Other> ? 1 : 2
    ? true
    : false;

/** Without `readonly`, and with intersections and derived types written out. */
type Plain<Type> = { -readonly [Key in keyof Type]: Plain<Type[Key]> };

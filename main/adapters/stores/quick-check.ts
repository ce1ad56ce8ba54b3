import type * as v from 'valibot';

type Check = (value: unknown) => boolean;

type Known =
  | v.ObjectSchema<v.ObjectEntries, undefined>
  | v.VariantSchema<string, v.VariantOptions<string>, undefined>
  | v.UnionSchema<v.UnionOptions, undefined>
  | v.ArraySchema<v.GenericSchema, undefined>
  | v.NullableSchema<v.GenericSchema, undefined>
  | v.ExactOptionalSchema<v.GenericSchema, undefined>
  | v.PicklistSchema<v.PicklistOptions, undefined>
  | v.LiteralSchema<v.Literal, undefined>
  | v.CustomSchema<unknown, undefined>
  | v.BooleanSchema<undefined>;

type KnownPipe = v.SchemaWithPipe<readonly [v.GenericSchema, ...v.CheckAction<unknown, undefined>[]]>;

const never: Check = () => false;

/**
 * Whether a value of JSON is, as it stands, what a schema would make of it. Where it says no the schema itself has to be asked: of what is not
 * known here it says so too. For each field valibot makes an object or two: a start with 20,000 rows waited for half a million of them.
 */
export function quickCheckOf(schema: v.GenericSchema): Check {
  if (!('pipe' in schema)) return checkOf(schema as Known);
  const [first, ...actions] = (schema as KnownPipe).pipe;
  if (actions.some(({ type }) => type !== 'check')) return never;
  const fits = quickCheckOf(first);
  return (value) => fits(value) && actions.every(({ requirement }) => requirement(value));
}

function checkOf(schema: Known): Check {
  switch (schema.type) {
    case 'object':
      return objectCheck(schema.entries);
    case 'variant':
    case 'union': {
      const checks = schema.options.map(quickCheckOf);
      return (value) => checks.some((fits) => fits(value));
    }
    case 'array': {
      const fits = quickCheckOf(schema.item);
      return (value) => Array.isArray(value) && value.every(fits);
    }
    case 'nullable': {
      const fits = quickCheckOf(schema.wrapped);
      return (value) => (value === null ? schema.default === undefined : fits(value));
    }
    case 'exact_optional':
      return quickCheckOf(schema.wrapped);
    case 'picklist':
      return (value) => schema.options.some((option) => option === value);
    case 'literal':
      return (value) => value === schema.literal;
    case 'custom':
      return schema.check;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    default:
      return never;
  }
}

/** A field that no entry tells of would be left out by the schema. */
function objectCheck(entries: v.ObjectEntries): Check {
  const names = Object.keys(entries);
  const checks = Object.values(entries).map((schema) => quickCheckOf(schema as v.GenericSchema));
  const optional = Object.values(entries).map(({ type }) => type === 'exact_optional');
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    let known = 0;
    for (let index = 0; index < names.length; index += 1) {
      const field = (value as Readonly<Record<string, unknown>>)[names[index]!];
      if (field === undefined && optional[index]) continue;
      if (!checks[index]!(field)) return false;
      known += 1;
    }
    for (const _ in value) known -= 1;
    return known === 0;
  };
}

import * as v from 'valibot';
import { storedKeys, type StoredKind, type StoredRows } from '../../model/stored.ts';
import { quickCheckOf } from './quick-check.ts';
import { rowSchemas } from './stored-rows.ts';

const quickChecks = Object.fromEntries(
  Object.entries(rowSchemas).map(([kind, schema]) => [kind, quickCheckOf(schema)]),
) as Readonly<Record<StoredKind, ReturnType<typeof quickCheckOf>>>;

/** A saved row, or null if this version cannot read it. */
export function readRow<Kind extends StoredKind>(
  kind: Kind,
  key: unknown,
  json: unknown,
): StoredRows[Kind] | null {
  const row = checked(kind, String(json));
  return row !== null && storedKeys[kind](row) === key ? row : null;
}

function checked<Kind extends StoredKind>(kind: Kind, json: string): StoredRows[Kind] | null {
  try {
    const value: unknown = JSON.parse(json);
    if (quickChecks[kind](value)) return value as StoredRows[Kind];
    const row = v.safeParse(rowSchemas[kind], value);
    return row.success ? row.output : null;
  } catch {
    // Not JSON.
    return null;
  }
}

/** `migrations[1]` makes a version-2 content of a version-1 one. There is a fixture of every old version in the tests. */
export type Migrations = Readonly<
  Record<number, (stored: Record<string, unknown>) => Record<string, unknown>>
>;

/**
 * The stored content as the current version has it. Throws where the file names no version or a newer one, which only a newer
 * app can read, or where a step is missing.
 */
export function migrate(
  stored: Record<string, unknown>,
  current: number,
  migrations: Migrations,
): Record<string, unknown> {
  const from = Number(stored['version']);
  if (!(from >= 1)) throw new Error('no version');
  if (from > current) throw new Error(`version ${from} is newer than ${current}`);
  let content = stored;
  for (let version = from; version < current; version += 1) {
    const step = migrations[version];
    if (step === undefined) throw new Error(`no migration from version ${version}`);
    content = { ...step(content), version: version + 1 };
  }
  return content;
}

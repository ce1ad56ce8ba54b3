import { writtenValue } from './written-value.ts';

/** Relative to the home folder, on Windows too. */
export const configureFile = '.ncloud/configure';

type Profile = Partial<Record<'accessKey' | 'secretKey', string>>;

/** The names in `~/.ncloud/configure`: of each pair, the command line tool writes the first and older guides have the second. */
const names: Readonly<Record<string, keyof Profile>> = {
  ncloud_access_key_id: 'accessKey',
  ncloud_access_key: 'accessKey',
  ncloud_secret_access_key: 'secretKey',
  ncloud_secret_key: 'secretKey',
};

/**
 * The keys of the `[DEFAULT]` profile, to which lines before the first `[profile]` belong; if it has no complete pair, those of the first
 * profile that has one, else the first single key, so that the person can be told what is missing. Comments, `export`, quotes, blanks around
 * `=` and meaningless lines are tolerated.
 */
export function readConfigure(text: string): Profile {
  const profiles = new Map<string, Profile>([['default', {}]]);
  let profile: Profile = profiles.get('default')!;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const heading = /^\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim().toLowerCase();
    if (heading !== undefined) {
      profile = profiles.get(heading) ?? {};
      profiles.set(heading, profile);
      continue;
    }
    const setting = /^\s*(?:(?:export|set|setx)\s+)?([A-Za-z_]+)\s*[=:](.*)$/.exec(line);
    const field = names[setting?.[1]?.toLowerCase() ?? ''];
    if (field !== undefined) profile[field] = writtenValue(setting![2]!);
  }
  const all = [...profiles.values()];
  return (
    all.find(({ accessKey, secretKey }) => accessKey && secretKey) ??
    all.find(({ accessKey, secretKey }) => accessKey || secretKey) ??
    {}
  );
}

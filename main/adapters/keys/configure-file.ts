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

/** JSON and shells may write several settings on one line. */
const lineEnd = /\r\n|[\n\r\u2028]|[;,]\s*(?=(?:export\s+)?["']?ncloud_)/i;
const braces = /^\s*\{([^]*)\}\s*$/;

/** As an ini file, JSON, YAML, and the shells of all systems write it. */
const setting =
  /^\s*(?:(?:export|setx?|set\s+-\w+|declare\s+-x)\s+)?(["']?)(?:\$env:)?([A-Za-z_]+)["']?(?:\s*[=:]|\s)(.*)$/i;

/**
 * The keys of the `[DEFAULT]` profile, to which lines before the first `[profile]` belong; if it has no complete pair, those of the first
 * profile that has one, else the first single key, so that the person can be told what is missing. Comments, `export`, quotes, blanks around
 * `=` and meaningless lines are tolerated.
 */
export function readConfigure(text: string): Profile {
  const profiles = new Map<string, Profile>([['default', {}]]);
  let profile: Profile = profiles.get('default')!;
  for (const line of text.replace(braces, '$1').split(lineEnd)) {
    const heading = /^\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim().toLowerCase();
    if (heading !== undefined) {
      profile = profiles.get(heading) ?? {};
      profiles.set(heading, profile);
      continue;
    }
    const [, quote = '', name = '', value = ''] = setting.exec(line) ?? [];
    const field = names[name.toLowerCase()];
    // `set "NAME=value"` has its second quote behind the value.
    const isQuoted = quote !== '' && !line.includes(name + quote);
    if (field !== undefined) profile[field] = writtenValue(isQuoted ? value.replace(/["']\s*$/, '') : value);
  }
  const all = [...profiles.values()];
  return (
    all.find(({ accessKey, secretKey }) => accessKey && secretKey) ??
    all.find(({ accessKey, secretKey }) => accessKey || secretKey) ??
    {}
  );
}

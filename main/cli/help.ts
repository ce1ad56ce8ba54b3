import { defaultApiUrl, type Language } from '../contract.ts';
import { commandLineWords, type CommandLineWords } from '../../words/command-line-words.ts';
import { jsonFields } from './lines.ts';
import { options, type OptionName } from './options.ts';
import { resultFields } from './registrations.ts';
import { exitCodes } from './verdict.ts';
import { wrapped } from './wrapped.ts';

export const exampleAsset = 'my-workspace/1234/5678';
export const exampleProject = 'my-workspace/1234';

/** Where keys are looked for, in this order. */
export const keyPlaces = [
  'NCLOUD_ACCESS_KEY, NCLOUD_SECRET_KEY',
  'NCLOUD_ACCESS_KEY_ID, NCLOUD_SECRET_ACCESS_KEY',
  '~/.ncloud/configure',
] as const;

/** What the command heeds of the network; the last is Node's own. */
export const networkNames = { proxy: 'HTTPS_PROXY', direct: 'NO_PROXY', certificates: 'NODE_EXTRA_CA_CERTS' };

/** What every terminal has, and a mail or a page that quotes the help. */
const terminalColumns = 80;

type Lines = readonly (readonly [name: string, meaning: string])[];

/** All that `--help` says. */
export function helpText(language: Language): string {
  const words = commandLineWords[language];
  const { help } = words;
  return [
    help.about,
    section(help.usage, [
      ['import-watch watch WORKSPACE/PROJECT/ASSET … [--wait] [--timeout 2h] [--json] [--api-url URL]', ''],
      [
        'import-watch watch --project WORKSPACE/PROJECT … [--wait] [--timeout 2h] [--json] [--api-url URL]',
        '',
      ],
      [
        'import-watch watch --from FILE|- [--in WORKSPACE/PROJECT] [--dry-run] [--wait] [--timeout 2h] [--json]',
        '',
      ],
      [
        'import-watch register WORKSPACE/PROJECT KEY … [--from FILE|-] [--bucket BUCKET] [--wait] [--timeout 2h] [--json] [--dry-run]',
        '',
      ],
      ['import-watch status WORKSPACE/PROJECT/ASSET … [--timeout 30s] [--json] [--api-url URL]', ''],
    ]),
    section(help.commands, [
      ['watch', help.watch('Ctrl+C')],
      ['status', help.status('--timeout')],
      ['register', help.register('--wait')],
    ]),
    section(help.options, optionLines(words)),
    section(
      help.keys,
      keyPlaces.map((place) => [place, '']),
    ),
    section(help.network, [
      [`${networkNames.proxy}, ${networkNames.direct}`, help.proxy],
      [networkNames.certificates, help.certificates],
    ]),
    section(
      help.exitCodes,
      [
        [exitCodes.completed, words.exitCodes.completed('status')] as const,
        [exitCodes.failed, words.exitCodes.failed] as const,
        [exitCodes.wrongUsage, words.exitCodes.wrongUsage] as const,
        [exitCodes.cannotTell, words.exitCodes.cannotTell] as const,
      ].map(([code, meaning]) => [String(code), meaning]),
    ),
    section(help.example, [[`import-watch watch ${exampleAsset} --wait --timeout 2h --json`, '']]),
  ].join('\n\n');
}

function optionLines({ help }: CommandLineWords): Lines {
  const meanings: Readonly<Record<OptionName, string>> = {
    wait: help.wait('watch', 'register'),
    timeout: help.timeout('s, m, h, d'),
    project: help.project('watch'),
    from: help.from('watch', 'register', '-'),
    in: help.in('--from'),
    bucket: help.bucket('register'),
    'dry-run': help.dryRun('--from', 'register'),
    json: help.json(jsonFields.join(', '), 'register', resultFields.join(', ')),
    'api-url': help.apiUrl(defaultApiUrl),
    help: help.thisHelp,
    version: help.version,
  };
  return (Object.keys(meanings) as OptionName[]).map((name) => {
    const { value } = options[name];
    return [`--${name}${value === null ? '' : ` ${value}`}${name === 'help' ? ', -h' : ''}`, meanings[name]];
  });
}

function section(title: string, lines: Lines): string {
  const widest = Math.max(...lines.map(([name, meaning]) => (meaning === '' ? 0 : name.length)));
  return [title, ...lines.flatMap(([name, meaning]) => entry(name, meaning, widest))].join('\n');
}

/** A name and, in a column of its own, what it means; a name alone has its further lines set in. */
function entry(name: string, meaning: string, widest: number): readonly string[] {
  const [first, text] = meaning === '' ? ['  ', name] : [`  ${name.padEnd(widest)}  `, meaning];
  const rest = ' '.repeat(meaning === '' ? 6 : first.length);
  return wrapped(text, terminalColumns - rest.length).map(
    (line, index) => (index === 0 ? first : rest) + line,
  );
}

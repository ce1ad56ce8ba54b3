import { parseArgs } from 'node:util';

/** The options, in the order of the help. `value` stands there for what an option takes; null takes nothing. */
export const options = {
  wait: { type: 'boolean', value: null },
  timeout: { type: 'string', value: '2h' },
  project: { type: 'string', value: 'WORKSPACE/PROJECT' },
  from: { type: 'string', value: 'FILE' },
  in: { type: 'string', value: 'WORKSPACE/PROJECT' },
  bucket: { type: 'string', value: 'BUCKET' },
  'dry-run': { type: 'boolean', value: null },
  json: { type: 'boolean', value: null },
  'api-url': { type: 'string', value: 'URL' },
  help: { type: 'boolean', value: null, short: 'h' },
  version: { type: 'boolean', value: null },
} as const;

export type OptionName = keyof typeof options;

export type OptionFault =
  | { readonly kind: 'unknown-option'; readonly option: string }
  | { readonly kind: 'value-missing'; readonly option: string }
  /** Of what says which assets or files are meant: the first would be left out without a word. */
  | { readonly kind: 'given-twice'; readonly option: string }
  | { readonly kind: 'value-unexpected'; readonly option: string };

export interface Words {
  /** What stands for itself: the command and the assets. */
  readonly plain: readonly string[];
  readonly given: Readonly<Record<'wait' | 'json' | 'dryRun' | 'help' | 'version', boolean>>;
  readonly timeout: string | null;
  readonly apiUrl: string | null;
  readonly from: string | null;
  readonly in: string | null;
  readonly bucket: string | null;
  /** May be given more than once. */
  readonly projects: readonly string[];
}

/**
 * Tells options from plain words. The parser's own complaints are English sentences without a code for each cause, so it is asked
 * for its tokens and they are checked here.
 */
export function readWords(words: readonly string[]): Words | OptionFault {
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true });
  const plain: string[] = [];
  const switches = new Set<string>();
  const values = new Map<string, string>();
  const projects: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') plain.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName: option, value } = token;
    if (!isOption(name)) return { kind: 'unknown-option', option };
    if (options[name].type === 'boolean') {
      if (value !== undefined) return { kind: 'value-unexpected', option };
      switches.add(name);
    } else {
      // `--timeout --json` is a forgotten duration and not a strange one.
      const isOption = !token.inlineValue && value !== '-' && value?.startsWith('-');
      if (!value || isOption) return { kind: 'value-missing', option };
      if (/^(?:from|in|bucket)$/.test(name) && values.has(name)) return { kind: 'given-twice', option };
      if (name === 'project') projects.push(value);
      values.set(name, value);
    }
  }
  const given = (name: OptionName) => switches.has(name);
  return {
    plain,
    given: {
      wait: given('wait'),
      json: given('json'),
      dryRun: given('dry-run'),
      help: given('help'),
      version: given('version'),
    },
    timeout: values.get('timeout') ?? null,
    apiUrl: values.get('api-url') ?? null,
    from: values.get('from') ?? null,
    in: values.get('in') ?? null,
    bucket: values.get('bucket') ?? null,
    projects,
  };
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

import { parseArgs } from 'node:util';
import { defaultApiUrl, readApiAddress } from '../mi/api-address.ts';
import { isServiceId, isWorkspaceName } from '../mi/request-target.ts';
import type { AssetReference } from '../monitor/asset.ts';

export interface WatchOrder {
  readonly command: 'watch' | 'status';
  readonly references: readonly AssetReference[];
  readonly json: boolean;
  readonly wait: boolean;
  /** Milliseconds; null waits as long as it takes. */
  readonly timeoutMs: number | null;
  readonly apiUrl: string;
}

export type Order =
  | { readonly kind: 'run'; readonly order: WatchOrder }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly reason: string };

/** Reads the words of the command line. Nothing is asked of the service before they are all understood. */
export function readArguments(words: readonly string[]): Order {
  const parsed = parse(words);
  if (typeof parsed === 'string') return { kind: 'wrong', reason: parsed };
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...assets] = positionals;
  if (command !== 'watch' && command !== 'status') return wrong('the first word is watch or status');
  if (command === 'status' && values.wait) return wrong('--wait belongs to watch');
  if (assets.length === 0) return wrong('name at least one asset, as workspace/project/asset');
  const references: AssetReference[] = [];
  for (const text of assets) {
    const reference = readReference(text);
    if (reference === null)
      return wrong(`${quoted(text)} is not workspace/project/asset, such as my-workspace/1234/5678`);
    references.push(reference);
  }
  const timeoutMs = values.timeout === undefined ? null : readDuration(values.timeout);
  if (Number.isNaN(timeoutMs)) return wrong('--timeout takes a duration such as 90s, 30m or 2h');
  const address = readApiAddress(values['api-url'] ?? defaultApiUrl);
  if (address.kind === 'invalid') return wrong('--api-url takes an https address, or http on this computer');
  const { json, wait } = values;
  return { kind: 'run', order: { command, references, json, wait, timeoutMs, apiUrl: address.origin } };
}

/** `workspace/project/asset` with valid parts, or null. */
export function readReference(text: string): AssetReference | null {
  const match = /^([^/]+)\/(\d{1,16})\/(\d{1,16})$/.exec(text);
  if (match === null) return null;
  const [, workspace = '', project, asset] = match;
  const [projectId, assetId] = [Number(project), Number(asset)];
  const valid = isWorkspaceName(workspace) && isServiceId(projectId) && isServiceId(assetId);
  return valid ? { workspace, projectId, assetId } : null;
}

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of a duration such as `90s`, `30m`, `2h`; NaN where it is none. */
export function readDuration(text: string): number {
  const match = /^(\d{1,6})([smhd])$/.exec(text);
  if (match === null) return NaN;
  return Number(match[1]) * unitMs[match[2] as keyof typeof unitMs];
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        wait: { type: 'boolean', default: false },
        timeout: { type: 'string' },
        'api-url': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : 'not understood';
  }
}

const wrong = (reason: string): Order => ({ kind: 'wrong', reason });

const quoted = (text: string) => JSON.stringify(text.slice(0, 60));

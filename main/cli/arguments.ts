import { defaultApiUrl } from '../contract.ts';
import { bucketNamePattern } from '../model/registration.ts';
import { readApiAddress, type ApiAddressFault } from '../mi/api-address.ts';
import type { AssetReference } from '../model/asset.ts';
import { readWords, type OptionFault, type Words } from './options.ts';
import { readProject, readReference, type ProjectReference, type ReferenceFault } from './references.ts';

export const commands = ['watch', 'status', 'register'] as const;
export type Command = (typeof commands)[number];

export interface WatchOrder {
  readonly command: Command;
  readonly references: readonly AssetReference[];
  /** To be followed: what is in progress there, or comes to be, is watched too. */
  readonly projects: readonly ProjectReference[];
  /** Null where no list is read. */
  readonly list: ListOrder | null;
  readonly json: boolean;
  readonly wait: boolean;
  /** Milliseconds; null waits as long as it takes. */
  readonly timeoutMs: number | null;
  readonly apiUrl: string;
}

/** Files that are to be registered. */
export interface RegisterOrder extends Pick<WatchOrder, 'json' | 'wait' | 'timeoutMs' | 'apiUrl'> {
  readonly place: ProjectReference;
  /** Null takes the one that the workspace is linked to. */
  readonly bucket: string | null;
  /** As they were given, one file each. */
  readonly keys: readonly string[];
  /** A file with more of them, one a line; `-` is the standard input. */
  readonly from: string | null;
  /** Only tells what would be registered: nothing is asked. */
  readonly isDryRun: boolean;
}

/** A list from which assets are read. */
export interface ListOrder {
  /** A file's path; `-` is the standard input. */
  readonly from: string;
  /** What bare ids in it belong to. */
  readonly place: ProjectReference | null;
  /** Only tells what was read: nothing is asked. */
  readonly isDryRun: boolean;
}

export type WrongUsage =
  | OptionFault
  | ReferenceFault
  | { readonly kind: 'no-command' | 'no-asset' | 'not-a-duration' | 'no-project' | 'no-key' | 'bucket-name' }
  | { readonly kind: 'of-other-command'; readonly option: string; readonly commands: readonly Command[] }
  | { readonly kind: 'needs-from'; readonly option: string }
  | { readonly kind: 'api-url'; readonly fault: ApiAddressFault };

export type Order =
  | { readonly kind: 'run'; readonly order: WatchOrder }
  | { readonly kind: 'register'; readonly order: RegisterOrder }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly fault: WrongUsage };

/** Reads the words of the command line. Nothing is asked of the service before they are all understood. */
export function readArguments(words: readonly string[]): Order {
  const read = readWords(words);
  if ('kind' in read) return { kind: 'wrong', fault: read };
  if (read.given.help) return { kind: 'help' };
  if (read.given.version) return { kind: 'version' };
  if (read.plain[0] === 'register') {
    const order = readRegisterOrder(read);
    return 'kind' in order ? { kind: 'wrong', fault: order } : { kind: 'register', order };
  }
  const order = readOrder(read);
  return 'kind' in order ? { kind: 'wrong', fault: order } : { kind: 'run', order };
}

function ofOther(option: string, ...others: readonly Command[]): WrongUsage {
  return { kind: 'of-other-command', option, commands: others };
}

function readOrder({ plain: [name, ...assets], given, ...values }: Words): WatchOrder | WrongUsage {
  const command = commands.find((known) => known === name);
  if (command === undefined || command === 'register') return { kind: 'no-command' };
  if (values.bucket !== null) return ofOther('--bucket', 'register');
  if (command !== 'watch' && given.wait) return ofOther('--wait', 'watch', 'register');
  if (command !== 'watch' && values.projects.length > 0) return ofOther('--project', 'watch');
  const list = readList(values, given.dryRun);
  if (list !== null && 'kind' in list) return list;
  if (command !== 'watch' && list !== null) return ofOther('--from', 'watch', 'register');
  if (assets.length + values.projects.length === 0 && list === null) return { kind: 'no-asset' };
  const references: AssetReference[] = [];
  for (const text of assets) {
    const reference = readReference(text);
    if ('kind' in reference) return reference;
    references.push(reference);
  }
  const projects: ProjectReference[] = [];
  for (const text of values.projects) {
    const project = readProject(text);
    if ('kind' in project) return project;
    projects.push(project);
  }
  const limits = readLimits(values);
  if ('kind' in limits) return limits;
  const { json, wait } = given;
  return { command, references, projects, list, json, wait, ...limits };
}

function readRegisterOrder({
  plain: [, project, ...keys],
  given,
  ...values
}: Words): RegisterOrder | WrongUsage {
  const { from, bucket } = values;
  if (values.projects.length > 0) return ofOther('--project', 'watch');
  if (values.in !== null) return ofOther('--in', 'watch');
  if (project === undefined) return { kind: 'no-project' };
  const place = readProject(project);
  if ('kind' in place) return place;
  const isNone = keys.length === 0 && from === null;
  if (isNone || keys.some((key) => key.trim() === '')) return { kind: 'no-key' };
  if (bucket !== null && !bucketNamePattern.test(bucket)) return { kind: 'bucket-name' };
  const limits = readLimits(values);
  if ('kind' in limits) return limits;
  const { json, wait, dryRun: isDryRun } = given;
  return { place, bucket, keys, from, isDryRun, json, wait, ...limits };
}

function readLimits({
  timeout,
  apiUrl,
}: Pick<Words, 'timeout' | 'apiUrl'>): Pick<WatchOrder, 'timeoutMs' | 'apiUrl'> | WrongUsage {
  const timeoutMs = timeout === null ? null : readDuration(timeout);
  if (Number.isNaN(timeoutMs)) return { kind: 'not-a-duration' };
  const address = readApiAddress(apiUrl ?? defaultApiUrl);
  return address.kind === 'invalid'
    ? { kind: 'api-url', fault: address.reason }
    : { timeoutMs, apiUrl: address.origin };
}

function readList(values: Pick<Words, 'from' | 'in'>, isDryRun: boolean): ListOrder | WrongUsage | null {
  const needing = isDryRun ? '--dry-run' : values.in === null ? null : '--in';
  if (values.from === null) return needing === null ? null : { kind: 'needs-from', option: needing };
  const place = values.in === null ? null : readProject(values.in);
  if (place !== null && 'kind' in place) return place;
  return { from: values.from, place, isDryRun };
}

export const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of a duration such as `90s`, `30m`, `2h`; NaN where it is none. */
export function readDuration(text: string): number {
  const match = /^(\d{1,6})([smhd])$/.exec(text);
  if (match === null) return NaN;
  return Number(match[1]) * unitMs[match[2] as keyof typeof unitMs];
}

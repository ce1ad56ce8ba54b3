import type { NotUnderstoodReason } from '../contract.ts';
import { isWorkspaceName } from '../mi/request-target.ts';
import { dash, readRange, type IdReading, type Range } from './ids.ts';

/** An asset, or a range of them, that the text names with its workspace and project. */
export type Reference = Range & { readonly workspace: string; readonly projectId: number };
export type ReferenceReading = Reference | Exclude<IdReading, Range>;

export interface References {
  readonly readings: readonly ReferenceReading[];
  /** What is left of the text without them. */
  readonly rest: string;
}

const address =
  /(?<![\p{L}\p{N}_-])\/?workspaces\/([^/\s]{1,200})\/projects\/([^/\s]{1,40})\/(?:video-)?assets\/(?=\S)/giu;
/** Stands before the workspace of an address, which is no part of a longer name then. */
const mark = '\ue000';
/** Asks for the list of a project, or registers files in it. */
const projectAddress =
  /(?<![\p{L}\p{N}_-])workspaces\/([a-z0-9-]{3,63})\/projects\/(\d{1,16})(?:\/(?:video-)?assets(?:\/[a-z/-]+)?)?\/?(?![\p{L}\p{N}/-])/giu;
/** The signs at which a word begins and ends, and those at which an address does. */
const edge = String.raw`\s"'\x60<>()[\]{}|,;:=!?&#*“”‘’「」『』【】〈〉《》、。…·→\ue000`;
const wideEdge = String.raw`\s"'\x60<>()[\]{}|,;`;
/** What makes the number before it no whole one. Words of Korean and Japanese follow a number without a blank. */
const stuck = String.raw`[.\-+]?(?![\u1100-\u11ff\u3040-\u318f\u3400-\u9fff\uac00-\ud7a3])[\p{L}\p{N}\p{M}]|_+[\p{L}\p{N}]|[.:]\d|%|,\d{3}(?!\d)|=\s*$|[\u2025\u2026]|\.\.`;
const range = String.raw`(?:\s*${dash}\s*#?(\d+)(?!${stuck}))?`;
const id = String.raw`/(\d{1,16})/(\d+)(?!\d)${range}`;
const reference = new RegExp(`(?<=^|[${edge}])([^${edge}]{1,300}?)${id}([^${edge}]*)`, 'gu');
const addressWord = new RegExp(`[^${wideEdge}]{0,300}${mark}[^${wideEdge}]*`, 'g');
const onlyDash = new RegExp(`^\\s*${dash}\\s*(?:[^${wideEdge}]*${mark})?$`);
/** A range that cannot be read is refused and not halved. */
const inWords = String.raw`\s*(?:부터|から)\s*\d|\s*(?:에서|より)\s*\d+\s*(?:까지|まで)|\s+(?:to|through)\s+\d`;
const half = new RegExp(`^(?:${stuck}|${inWords})`, 'u');
const spaced = /^(?:[a-z0-9-]{3,63}\s*\/\s*\d+\s*\/\s*\d+(?:[\s,;]+|$))+$/;
/** Most lines of a long list are nothing else, and are read ten times as fast. */
const bareReference = /^(?=[\d-]*[a-z])([a-z\d-]{3,63})\/([1-9]\d{0,14})\/([1-9]\d{0,14})$/;
const date = /^(?:19|20)\d\d\/(?:1[0-2]|[1-9])\/(?:[12]\d|3[01]|[1-9])$/;

/** As HTML and JSON write a slash. */
const slashes = /\\\/|\\u002f|&#x2f;|&#47;|&sol;/i;
export const mayBeAddress = (text: string): boolean =>
  text.includes('/') || slashes.test(text) || /%(?:25)*2f/i.test(text);

/** The addresses and references of a line, each a whole word of it, and the rest of the line. Null where it has none. */
export function referencesIn(plain: string): References | null {
  if (!mayBeAddress(plain)) return null;
  const [, workspace, project, asset] = bareReference.exec(plain) ?? [];
  if (workspace !== undefined) {
    const assetId = Number(asset);
    const reading = { workspace, projectId: Number(project), first: assetId, last: assetId };
    return { readings: [reading], rest: '' };
  }
  // `my-ws / 1234 / 5678`, as the window shows it: only where the line holds nothing else.
  const joined = spaced.test(plain.trim()) ? plain.replace(/\s*\/\s*/g, '/') : decoded(plain);
  const text = joined.replace(address, `${mark}$1/$2/`);
  const readings: ReferenceReading[] = [];
  let done = 0;
  for (const match of text.matchAll(reference)) {
    const reading = readWord(match, text);
    if (reading === null) continue;
    const before = onlyDash.test(text.slice(done, match.index)) ? readings.at(-1) : undefined;
    const whole = before && rangeOf(before, reading);
    if (whole) readings.pop();
    readings.push(whole ?? reading);
    done = match.index + match[0].length;
  }
  const rest = text.replace(addressWord, ' ').replace(reference, ' ');
  return readings.length === 0 ? null : { readings, rest };
}

/** The project of which a text asks for the list, or in which it registers files. Null where it names none, or several. */
export function projectIn(plain: string): { readonly workspace: string; readonly project: string } | null {
  if (!mayBeAddress(plain)) return null;
  const [first, ...others] = [...decoded(plain).matchAll(projectAddress)];
  if (first === undefined || others.some(([address]) => address !== first[0])) return null;
  return { workspace: first[1]!, project: first[2]! };
}

function readWord(match: RegExpExecArray, text: string): ReferenceReading | null {
  const { index, 0: word, 1: start = '', 2: project = '', 3: first = '', 4: last, 5: tail = '' } = match;
  const isAddress = text[index - 1] === mark;
  // `C:/media/1/2` and `path=/media/1/2` are files.
  const mayBeFile = isAddress || /[:=]/.test(text[index - 1] ?? '');
  const name = mayBeFile ? start : start.replace(/^\/(?!\/)/, '');
  // `2026/09/17` and `720/1080/2160` have the form of a reference, and the address of another page has it in its end.
  const isName = /\p{L}|^\.\.$/u.test(name) || (/^[\d-]{3,}$/.test(name) && word === text.trim());
  const isPath = /^\/(?!import-status|$)/.test(tail);
  if (!isAddress && (!isName || isPath || name.startsWith('/') || date.test(word))) return null;
  const refused = (reason: NotUnderstoodReason): ReferenceReading => ({ reason, text: word });
  if (!isWorkspaceName(name)) return refused('workspace-name');
  const [projectId, ids] = [readRange(word, project), readRange(word, first, last)];
  const after = text.slice(index + word.length - tail.length, index + word.length + 40);
  if ('reason' in projectId || half.test(after)) return refused('not-an-id');
  return 'reason' in ids ? ids : { workspace: name, projectId: projectId.first, ...ids };
}

function rangeOf(one: ReferenceReading, other: ReferenceReading): ReferenceReading | null {
  if ('reason' in one || 'reason' in other) return null;
  if (one.workspace !== other.workspace || one.projectId !== other.projectId) return null;
  const ids = readRange(`${one.first}-${other.last}`, String(one.first), String(other.last));
  return 'reason' in ids ? ids : { ...one, ...ids };
}

/** Links of Outlook, Google and Slack have the address inside, once or twice encoded. */
function decoded(plain: string): string {
  let text = plain.replace(new RegExp(slashes, 'gi'), '/');
  for (let times = 0; times < 3 && text.includes('%'); times += 1)
    text = text.replace(/%([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return text;
}

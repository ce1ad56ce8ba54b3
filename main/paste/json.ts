import { columnOf, saysAssetId, type Column } from '../../words/column-names.ts';
import { maySayASecret } from './without-secrets.ts';
import { createEntry, saidBy, say, unclear, type Collector, type Entry } from './collector.ts';
import { readCell } from './ids.ts';
import { mayBeAddress, projectIn, referencesIn } from './references.ts';

/** Answers nest a few levels. A text that nests deeper is none, and is read as any other. */
const deepest = 500;
const longest = 20_000;
/** What a request was sent with: the page in it was not asked for. The key of an object has slashes and is no address. */
const aside = /^(?:headers?|cookies|referr?er|origin|(?:object[ _-]?)?key)$/i;
type Level = ReturnType<typeof outermost>;
function outermost(place: Entry) {
  const entry = createEntry(place);
  /** `owner` is whose place the object says: its own, or that of the one around it where it is a project or workspace itself. */
  return { entry, owner: entry, name: '', isList: false, isAside: false };
}
/** A bracket, the beginning of a string, an address, or bare words, behind comments. Dots stand where people left something out. */
const token =
  /(?:[\s,;.>\u2026]|(?<![:\w])\/\/.*|\/\*[^*]*\*\/)*(?:([{}[\]])|(["'])|(https?:\/\/[^\s"',}\]]+|[^\s{}[\]"',:;=]+(?: +[^\s{}[\]"',:;=]+)*))/y;
const keySign = /[^\S\n]*(?:=>|[:=])|/y;

/** The beginning of JSON in a line, or of what is left of it where it was cut. */
export const jsonStart =
  /^[\s.,\u2026]*["'][^"']{1,60}["']\s*:|[{[]\s*(?:["'{[]|\/[/*]|$)|\{\s*[\w$-]{1,60}\s*[:=]/;

/** Reads the JSON that begins at `start`, whole or cut at either end, and objects as programs print them. A list of bare numbers is none. */
export function readJson(text: string, start: number, firstLine: number, collector: Collector, place: Entry) {
  const open: Level[] = [];
  const keys = new Map<string, ReturnType<typeof keyOf>>();
  const entries = new Set<Entry>();
  const asked = new Map<string, NonNullable<ReturnType<typeof projectIn>>>();
  let level = outermost(place);
  const whole = level.entry;
  let key: string | null = null;
  let line = firstLine;
  let end = start;
  let isBroken = false;
  while (open.length <= deepest) {
    token.lastIndex = end;
    const match = token.exec(text);
    if (match === null) break;
    const [before, bracket, quote, bare = ''] = match;
    const begin = end + before.length;
    const close = quote === undefined ? begin : stringEnd(text, begin, quote);
    keySign.lastIndex = close + (quote?.length ?? 0);
    const sign = bracket === undefined ? keySign.exec(text)?.[0] : undefined;
    const isWord = (quote ?? bracket) === undefined;
    const isNothing = isWord && /^(?:true|false|null|none|undefined)$/i.test(bare);
    const isKey: boolean = key === null && Boolean(sign);
    const isLiteral = !isWord || isNothing || /^-?\d[\d.eE+]*$/.test(bare);
    const isValue = key !== null || (open.length > 0 && isLiteral);
    // Around JSON, only what is left of it where it was cut is no prose.
    isBroken = close >= 0 && open.length > 0 && !bracket && !isValue && !isKey;
    if (close < 0 || isBroken || (!bracket && !isValue && !(isKey && (open.length > 0 || !isWord)))) break;
    line += before.split('\n').length - 1;
    end = close + (quote?.length ?? 0) + (sign?.length ?? 0);
    // What is that long is the body of an answer and no name.
    const value = isWord ? bare : close - begin > longest ? '' : unescaped(text.slice(begin, close));
    const name: string = key ?? (level.isList ? level.name : '');
    key = isKey ? value : null;
    if (isKey && !keys.has(value)) keys.set(value, keyOf(value));
    if (isKey) continue;
    if (bracket === '{' || bracket === '[') {
      open.push(level);
      const isList = bracket === '[';
      const { column, isAside = false } = keys.get(name) ?? {};
      const entry = isList ? level.entry : createEntry(level.entry);
      const isPlace = !isList && isPlaceColumn(column);
      const owner = isList || (isPlace && !level.isList) ? level.owner : entry;
      // It may not say its own id, and the chosen one is another.
      if (isPlace) owner.said[column] ??= unclear;
      level = { entry, owner, name, isList, isAside: level.isAside || isAside };
    } else if (bracket) level = open.pop() ?? outermost(place);
    else if (name !== '' && (!isNothing || isPlaceColumn(keys.get(name)?.column))) {
      // What has a place and does not say it is not of the chosen one. A number at the end of a text that is cut off may be half a number.
      const isCut = isWord && end === text.length && open.length > 0;
      takeValue(keys.get(name)!, isNothing ? '' : value, isCut);
      entries.add(level.entry);
    }
  }
  // What comes behind a fault could have said the place.
  if (isBroken) for (const { entry } of [...open, level]) entry.said.workspace ??= unclear;
  if (asked.size > 0 && ![...entries].some(hasAddress)) sayAsked();
  let isFound = false;
  for (const entry of entries) {
    if (collector.take(entry, firstLine, true)) isFound = true;
  }
  const isJson = keys.size > 0 && (isFound || !isBroken);
  if (isJson && !isFound) tellNothing();
  return { end, line, isJson };

  function keyOf(name: string) {
    const isUsed = collector.isUsed({ kind: 'field', line: firstLine, field: name });
    const known = columnOf(name) ?? columnOf(name.replace(/(?<=project|workspace)s$/i, ''));
    // Under a mere `asset` stands anything.
    const column = isUsed ? 'asset' : known?.column === 'asset' && !saysAssetId(known) ? 'id' : known?.column;
    return { column, isAside: aside.test(name), hasId: false };
  }

  function takeValue(named: ReturnType<typeof keyOf>, text: string, isCut: boolean): void {
    const { column } = named;
    const { entry, isAside } = level;
    const outer = keys.get(level.name)?.column;
    const mayBeId = column === 'asset' || (!named.hasId && (column ?? 'id') === 'id');
    const read = mayBeId ? readCell(text) : null;
    const readings = isCut ? [{ reason: 'cut-off', text } as const] : read;
    named.hasId ||= read !== null;
    const isOuterName = column === 'label' || (column === 'id' && /[a-z]/.test(text));
    const isOfOuter = outer === 'project' ? column === 'id' : outer === 'workspace' && isOuterName;
    const what = isOfOuter ? outer : column;
    if (what === 'asset') entry.assets.push({ text, line, readings });
    else if (isPlaceColumn(what) || what === 'project-name') {
      // A list of names is of no one object.
      if (!level.isList) say(level.owner, ...saidBy(what, isCut ? unclear : text));
    } else if (what !== undefined && what !== 'id' && what !== 'other') say(entry, what, isCut ? '' : text);
    const isName = column === 'label' || column === 'file';
    if (isAside || named.isAside || !mayBeAddress(text)) return;
    entry.texts.push({ text, line, isName });
    const project = projectIn(text);
    if (project !== null) asked.set(JSON.stringify(project), project);
  }

  /** A list that was asked for says where its assets stand; where there are several, nobody knows of which an asset is. */
  function sayAsked(): void {
    const [project, ...others] = asked.values();
    if (Object.keys(whole.said).length === 0)
      Object.assign(whole.said, others.length === 0 ? project : { project: unclear });
  }

  function tellNothing(): void {
    const names = [...keys.keys()].filter((name) => !maySayASecret(name));
    const offered = [...keys].filter(([, { hasId, column = 'id' }]) => hasId && column === 'id');
    const use = (field: string) => ({ kind: 'field', line: firstLine, field }) as const;
    const offers = offered.slice(0, 20).map(([field]) => ({ use: use(field), text: field }));
    const reason = offers.length > 0 ? 'which-column' : 'not-an-id';
    collector.refuse(names.slice(0, 20).join(', ') || '…', firstLine, reason, offers);
  }
}

const hasAddress = ({ texts }: Entry): boolean => texts.some(({ text }) => referencesIn(text) !== null);

const isPlaceColumn = (column?: Column): column is 'project' | 'workspace' =>
  column === 'project' || column === 'workspace';

/** Where the closing quote stands; -1 where the line ends before. */
function stringEnd(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length && text[at] !== '\n'; at += 1)
    if (text[at] === quote) return at;
    else if (text[at] === '\\') at += 1;
  return -1;
}

function unescaped(text: string): string {
  try {
    return text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
  } catch {
    // An escape that JSON does not know: the text is shown as it stands there.
    return text;
  }
}

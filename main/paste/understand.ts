import { limits, type Understanding } from '../contract.ts';
import { createCollector, createEntry, type Collector, type Wishes } from './collector.ts';
import { createCommandReader } from './commands.ts';
import { textOf } from './text-of-file.ts';
import { createFields } from './fields.ts';
import { readIds, type IdReading } from './ids.ts';
import { jsonStart, readJson } from './json.ts';
import { createLineReader, longestLine, type SourceLine } from './lines.ts';
import { toPlain } from './plain-text.ts';
import { projectIn, referencesIn } from './references.ts';
import { isHeader } from './without-secrets.ts';
import { createTables } from './table.ts';

/**
 * Understands a pasted text or a file. A number counts as an id only where the text says that it is one; all else is told, with ways to use
 * it all the same. Never throws, and takes time in proportion to the length: some seconds for the longest of texts.
 */
export function understand(asked: Wishes): Understanding {
  const { text: pasted } = asked;
  const collector = createCollector(asked);
  const text = (typeof pasted === 'string' ? pasted : textOf(pasted))?.replace(/^\ufeff/, '');
  if (text === undefined) collector.refuse('', 1, 'not-text');
  // A part of it could end in the middle of a number.
  else if (text.length > limits.pasteLength) collector.refuse(text.slice(0, 200), 1, 'too-long');
  else readLines(text, collector);
  return collector.understanding();
}

/** Rules of tables, marks of code, what databases write around their rows, and what tells Excel by which sign a row is parted. */
const silent =
  /^(?=.*(?:--|==|\*\*\*|[─-╿]))[\s|:+=\-*─-╿]+$|^\s*```(?:[a-z][\w+-]*)?\s*$|^\{(?:code|noformat|quote)[^}]*\}$|^\s*[[\]{}(),;]+\s*$|^\*+ \d+\. row \*+$|^-\[ RECORD \d+ \][-+]*$|^\(\d+ rows?\)$|^\d+ rows? in set|^sep=.?$/i;

/** In a mail as it is sent, a long line is parted so, also in the middle of an id. */
const softBreak = /[^\n]{50,75}=\r?$/;
/** The name of what is only a number and no id: a code or a password in the next line. */
const secretName =
  /^.{0,20}(?:OTP|PIN|(?:your|verification|security|access|login) code|pass(?:word|code)|인증 ?번호|비밀번호|암호|認証コード|暗証番号|パスワード)\W{0,3}(?:is|는|은|は)?\W{0,3}$/iu;

/** True of few numbers of far different size, as in columns: the number of the row beside the id, or the size. */
function areMixed(readings: readonly IdReading[]): boolean {
  const ids = readings.map((one) => ('first' in one && one.first === one.last ? one.first : NaN));
  return ids.length > 1 && ids.length <= 6 && Math.max(...ids) > 20 * Math.min(...ids);
}

function readLines(text: string, collector: Collector): void {
  const fields = createFields(collector);
  const tables = createTables(collector, fields.place);
  const lines = createLineReader(
    text,
    (line) => tables.isCut(line) || (line.endsWith('=') && softBreak.test(line.slice(-80))),
  );
  const readCommand = createCommandReader();
  let jsonTriedTo = 0;
  let dropped = 0;
  let command: { readonly source: SourceLine; isUsed: boolean } | null = null;
  let wasMixed = false;
  let above = '';
  for (let source = lines.next(); source !== null; source = lines.next()) {
    const { line, plain, number, start } = source;
    if (number === dropped) continue;
    const asked = readCommand(source);
    if (asked === null) endCommand();
    if (plain.trim() === '') tables.takeBlank();
    if (plain.trim() === '' || tables.takeRow(source)) continue;
    const mayBeJson = asked === null && start >= jsonTriedTo && readIds(plain) === null;
    const json = mayBeJson ? line.search(jsonStart) : -1;
    if (json >= 0) {
      takeReferences(toPlain(line.slice(0, json)), number);
      const read = readJson(text, start + json, number, collector, fields.place());
      jsonTriedTo = read.end;
      if (read.isJson) lines.goTo(read.end, (dropped = read.line));
      if (read.isJson) continue;
    }
    if (asked !== null) takeCommand(asked, source);
    else if (silent.test(plain)) fields.end();
    else if (line.length >= 2 * longestLine) collector.refuse(line, (dropped = number), 'not-an-id');
    else readLine(source);
  }
  endCommand();
  fields.end();
  tables.close();

  function readLine(source: SourceLine): void {
    const { line, plain, number } = source;
    const before = above;
    above = plain;
    const references = isHeader(plain) ? null : referencesIn(plain);
    const hasAddress = references !== null;
    if (!hasAddress) takeProject(plain);
    const isHeading = tables.takeHeading(source);
    // A line that says its asset by name may have an object key in it that looks like an address.
    const isOfFields = !hasAddress || fields.saysAsset(plain);
    if (!isHeading && isOfFields && fields.take(source, hasAddress)) return;
    if (hasAddress) fields.takeAddress(plain, number);
    const isTable = isHeading || tables.takeOther(source, hasAddress);
    if (isTable) fields.end();
    if (isTable) return;
    if (hasAddress) return takeReferences(plain, number, references);
    const ids = fields.idsIn(plain);
    const next = lines.peek();
    const isMixed = ids !== null && areMixed(ids) && (wasMixed || areMixed(readIds(toPlain(next)) ?? []));
    wasMixed = isMixed;
    const mayBeRow = ids === null || isMixed || /\t|^\|/.test(plain.trim());
    if (mayBeRow && tables.begin(source, next)) return fields.end();
    if (ids !== null && secretName.test(before)) return collector.refuse('…', number, 'may-be-secret');
    // What is not understood may stand in the middle of a form.
    if (ids !== null) fields.end();
    takeIds(line, number, isMixed ? null : ids);
  }

  /** A command of which nothing is taken is told once, by its first line. */
  function takeCommand(asked: string, source: SourceLine): void {
    command ??= { source, isUsed: false };
    const references = referencesIn(asked);
    command.isUsed ||= references !== null;
    if (references === null) takeProject(asked);
    takeReferences(asked, source.number, references);
  }

  function endCommand(): void {
    if (command?.isUsed === false) takeIds(command.source.line, command.source.number, null);
    command = null;
  }

  /** What a project was asked for follows, mostly: its list, or what a file that was registered there became. */
  function takeProject(text: string): void {
    const project = projectIn(text);
    if (project !== null) fields.standsIn(project);
  }

  /** Takes the addresses of a line. Ids beside them belong to nothing that is said, but for the text of the link itself. */
  function takeReferences(text: string, line: number, references = referencesIn(text)): void {
    if (references === null) return;
    collector.take({ ...createEntry(), texts: [{ text, line, isName: false, references }] });
    const named = references.readings.map((reading) => 'first' in reading && reading.first);
    const others = readIds(references.rest)?.filter((one) => 'reason' in one || !named.includes(one.first));
    if (others?.length) takeIds(references.rest.replace(/^[\s,;]+/, ''), line, null);
  }

  /** Takes the ids of a text; null of one that holds other things, which is told. */
  function takeIds(text: string, line: number, readings: readonly IdReading[] | null): void {
    collector.take({ ...createEntry(fields.place()), assets: [{ text: text.trim(), line, readings }] });
  }
}

import { limits, type FoundObject, type FoundObjects, type Language } from '../contract.ts';
import { referenceText } from '../model/asset.ts';
import type { Wish } from '../model/wish.ts';
import { linesOf } from '../paste/object-keys.ts';
import { formatNumber } from '../../words/format.ts';
import { commandLineWords } from '../../words/command-line-words.ts';
import { objectKeyWords } from '../../words/object-key-words.ts';
import { registrationProblemText } from '../../words/registration-problem.ts';
import { words } from '../../words/words.ts';
import type { RegisterOrder } from './arguments.ts';
import { localTime } from './lines.ts';

/** What became of one file. */
export interface RegistrationResult {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly wish: Wish;
}

/** The fields of each JSON object about a registration, in this order. Their names are a promise to scripts. */
export const resultFields = ['at', 'key', 'ref', 'registered', 'text'] as const;

/** One JSON object for one line. `ref` is null where no asset is known, `registered` is true, false, or `"unknown"`. */
export function jsonResult({ at, wish }: RegistrationResult, language: Language): string {
  const line: Record<(typeof resultFields)[number], unknown> = {
    at: new Date(at).toISOString(),
    key: wish.key,
    ref: referenceOf(wish),
    registered: { registered: true, refused: false, waiting: false, sent: 'unknown', 'in-doubt': 'unknown' }[
      wish.state.kind
    ],
    text: reasonOf(wish, language),
  };
  return JSON.stringify(line);
}

export function textResult({ at, wish }: RegistrationResult, language: Language): string {
  const { done, refused, unknown } = commandLineWords[language].register;
  const what = { registered: done, refused, waiting: refused, sent: unknown, 'in-doubt': unknown }[
    wish.state.kind
  ];
  const parts = [localTime(at), referenceOf(wish) ?? '-', wish.key, what];
  return [...parts, reasonOf(wish, language) ?? ''].join('  ').trimEnd();
}

function referenceOf({ workspace, projectId, state }: Wish): string | null {
  return state.kind === 'registered' ? referenceText({ workspace, projectId, assetId: state.assetId }) : null;
}

function reasonOf({ state }: Wish, language: Language): string | null {
  const { inDoubt, noReply, notSent } = commandLineWords[language].register;
  switch (state.kind) {
    case 'registered':
      return null;
    case 'waiting':
      return notSent;
    case 'sent':
      return noReply;
    case 'in-doubt':
      return inDoubt;
    case 'refused': {
      const { title, advice, details } = registrationProblemText(state.problem, language);
      return [title, advice, ...details].join(' · ');
    }
  }
}

/** What a dry run says of each file to a script. `bucket` is null where it is the one that the workspace is linked to. */
export function jsonWould({ bucket, key }: FoundObject, order: RegisterOrder): string {
  return JSON.stringify({ key, bucket: bucket ?? order.bucket, project: referenceText(order.place) });
}

/** The same for a person to read. */
export function textWould({ bucket, key }: FoundObject, order: RegisterOrder, language: Language): string {
  const place = bucket ?? order.bucket;
  const { would } = commandLineWords[language].register;
  return [place === null ? key : `s3://${place}/${key}`, referenceText(order.place), would].join('  ');
}

/** What of the keys cannot be registered, line by line; what may not be taken, and what was named more than once. */
export function objectRemarks(
  { found, faulty, repeated }: FoundObjects,
  { keys, from }: RegisterOrder,
  language: Language,
): readonly string[] {
  const { list, register } = commandLineWords[language];
  const { objectFaults, unknownKind } = objectKeyWords[language];
  /** The keys of the command itself are counted first. */
  const place = (line: number) =>
    from === null || line <= keys.length ? String(line) : `${from}:${line - keys.length}`;
  const wrong = faulty.map(({ text, line, fault }) =>
    list.notUnderstood(place(line), text, objectFaults[fault]),
  );
  const unknown = found.filter(({ isUnknownKind }) => isUnknownKind);
  return [
    ...wrong,
    ...unknown.map(({ line, key }) => `${place(line)}: ${key} · ${unknownKind}`),
    ...(repeated > 0 ? [register.repeated(formatNumber(repeated, language))] : []),
    ...(faulty.length > 0
      ? [register.nothingSent]
      : found.length === 0
        ? [register.nothing(from ?? '')]
        : []),
  ];
}

/** The lines of a file of keys, in whatever encoding a spreadsheet wrote it. Rejects where they are not all of it: the last could be half a key. */
export async function readKeys(
  from: string,
  readBytes: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
  language: Language,
): Promise<readonly string[]> {
  const bytes = await readBytes(from);
  if (bytes.length > limits.fileBytes) throw new Error(words[language].add.reasons['too-long']);
  const lines = linesOf(bytes);
  if (lines === null) throw new Error(objectKeyWords[language].objectFaults['not-text']);
  return lines;
}

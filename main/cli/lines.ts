import { referenceText } from '../model/asset.ts';
import { ruleOf, type Tone } from '../model/import-status.ts';
import type { Watch } from '../model/watch.ts';
import type { Language } from '../contract.ts';
import { metaDataParts } from '../../words/meta-data.ts';
import type { Painted } from './output.ts';

/** A change of one import's status, as the command prints it. */
export interface ChangeLine {
  /** Epoch milliseconds of the answer that told it. */
  readonly at: number;
  readonly watch: Pick<Watch, 'reference' | 'known'>;
  readonly from: string | null;
}

/** The fields of each JSON object, in this order. Their names are a promise to scripts. */
export const jsonFields = ['at', 'ref', 'from', 'to', 'text', 'metaData'] as const;

/** One JSON object for one line. `at` is ISO 8601 in UTC; `from` is null at the first look, `text` and `metaData` where there are none. */
export function jsonLine({ at, watch, from }: ChangeLine): string {
  const { known, reference } = watch;
  const line: Record<(typeof jsonFields)[number], unknown> = {
    at: new Date(at).toISOString(),
    ref: referenceText(reference),
    from,
    to: known?.status ?? null,
    text: known?.text ?? null,
    metaData: known?.metaData ?? null,
  };
  return JSON.stringify(line);
}

/** The same for a person to read; statuses stay as the service names them, so that they can be searched for. */
export function textLine({ at, watch, from }: ChangeLine, language: Language): readonly (string | Painted)[] {
  const { known, reference } = watch;
  const before = from === null ? [] : [painted(from), ' -> '];
  const now = known === null ? [] : [painted(known.status)];
  const details = [known?.text, ...metaDataParts(known?.metaData ?? null, language)].filter(Boolean);
  const rest = details.length === 0 ? '' : `  ${details.join(' · ')}`;
  return [`${localTime(at)}  ${referenceText(reference)}  `, ...before, ...now, rest];
}

/** Such as `2026-11-24 18:12:44`, on this computer's clock: it sorts as it reads, and Sweden writes it so. */
export function localTime(at: number): string {
  return new Date(at).toLocaleString('sv-SE');
}

const colours: Readonly<Record<Tone, Painted['colour'] | null>> = {
  busy: null,
  good: 'green',
  bad: 'red',
  muted: null,
};

function painted(status: string): string | Painted {
  const colour = colours[ruleOf(status).tone];
  return colour === null ? status : { text: status, colour };
}

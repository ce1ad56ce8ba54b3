import type { Amounts } from './ten-thousand-rows.ts';

export interface Case {
  readonly what: string;
  readonly goal: string;
  /** What there is beside the ten thousand rows. */
  readonly amounts: Partial<Amounts>;
  /** In pixels; a narrow one where there is none. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What the person does before, as calls of `page/measures.ts`. */
  readonly before?: readonly string[];
  /** The call of `page/measures.ts` whose times are told. */
  readonly act: string;
}

const changedRow = 'under 4';
const seen = `changedRow('seen', 80)`;
const ended = `changedRow('ended', 80)`;
const wide = { width: 1_200, height: 700 };

/** What people have beside ten thousand rows: groups, by which the list is then sorted, details that are open, rows that are chosen. */
export const furtherCases: readonly Case[] = [
  { what: '20 groups: a row that was asked about', goal: changedRow, amounts: { groups: 20 }, act: seen },
  { what: '20 groups: a row that ended', goal: changedRow, amounts: { groups: 20 }, act: ended },
  {
    what: '20 groups, details open, an inbox of 10,000: a row that was asked about',
    goal: changedRow,
    amounts: { groups: 20, inbox: 10_000 },
    viewport: wide,
    before: ['chooseFirst()'],
    act: seen,
  },
  {
    what: '20 groups, details open, an inbox of 10,000: a row that ended',
    goal: changedRow,
    amounts: { groups: 20, inbox: 10_000 },
    viewport: wide,
    before: ['chooseFirst()'],
    act: ended,
  },
  {
    what: 'all rows chosen, the newest first: a row that was asked about',
    goal: changedRow,
    amounts: {},
    before: ['selectAll()'],
    act: seen,
  },
  {
    what: 'all rows chosen, by name: a row that was asked about',
    goal: changedRow,
    amounts: {},
    before: [`sortBy('name')`, 'selectAll()'],
    act: seen,
  },
  {
    what: 'all rows chosen, by name: a row that ended',
    goal: changedRow,
    amounts: {},
    before: [`sortBy('name')`, 'selectAll()'],
    act: ended,
  },
  {
    what: 'by name: choosing all rows',
    goal: 'under 16',
    amounts: {},
    before: [`sortBy('name')`],
    act: 'selectAll()',
  },
];

import type { Amounts } from './ten-thousand-rows.ts';

/** What is measured, each of its acts by itself. An act is a call of `page/acts.ts`. */
export interface Measure {
  readonly what: string;
  /** Milliseconds of the page's thread; of its scripts alone where `of` says so. */
  readonly goal: number;
  readonly of: 'scripts' | 'all';
  readonly acts: readonly string[];
}

/** One window: what is there beside its ten thousand rows, and what is done in it, one after another. */
export interface Course {
  readonly amounts?: Partial<Amounts>;
  /** In pixels; a narrow one where there is none. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** An act that only leads to the next is a bare call. */
  readonly steps: readonly (string | Measure)[];
  /** In so many windows, one after another. */
  readonly times: number;
}

const repeated = (count: number, act: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => act(index));
const typed = 'episode_77';
const typing = repeated(typed.length, (index) => `type('${typed.slice(0, index + 1)}')`);

const changed = (what: string, event: 'seen' | 'ended'): Measure => ({
  ...{ what: `${what}: a row that ${event === 'seen' ? 'was asked about' : 'ended and moves'}` },
  ...{ goal: 3, of: 'scripts', acts: repeated(30, (index) => `changeRow('${event}', ${index})`) },
});
const firstKey = (what: string): Measure => ({ what, goal: 8, of: 'scripts', acts: [`type('e')`] });
const firstScreen: Measure = {
  ...{ what: 'first screen, from the copy of the snapshot on', goal: 60, of: 'all', acts: ['firstPaint()'] },
};
const rest: Measure = { what: 'all other rows, in slices', goal: 300, of: 'all', acts: ['whole()'] };

export const courses: readonly Course[] = [
  {
    times: 5,
    steps: [firstScreen, firstKey('the first key stroke, right after the first screen'), `type('')`, rest],
  },
  {
    times: 5,
    steps: ['firstPaint()', 'whole()', firstKey('the first key stroke, once all rows are there')],
  },
  {
    times: 1,
    steps: [
      ...['firstPaint()', 'whole()', `type('x')`],
      {
        ...{ what: 'a key stroke in the search field', goal: 8, of: 'scripts' },
        acts: [...typing, ...typing.toReversed()],
      },
      `type('')`,
      changed('the newest first', 'seen'),
      changed('the newest first', 'ended'),
      {
        ...{ what: 'a frame of scrolling', goal: 16.7, of: 'all' },
        acts: repeated(60, () => 'scroll(120)'),
      },
    ],
  },
  {
    times: 1,
    amounts: { groups: 20, inbox: 10_000 },
    viewport: { width: 1_200, height: 700 },
    steps: [
      ...['firstPaint()', 'whole()', 'chooseFirst()'],
      changed('20 groups, details open, an inbox of 10,000', 'seen'),
      changed('20 groups, details open, an inbox of 10,000', 'ended'),
    ],
  },
  {
    times: 1,
    steps: [
      ...['firstPaint()', 'whole()', `sortBy('name')`],
      { what: 'by name: choosing all rows', goal: 16, of: 'scripts', acts: ['selectAll()'] },
      changed('all rows chosen, by name', 'seen'),
      changed('all rows chosen, by name', 'ended'),
    ],
  },
];

import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { asItComes, type Arrangement } from '../../../../main/contract.ts';
import App from '../../../../renderer/App.svelte';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aRow } from '../../../support/samples/rows.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { accepted, createFakeBridge, refused } from '../../support/fake-bridge.ts';
import { layOut } from '../../support/laid-out.ts';

const { refusals, watchlist } = words.en;
const { columns, fact } = watchlist;
const rows = [
  aRow(1, { startedAt: noon - 9_000 }),
  aRow(2, { startedAt: noon - 2_000 }),
  aRow(3, { startedAt: noon - 5_000, endedAt: noon - 1_000, outcome: 'completed' }),
];

function show(arrangement: Arrangement = asItComes, arrange = () => accepted(null)) {
  const fake = createFakeBridge({ arrange });
  const session = createSession(fake.bridge, aSnapshot({ rows, arrangement }), () => noon);
  render(App, { session, bridge: fake.bridge });
  return { ...fake, user: userEvent.setup() };
}

const heading = (name: string) => screen.getByRole('columnheader', { name: new RegExp(`^${name}`) });
const headings = () => screen.getAllByRole('columnheader').map((each) => each.dataset['column']);
const button = (name: string) => screen.getByRole('button', { name });
const edge = (name: string) => screen.getByRole('separator', { name: watchlist.widthOf(name) });
const names = () =>
  [...document.querySelectorAll<HTMLElement>('[data-watch]')].map((row) =>
    Number(row.dataset['watch']?.at(-1)),
  );

describe('the headings of a wide list', () => {
  layOut({ width: 1_600, height: 640 });

  it('sort by a column, the other way round, and as the list does by itself; main keeps it', async () => {
    const { asked, user } = show();
    expect(names()).toEqual([3, 2, 1]);
    await user.click(button(fact.elapsed));
    expect([names(), heading(fact.elapsed).getAttribute('aria-sort')]).toEqual([[1, 2, 3], 'descending']);
    await user.click(button(fact.elapsed));
    expect([names(), heading(fact.elapsed).getAttribute('aria-sort')]).toEqual([[2, 1, 3], 'ascending']);
    await user.click(button(fact.elapsed));
    expect([names(), heading(fact.elapsed).getAttribute('aria-sort')]).toEqual([[3, 2, 1], null]);
    expect(asked('arrange').map(({ order }) => order)).toEqual([
      { by: 'elapsed', isReversed: true },
      { by: 'elapsed', isReversed: false },
      null,
    ]);
  });

  it('are as the person has left them', () => {
    show({ order: { by: 'name', isReversed: true }, widths: { name: 300 }, hidden: ['started', 'project'] });
    expect(headings()).toEqual(['name', 'details', 'status', 'ended', 'elapsed']);
    expect(names()).toEqual([3, 2, 1]);
    expect(edge(columns.name).getAttribute('aria-valuenow')).toBe('300');
  });

  it('are one stop for Tab with their edge and menu, and the arrow keys go from one to the next', async () => {
    const { user } = show();
    screen.getByRole('grid').focus();
    await user.tab();
    expect(document.activeElement).toBe(button(columns.name));
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(heading(columns.details));
    await user.keyboard('{ArrowRight}');
    await user.tab();
    expect(document.activeElement).toBe(edge(columns.status));
    await user.tab();
    expect(document.activeElement).toBe(button(watchlist.chooseColumns));
    await user.tab({ shift: true });
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(button(columns.status));
  });

  it('have edges that the arrow keys move, as far as both columns can be read', async () => {
    const { asked, user } = show({ ...asItComes, widths: { name: 300, project: 200 } });
    // Every element of the test has this width.
    edge(columns.name).focus();
    await user.keyboard('{ArrowRight}');
    const [{ widths }] = asked('arrange') as [Arrangement];
    expect(widths).toMatchObject({ name: 1_610, project: 1_590 });
    expect(edge(columns.name).getAttribute('aria-valuenow')).toBe('1610');
    await user.keyboard('{Home}');
    expect(edge(columns.name).getAttribute('aria-valuenow')).toBe(
      edge(columns.name).getAttribute('aria-valuemin'),
    );
  });

  it('hide and show columns by their menu, and reset all', async () => {
    const { asked, user } = show();
    const box = (name: string) => screen.getByRole('checkbox', { name, hidden: true });
    await user.click(box(columns.details));
    await user.click(box(fact.started));
    expect(headings()).not.toContain('details');
    expect(asked('arrange').at(-1)?.hidden).toEqual(['details', 'started']);
    await user.click(box(columns.details));
    expect(headings()).toContain('details');
    await user.click(screen.getByRole('button', { name: watchlist.resetColumns, hidden: true }));
    expect(headings()).toContain('started');
    expect(asked('arrange').at(-1)).toEqual(asItComes);
    expect(screen.queryByRole('checkbox', { name: columns.name, hidden: true })).toBeNull();
  });

  it('say why it is not kept, and stay as the person wants them', async () => {
    const { user } = show(asItComes, () => refused({ code: 'cannot-save' }));
    await user.click(button(columns.name));
    expect(await screen.findByText(new RegExp(refusals.codes['cannot-save'].slice(0, 20)))).toBeTruthy();
    expect(heading(columns.name).getAttribute('aria-sort')).toBe('ascending');
  });
});

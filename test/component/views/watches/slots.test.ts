import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import { groupKey, type ListItem, type ListItems } from '../../../../renderer/views/watches/list-items.ts';
import ListHeading from '../../../../renderer/views/watches/ListHeading.svelte';
import { createDrawing, createSlots } from '../../../../renderer/views/watches/slots.ts';
import { words } from '../../../../words/words.ts';
import { aGroup } from '../../../support/samples/groups.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aRow } from '../../../support/samples/rows.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { createFakeBridge } from '../../support/fake-bridge.ts';

describe('the elements of what is drawn', () => {
  it('stay with their items, and go to those that come where one went', () => {
    const slots = createSlots();
    const [a, b, c] = slots(['a', 'b', 'c'], null);
    expect(new Set([a, b, c]).size).toBe(3);
    expect(slots(['b', 'c', 'd'], null)).toEqual([b, c, a]);
  });

  it('stand in the same order where all items are others', () => {
    const slots = createSlots();
    const before = slots(['a', 'b', 'c'], null);
    expect(slots(['x', 'y', 'z'], null)).toEqual(before);
  });

  it('are never handed on by the item that has the keyboard', () => {
    const slots = createSlots();
    const [a, b] = slots(['a', 'b'], null);
    const [c, d] = slots(['c', 'd'], 'a');
    expect([c, d]).not.toContain(a);
    expect(c).toBe(b);
  });

  it('are as many as what is drawn', () => {
    const slots = createSlots();
    const [a] = slots(['a', 'b', 'c'], null);
    expect(slots(['a'], null)).toEqual([a]);
    expect(new Set(slots(['a', 'b', 'c'], null)).size).toBe(3);
  });
});

describe('the element of a heading', () => {
  const headingOf = (group: string) => ({ kind: 'group', id: groupKey(group), group }) as const;

  it.each([
    ['another group', headingOf('b')],
    ['a row', aRow(1)],
  ])('is not handed on to %s while the keyboard is on a button in it', (_what, next) => {
    const session = createSession(
      createFakeBridge().bridge,
      aSnapshot({ groups: [aGroup('a', { name: 'Batch A' })] }),
      () => noon,
    );
    const heading = headingOf('a');
    render(ListHeading, {
      ...{ session, heading, place: { index: 0, size: 48, start: 0 }, likelyEnds: new Map<string, number>() },
      ...{ list: { collapsed: new Set<string>(), toggle: () => undefined }, ongroup: () => undefined },
    });
    const draw = createDrawing<{ readonly index: number }>();
    const slotOf = (item: ListItem) =>
      draw([{ index: 0 }], { at: () => item } as unknown as ListItems).map(({ slot }) => slot);
    const before = slotOf(heading);
    screen.getByRole('button', { name: words.en.groups.options('Batch A') }).focus();
    expect(slotOf(next)).not.toEqual(before);
  });
});

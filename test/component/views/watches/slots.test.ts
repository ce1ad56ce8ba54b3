import { describe, expect, it } from 'vitest';
import { createSlots } from '../../../../renderer/views/watches/slots.ts';

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

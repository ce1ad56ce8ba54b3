import type { WatchId } from '../../../main/contract.ts';
import type { ListItem, ListItems } from './list-items.ts';

/**
 * Numbers the elements of a list of which only what is seen is drawn. An item keeps its element while it is drawn, and with it the
 * keyboard and what a screen reader reads; an item that comes takes the element of one that went, which costs less than a new one.
 */
export function createSlots(): (drawn: readonly string[], held: string | null) => readonly number[] {
  let slots = new Map<string, number>();
  let made = 0;

  /** `held`: the item that has the keyboard; its element goes with it, so that a press of Enter never meets another item. */
  return (drawn, held) => {
    const stay = new Set(drawn);
    // In their order, so that where all items are others no element has to move.
    const free = [...slots].flatMap(([id, slot]) => (stay.has(id) || id === held ? [] : [slot])).reverse();
    const next = new Map<string, number>();
    for (const id of drawn) next.set(id, slots.get(id) ?? free.pop() ?? (made += 1));
    slots = next;
    return [...next.values()];
  };
}

/** The watch in whose row the element is; null where it is in none. */
export function watchAt(target: EventTarget | null): WatchId | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-watch]') : null;
  return row?.dataset['watch'] ?? null;
}

export interface Drawn<Place> {
  readonly place: Place;
  readonly item: ListItem;
  /** The number of its element. */
  readonly slot: number;
}

/** What is drawn at each place, in the element that it is to have. */
export function createDrawing<Place extends { readonly index: number }>(): (
  places: readonly Place[],
  items: ListItems,
) => readonly Drawn<Place>[] {
  const slotsOf = createSlots();
  return (places, items) => {
    const drawn = places.flatMap((place) => {
      const item = items.at(place.index);
      return item === undefined ? [] : [{ place, item }];
    });
    const held = document.activeElement?.closest<HTMLElement>('[data-watch], [data-heading]')?.dataset;
    const slots = slotsOf(
      drawn.map(({ item }) => item.id),
      held?.['watch'] ?? held?.['heading'] ?? null,
    );
    return drawn.map((each, index) => ({ ...each, slot: slots[index] ?? -1 }));
  };
}

import type { Row } from '../../../main/contract.ts';
import { searchedOf } from './visible-rows.ts';

/** Rows between two looks at the time that is left. */
const sliceLength = 50;
/** Milliseconds that are left to what the person does. */
const leftOver = 2;

/**
 * Makes the texts that a search looks at while the window has nothing to do, of the rows that it opened with; else the first key stroke would
 * have to make all ten thousand. Returns what ends it.
 */
export function readSearchAhead(rows: Iterable<Row>): () => void {
  const waiting = rows[Symbol.iterator]();
  let handle = requestIdleCallback(go);

  function go(deadline: IdleDeadline): void {
    while (deadline.timeRemaining() > leftOver)
      for (let count = 0; count < sliceLength; count += 1) {
        const next = waiting.next();
        if (next.done === true) return;
        searchedOf(next.value);
      }
    handle = requestIdleCallback(go);
  }

  return () => cancelIdleCallback(handle);
}

import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../main/mi/turns.ts';

describe('turns', () => {
  it('lie as far apart as they should, and the first waits for nothing', () => {
    const takeTurn = createTurns(200);
    expect([1_000, 1_000, 1_050, 1_700].map(takeTurn)).toEqual([0, 200, 350, 0]);
  });

  it('do not wait for a time that a clock which was set back had planned', () => {
    const takeTurn = createTurns(200);
    takeTurn(3_600_000);
    expect([0, 0].map(takeTurn)).toEqual([0, 200]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../../../main/monitor/kernel/store.ts';
import { clockAt, createTime, takeTime } from '../../../../main/monitor/kernel/time.ts';

const hour = 3_600_000;
const noon = 43_200_000;

const createAxis = () => createTime(createStore(), noon);

describe('the steady axis', () => {
  it('is the clock as long as that is not set back', () => {
    const time = createAxis();
    expect(takeTime(time, { kind: 'online', at: noon + hour })).toEqual({ at: noon + hour, setBack: 0 });
    expect(clockAt(time, noon + 2 * hour)).toBe(noon + 2 * hour);
  });

  it('goes on a moment after where it was when the clock is set back, and keeps its distance', () => {
    const time = createAxis();
    expect(takeTime(time, { kind: 'online', at: noon - 5 * hour })).toEqual({
      at: noon + 1,
      setBack: 5 * hour,
    });
    expect(takeTime(time, { kind: 'online', at: noon - 4 * hour })).toEqual({
      at: noon + 1 + hour,
      setBack: 0,
    });
    expect(clockAt(time, noon + 1 + hour)).toBe(noon - 4 * hour);
    expect(clockAt(time, null)).toBeNull();
  });

  it('has the time of the alarm where its tick finds the clock set back', () => {
    const time = createAxis();
    time.wakeAt.set(noon + hour);
    expect(takeTime(time, { kind: 'tick', at: noon - 2 * hour }).at).toBe(noon + hour);
  });

  it('is not held up by a clock that was put ahead and is put right', () => {
    const time = createAxis();
    takeTime(time, { kind: 'online', at: noon + 9 * hour });
    const { at } = takeTime(time, { kind: 'online', at: noon + 1_000 });
    expect(takeTime(time, { kind: 'online', at: noon + 6_000 }).at - at).toBe(5_000);
  });

  it('takes no notice of the small steps that time servers make', () => {
    const time = createAxis();
    expect(takeTime(time, { kind: 'online', at: noon - 999 })).toEqual({ at: noon - 999, setBack: 0 });
  });

  it('goes back by less than a second at a time, whatever the clock does', () => {
    const move = fc.record({ by: fc.integer({ min: -10 * hour, max: 10 * hour }), isTick: fc.boolean() });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 50 }), (moves) => {
        const time = createAxis();
        let [clock, steady] = [noon, noon];
        for (const { by, isTick } of moves) {
          clock += by;
          const { at } = takeTime(time, { kind: isTick ? 'tick' : 'online', at: clock });
          expect(at).toBeGreaterThan(steady - 1_000);
          expect(clockAt(time, at)).toBe(clock);
          steady = at;
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDueQueue } from '../../../../main/monitor/kernel/due-queue.ts';

const key = fc.integer({ min: 0, max: 20 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), key, dueAt: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ kind: fc.constant('remove' as const), key }),
);

it('always names the earliest key, and of equals the one that was put first', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const queue = createDueQueue<number>();
      const model = new Map<number, number>();
      for (const now of steps) {
        // A map keeps the order of first insertion, so a key that is put again must leave first.
        model.delete(now.key);
        if (now.kind === 'put') {
          model.set(now.key, now.dueAt);
          queue.put(now.key, now.dueAt);
        } else queue.remove(now.key);
        const expected = [...model].toSorted(([, one], [, other]) => one - other)[0];
        expect(queue.size()).toBe(model.size);
        const first = queue.first();
        expect(first && [first.key, first.dueAt]).toEqual(expected ?? null);
      }
    }),
  );
});

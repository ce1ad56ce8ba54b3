import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationAt, likelihoodAt, quantiles } from '../../../../main/monitor/learning/duration-law.ts';
import { normalAbove } from '../../../../main/monitor/learning/normal.ts';

const laws = fc.record({
  mean: fc.double({ min: Math.log(1_000), max: Math.log(36_000_000), noNaN: true }),
  deviation: fc.double({ min: 0.02, max: 2, noNaN: true }),
  freedom: fc.integer({ min: 2, max: 500 }),
});

describe('a law of durations', () => {
  it.each([
    [0, 0.5],
    [1.2815516, 0.1],
    [-1.6448536, 0.95],
    [3.0902323, 0.001],
  ])('the normal law has above %d a share of %d', (z, share) => {
    expect(normalAbove(z)).toBeCloseTo(share, 6);
  });

  it.each([
    [5, quantiles.ninetyFive, 2.015],
    [10, quantiles.ninety, 1.372],
    [30, quantiles.ninetyFive, 1.697],
  ])('with %d degrees of freedom it is that of Student', (freedom, z, tabulated) => {
    const duration = durationAt({ mean: 0, deviation: 1, freedom }, z);
    expect(Math.abs(Math.log(duration) / tabulated - 1)).toBeLessThan(0.01);
  });

  it('a quantile is the duration that so many exceed', () => {
    fc.assert(
      fc.property(laws, fc.constantFrom(...Object.values(quantiles)), (law, z) => {
        expect(likelihoodAt(law, durationAt(law, z)).above).toBeCloseTo(normalAbove(z), 5);
      }),
    );
  });

  it('what ends per millisecond is what there is less of a millisecond later', () => {
    fc.assert(
      fc.property(laws, fc.double({ min: -3, max: 3, noNaN: true }), (law, z) => {
        const age = durationAt(law, z);
        const step = age * law.deviation * 1e-3;
        const lost = likelihoodAt(law, age - step).above - likelihoodAt(law, age + step).above;
        const { density } = likelihoodAt(law, age);
        expect(Math.abs(lost / (2 * step) - density) * age * law.deviation).toBeLessThan(1e-3);
      }),
    );
  });

  it('nothing ends before it began', () => {
    expect(likelihoodAt({ mean: 1, deviation: 1, freedom: 5 }, 0)).toEqual({ above: 1, density: 0 });
  });
});

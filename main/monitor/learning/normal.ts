/** The density of the standard normal law. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

const slope = 0.2316419;
const factors = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];

/** The share of the standard normal law above `z`, within 7.5e-8: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17. */
export function normalAbove(z: number): number {
  if (z < 0) return 1 - normalAbove(-z);
  const step = 1 / (1 + slope * z);
  return normalDensity(z) * factors.reduceRight((sum, factor) => (sum + factor) * step, 0);
}

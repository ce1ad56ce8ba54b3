/** One duration as the fit sees it. */
export interface Sample {
  /** From the widest group to the narrowest, as `groupsOf` names them. */
  readonly groups: readonly string[];
  /** Logarithm of the milliseconds. */
  readonly value: number;
  /** What not knowing the exact end adds to the variance. */
  readonly blur: number;
}

/** Count, mean and squared deviations of a group, gathered in one pass (Welford, Technometrics 4, 1962). */
export interface Summary {
  count: number;
  mean: number;
  squares: number;
  blur: number;
}

export function summarise(samples: readonly Sample[], level: number): Map<string, Summary> {
  const groups = new Map<string, Summary>();
  for (const { groups: names, value, blur } of samples) {
    const name = names[level]!;
    const summary = groups.get(name) ?? { count: 0, mean: 0, squares: 0, blur: 0 };
    groups.set(name, summary);
    summary.count += 1;
    const off = value - summary.mean;
    summary.mean += off / summary.count;
    summary.squares += off * (value - summary.mean);
    summary.blur += blur;
  }
  return groups;
}

/** Squared deviations without the part that the blur explains (Sheppard's correction); some always stays. */
export function sharpSquares({ squares, blur }: Summary): number {
  return Math.max(squares - blur, squares / 20);
}

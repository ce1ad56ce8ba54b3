import type { Totals } from './totals.ts';

const day = 86_400_000;

/** The figures of a run, line by line. `tookMs` is real time. */
export function tellTotals(totals: Totals, tookMs: number): readonly string[] {
  const seconds = tookMs / 1_000;
  const days = totals.simulatedMs / day;
  const figures: readonly (readonly [string, string])[] = [
    ['seeds', whole(totals.seeds)],
    ['simulated days', days.toFixed(1)],
    ['steps of the monitor', whole(totals.steps)],
    ['requests', whole(totals.requests)],
    ['deaths of the app', whole(totals.deaths)],
    ['notices', whole(totals.notices)],
    ['banners', whole(totals.banners)],
    ['faults', whole([...totals.faults.values()].reduce((sum, count) => sum + count, 0))],
    ['seconds', seconds.toFixed(1)],
    ['simulated days a second', (days / seconds).toFixed(1)],
    ['violations', whole(totals.broken.length)],
  ];
  const faults = [...totals.faults].toSorted(([one], [other]) => one.localeCompare(other));
  return [
    'faults by kind',
    ...table(faults.map(([fault, count]) => [fault, whole(count)])),
    '',
    ...table(figures),
  ];
}

export function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, figure]) => `  ${name.padEnd(width)}  ${figure.padStart(11)}`);
}

const whole = (number: number) => number.toLocaleString('en');

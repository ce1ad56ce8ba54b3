import type { InboxEntry } from '../contract.ts';

/** In English, for a log or a report: what became of a notice, such as `shown by electron`. */
export function fateText(fate: InboxEntry['fate']): string {
  switch (fate.kind) {
    case 'shown':
      return `shown by ${fate.by}`;
    case 'postponed':
    case 'held':
      return `${fate.kind}: ${fate.reason}`;
    case 'not-shown':
      return `not shown: ${fate.reasons.map(({ by, reason }) => `${by} ${reason}`).join('; ')}`;
    case 'recorded':
    case 'showing':
      return fate.kind;
  }
}

import { describe, expect, it } from 'vitest';
import { createDemoStory } from '../../../main/app/demo-story.ts';
import type { Change, InboxEntry, Row } from '../../../main/contract.ts';
import { anInboxEntry } from '../../support/samples/inbox-entries.ts';
import { noon } from '../../support/samples/moments.ts';
import { aRow } from '../../support/samples/rows.ts';

function row(number: number, outcome: Row['outcome']): Row {
  return aRow(number, { outcome, endedAt: outcome === 'importing' ? null : noon });
}

function entry(number: number, fate: InboxEntry['fate']): InboxEntry {
  return anInboxEntry(`ep${number}.mov`, { fate });
}

const shown = { kind: 'shown', by: 'node-notifier', at: 1 } as const;
const numbers = Array.from({ length: 12 }, (_, index) => index + 1);

describe('the story of the demo', () => {
  it('has a line for each transition and each notice, once', () => {
    const lines: string[] = [];
    const tell = createDemoStory({ print: (line) => lines.push(line), now: () => 0 });
    const changes: Change[] = [
      { rows: [row(1, 'importing')] },
      { rows: [row(1, 'importing')] },
      { rows: [row(1, 'completed')], inbox: [entry(1, { kind: 'recorded' })] },
      { inbox: [entry(1, { kind: 'showing', receipt: '1-1' })] },
      { inbox: [entry(1, shown)] },
      { inbox: [entry(1, shown)] },
    ];
    changes.forEach(tell);
    expect(lines).toEqual([
      '00:00:00  ep1.mov  waiting -> importing',
      '00:00:00  ep1.mov  importing -> completed',
      '00:00:00  notice  ep1.mov  completed  shown by node-notifier',
    ]);
  });

  it('is settled once every import has ended and every notice has its outcome', () => {
    const lines: string[] = [];
    const tell = createDemoStory({ print: (line) => lines.push(line), now: () => 0 });
    const settled = () => lines.filter((line) => line.startsWith('settled'));
    tell({
      rows: numbers.map((number) => row(number, number < 3 ? 'failed' : 'completed')),
      inbox: [entry(2, { kind: 'showing', receipt: '1-1' })],
    });
    expect(settled()).toEqual([]);
    tell({ inbox: [entry(2, shown)] });
    tell({ inbox: [entry(2, shown)] });
    expect(settled()).toEqual(['settled 12: 10 completed, 2 failed, 1 notices shown']);
  });
});

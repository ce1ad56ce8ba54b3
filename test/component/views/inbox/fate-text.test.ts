import { describe, expect, it } from 'vitest';
import type { NoticeFate } from '../../../../main/contract.ts';
import { fateText } from '../../../../renderer/views/inbox/fate-text.ts';

const fates: readonly NoticeFate[] = [
  { kind: 'recorded' },
  { kind: 'showing', receipt: '7' },
  { kind: 'shown', by: 'node-notifier', at: 0 },
  { kind: 'shown', by: 'electron', at: 0 },
  { kind: 'held', reason: 'turned-off', at: 0 },
  { kind: 'not-shown', reasons: [{ by: 'electron', reason: 'no-session-bus' }], at: 0 },
];

describe('what became of a notice', () => {
  it.each(['en', 'ko', 'ja'] as const)('is a sentence of its own for each fate, in %s', (language) => {
    const sentences = fates.map((fate) => fateText(fate, language));
    expect(sentences).not.toContain('');
    expect(new Set(sentences).size).toBe(fates.length);
  });

  it('names which notifier showed it', () => {
    expect(fateText({ kind: 'shown', by: 'node-notifier', at: 0 }, 'en')).toContain('node-notifier');
    expect(fateText({ kind: 'shown', by: 'electron', at: 0 }, 'en')).toContain('Electron');
  });

  it('gives the reason of every notifier that could not show it', () => {
    const text = fateText(
      {
        kind: 'not-shown',
        reasons: [
          { by: 'node-notifier', reason: 'notify-send-missing' },
          { by: 'electron', reason: 'no-notification-service' },
        ],
        at: 0,
      },
      'en',
    );
    expect(text).toContain('notify-send is not installed');
    expect(text).toContain('no notification service is running');
  });
});

import { expect, it } from 'vitest';
import { endsText } from '../../../renderer/lib/ends-text.ts';
import { words } from '../../../words/words.ts';
import { anInboxEntry } from '../../support/samples/inbox-entries.ts';

const gone = anInboxEntry('gone.mov', { outcome: 'gone', status: 'not there' });
const failed = anInboxEntry('failed.mov', { outcome: 'not-valid', status: 'INVALID_METADATA' });
const completed = [anInboxEntry('a.mov'), anInboxEntry('b.mov')];

it('counts as failed only what has failed: nobody knows how the import of a deleted asset ended', () => {
  expect(endsText([...completed, gone, failed], 'en')).toBe(words.en.watchlist.ended('4', '1'));
});

it('names a few with what became of them', () => {
  const { outcomes } = words.en;
  expect(endsText([gone, failed], 'en')).toBe(
    `gone.mov: ${outcomes.gone}, failed.mov: ${outcomes['not-valid']}`,
  );
});

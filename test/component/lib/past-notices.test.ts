import { describe, expect, it } from 'vitest';
import { createPastNotices } from '../../../renderer/lib/past-notices.svelte.ts';
import { anInboxEntry } from '../../support/samples/inbox-entries.ts';
import { noon } from '../../support/samples/moments.ts';

const late = anInboxEntry('late', { watch: 'a1:drama/1', at: noon - 2_000 });
const ended = anInboxEntry('ended', { watch: 'a1:drama/1', at: noon - 1_000 });
const other = anInboxEntry('other', { watch: 'a1:drama/2', at: noon - 1_500 });

describe('the past notices', () => {
  it('stand with the newest first, in whatever order they came', () => {
    const notices = createPastNotices([late]);
    notices.apply([ended, other], []);
    expect(notices.newestFirst).toEqual([ended, other, late]);
  });

  it('answer which of them are new, and not those that were changed', () => {
    const notices = createPastNotices([late]);
    expect(notices.apply([{ ...late, read: true }, ended], [])).toEqual([ended]);
    expect(notices.newestFirst).toEqual([ended, { ...late, read: true }]);
  });

  it('tell the newest of an import, and the one before it once that is gone', () => {
    const notices = createPastNotices([late, ended, other]);
    expect(notices.newestOf('a1:drama/1')).toBe(ended);
    notices.apply([], ['ended']);
    expect(notices.newestOf('a1:drama/1')).toBe(late);
    notices.apply([], 'all');
    expect([notices.newestOf('a1:drama/1'), notices.newestFirst]).toEqual([null, []]);
  });
});

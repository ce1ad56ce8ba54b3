import { describe, expect, it } from 'vitest';
import type { InboxEntry } from '../../../../main/contract.ts';
import { entryText } from '../../../../renderer/views/inbox/entry-text.ts';
import { anInboxEntry } from '../../../support/samples/inbox-entries.ts';
import { noon } from '../../../support/samples/moments.ts';

type GroupDone = Extract<InboxEntry, { about: 'group-done' }>;

function aGroupDone(parts: Partial<GroupDone>): GroupDone {
  return {
    about: 'group-done',
    key: 'group:g1@1:1:done',
    group: 'g1',
    groupName: 'Batch A',
    completed: 48,
    failed: 0,
    gone: 0,
    failedMembers: [],
    at: noon,
    fate: { kind: 'shown', by: 'electron', at: noon },
    read: false,
    ...parts,
  };
}

const member = (name: string | null) => ({ watch: 'w', name, assetId: 5688, status: 'FAILED' });

describe('an entry of the inbox', () => {
  it('of a group without some of its assets is of a failure', () => {
    expect(entryText(aGroupDone({ gone: 2 }), 'en')).toEqual({
      shape: 'failed',
      title: 'Batch A: 2 of 50 not found (48 imported)',
      lines: [],
    });
  });

  it('of an import says its name, its status and its place', () => {
    expect(entryText(anInboxEntry('ep1.mov'), 'en')).toEqual({
      shape: 'completed',
      title: 'ep1.mov',
      lines: ['Completed · drama / 1234 / 5678'],
    });
  });

  it('of a group says its numbers', () => {
    expect(entryText(aGroupDone({}), 'en')).toEqual({
      shape: 'completed',
      title: 'Batch A: all done, 48 of 48 imported',
      lines: [],
    });
  });

  it('of a group with failures names them', () => {
    const failedMembers = [member('x.mp4'), member(null)];
    expect(entryText(aGroupDone({ failed: 5, failedMembers }), 'en')).toEqual({
      shape: 'failed',
      title: 'Batch A: 5 of 53 failed (48 imported)',
      lines: ['Failed: x.mp4, Asset 5688 and 3 more'],
    });
  });
});

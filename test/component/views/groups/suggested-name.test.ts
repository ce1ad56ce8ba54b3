import { describe, expect, it } from 'vitest';
import { limits } from '../../../../main/contract.ts';
import { suggestedName } from '../../../../renderer/views/groups/suggested-name.ts';
import { noon } from '../../../support/samples/moments.ts';

const asset = (fileName: string | null, projectId = 1234) => ({
  reference: { workspace: 'drama', projectId, assetId: 1 },
  label: null,
  fileName,
});

describe('the name of a group', () => {
  it.each([
    [['ep_01.mov', 'ep_02.mov'], 'drama / 1234, Nov 24'],
    [['autumn-01.mov', 'autumn-12.mov'], 'autumn'],
    [['가을 이야기 1화.mov', '가을 이야기 2화.mov'], '가을 이야기'],
    [['가을 여행 🎬.mov', '가을 여행 🎭.mov'], '가을 여행'],
    [
      ['봄소풍 나들이.mov', '봄소풍 노래.mov'].map((name) => name.normalize('NFD')),
      '봄소풍'.normalize('NFD'),
    ],
    [[`${'a'.repeat(300)}1.mov`, `${'a'.repeat(300)}2.mov`], 'a'.repeat(limits.labelLength)],
    [['a.mov', 'b.mov'], 'drama / 1234, Nov 24'],
    [[null, 'autumn-1.mov'], 'drama / 1234, Nov 24'],
  ])('of %j is %s', (names, name) => {
    const assets = names.map((each) => asset(each));
    expect(suggestedName(assets, noon, 'en')).toBe(name);
  });

  it('leaves out the project where there are several', () => {
    expect(suggestedName([asset(null), asset(null, 5)], noon, 'en')).toBe('drama, Nov 24');
  });
});

import { describe, expect, it } from 'vitest';
import type { Language } from '../../../main/contract.ts';
import { titleLength } from '../../../main/adapters/notifiers/banner-text.ts';
import type { GroupDoneNotice, Notice } from '../../../main/model/notice.ts';
import { bannerOf, type News } from '../../../main/wording/banner.ts';
import { bannerTargetOf } from '../../../main/wording/banner-target.ts';
import { words } from '../../../words/words.ts';

const life = { at: 1, fate: { kind: 'recorded' }, read: false } as const;

function done(completed: number, failedNames: readonly string[], parts: Partial<GroupDoneNotice> = {}) {
  return {
    ...life,
    about: 'group-done' as const,
    key: 'group:g1@1:1:done',
    group: 'g1',
    groupName: 'Batch A',
    completed,
    failed: failedNames.length,
    gone: 0,
    failedMembers: failedNames.map((name, index) => ({
      watch: `a1:drama/${index + 1}`,
      name,
      assetId: index + 1,
      status: 'FAILED',
    })),
    ...parts,
  };
}

function ended(assetId: number, status: string) {
  return {
    ...life,
    about: 'import' as const,
    key: `k${assetId}`,
    watch: `a1:drama/${assetId}`,
    name: `${assetId}.mp4`,
    status,
    text: null,
    metaData: null,
    reference: { workspace: 'drama', projectId: 1234, assetId },
  };
}

const firstFailure = {
  ...ended(7, 'FAILED'),
  about: 'group-failure' as const,
  key: 'group:g1@1:1:failure',
  group: 'g1',
  groupName: 'Batch A',
  ended: 12,
  all: 50,
};

const tell = (news: readonly News[], language: Language = 'en', digest = false) =>
  bannerOf(news, { words: words[language], language, digest });

describe('a group that is done', () => {
  it.each([
    ['en', 'Batch A: 2 of 50 failed (48 imported)', 'Failed: x.mp4, y.mp4'],
    ['ko', 'Batch A: 50건 중 2건 실패(48건 완료)', '등록 실패: x.mp4, y.mp4'],
    ['ja', 'Batch A: 50 件中 2 件失敗（48 件完了）', '登録失敗: x.mp4、y.mp4'],
  ] as const)('is told with its numbers and the ones that failed, in %s', (language, title, body) => {
    expect(tell([done(48, ['x.mp4', 'y.mp4'])], language)).toEqual({ title, body, urgent: true });
  });

  it.each([
    ['en', 'Batch A: 2 of 50 not found (48 imported)'],
    ['ko', 'Batch A: 50개 중 2개를 찾을 수 없음(48개 완료)'],
    ['ja', 'Batch A: 50 件中 2 件が見つかりません（48 件完了）'],
  ] as const)('without some of its assets does not say that all were imported, in %s', (language, title) => {
    expect(tell([done(48, [], { gone: 2 })], language)).toMatchObject({ title, urgent: false });
  });

  it('with failures and without some of its assets says both', () => {
    expect(tell([done(46, ['x.mp4', 'y.mp4'], { gone: 2 })])).toEqual({
      title: 'Batch A: 2 of 50 failed (46 imported), 2 no longer found',
      body: 'Failed: x.mp4, y.mp4\n2 imports no longer found',
      urgent: true,
    });
  });

  it('without a failure says so', () => {
    expect(tell([done(50, [])])).toEqual({
      title: 'Batch A: all done, 50 of 50 imported',
      body: 'All imports in the group have finished.',
      urgent: false,
    });
  });

  it('counts the failed ones that it has no room for', () => {
    const { body } = tell([done(0, ['x.mp4', 'y.mp4'], { failed: 500 })]);
    expect(body).toBe('Failed: x.mp4, y.mp4 and 498 more');
  });

  it.each(['en', 'ko', 'ja'] as const)(
    'keeps its numbers in the title, whatever it is called, in %s',
    (language) => {
      const { title } = tell([done(12_345, ['x.mp4'], { groupName: 'ㄱ'.repeat(200) })], language);
      expect(title.length).toBeLessThanOrEqual(titleLength);
      expect(title).toContain('12,345');
    },
  );

  it.each([
    ['en', '1,234 of 12,345 failed'],
    ['ko', '12,345건 중 1,234건 실패'],
    ['ja', '12,345 件中 1,234 件失敗'],
  ] as const)(
    'has its failures in the part of the title that is shown, also of a digest, in %s',
    (language, failures) => {
      const group = done(11_111, ['x.mp4'], {
        groupName: 'Autumn drama 2026 season '.repeat(8),
        failed: 1_234,
      });
      for (const digest of [false, true])
        expect(tell([group], language, digest).title.slice(0, titleLength)).toContain(failures);
    },
  );

  it('while the person was away is told as that', () => {
    expect(tell([done(1, [])], 'en', true).title).toBe(
      'While you were away: Batch A: all done, 1 of 1 imported',
    );
  });
});

describe('one banner', () => {
  it('of a group and the last of its imports names each failure once', () => {
    const banner = tell([ended(1, 'FAILED'), ended(2, 'COMPLETED'), done(1, ['1.mp4'])]);
    expect(banner).toEqual({
      title: 'Batch A: 1 of 2 failed (1 imported)',
      body: 'Failed: 1.mp4\nCompleted: 2.mp4',
      urgent: true,
    });
  });

  it('of several groups has a line for each', () => {
    const other = done(3, [], { groupName: 'Batch B', group: 'g2' });
    expect(tell([done(48, ['x.mp4', 'y.mp4']), other])).toEqual({
      title: '2 groups: 2 of 53 failed (51 imported)',
      body: 'Batch A: 2 of 50 failed (48 imported): x.mp4, y.mp4\nBatch B: all done, 3 of 3 imported',
      urgent: true,
    });
  });

  it('of a first failure says what happened, what to do, and how far the group is', () => {
    expect(tell([firstFailure])).toEqual({
      title: 'First failure: 7.mp4 (Batch A)',
      body: [
        words.en.advice.failed.happened,
        words.en.advice.failed.next,
        'Batch A: 12 of 50 finished so far',
        'drama / 1234 / 7',
      ].join('\n'),
      urgent: true,
    });
  });
});

describe('a click on it', () => {
  it.each<[string, readonly Notice[], object]>([
    ['one import', [ended(1, 'FAILED')], { view: 'watchlist', watch: 'a1:drama/1', group: null }],
    ['a group', [done(1, [])], { view: 'watchlist', watch: null, group: 'g1' }],
    [
      'a group and an import',
      [ended(1, 'FAILED'), done(1, [])],
      { view: 'watchlist', watch: null, group: 'g1' },
    ],
    ['a first failure', [firstFailure], { view: 'watchlist', watch: 'a1:drama/7', group: null }],
    [
      'several imports',
      [ended(1, 'FAILED'), ended(2, 'FAILED')],
      { view: 'inbox', watch: null, group: null },
    ],
    ['several groups', [done(1, []), done(2, [])], { view: 'inbox', watch: null, group: null }],
  ])('opens what it is about: %s', (_name, notices, target) => {
    expect(bannerTargetOf(notices)).toEqual(target);
  });
});

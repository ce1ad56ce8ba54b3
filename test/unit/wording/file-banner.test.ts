import { describe, expect, it } from 'vitest';
import { bannerOf, type News } from '../../../main/wording/banner.ts';
import { bannerTargetOf } from '../../../main/wording/banner-target.ts';
import type { Notice } from '../../../main/model/notice.ts';
import { sharedWords } from '../../../words/shared-words.ts';
import { countOf } from '../../../words/format.ts';
import { problemOf } from '../monitor/stage.ts';

const { registering, notices } = sharedWords.en;
const place = { workspace: 'drama', projectId: 1234 };
const inDoubt: News = { about: 'in-doubt', ...place, object: 'media/ep01.mov' };
const refused = (count: number): News => ({
  ...{ about: 'not-registered', ...place, object: 'media/ep02.mov', refused: count },
  problem: { ...problemOf('refused'), code: '10001' },
});
const say = (news: readonly News[], digest = false) =>
  bannerOf(news, { words: sharedWords.en, language: 'en', digest });

describe('a banner about files that were to be registered', () => {
  it('asks whether the file was registered, and says how to find out', () => {
    expect(say([inDoubt])).toEqual({
      title: registering.inDoubtTitle('ep01.mov'),
      body: `${registering.inDoubtAdvice}\ndrama / 1234`,
      urgent: true,
    });
  });

  it('says why a file was not registered; of many how many, and of the first why', () => {
    const { title, advice } = registering.refused.invalidRequest;
    const one = registering.refusedTitle('ep02.mov', title);
    expect(say([refused(1)])).toMatchObject({ title: one, body: `${advice}\ndrama / 1234` });
    expect(say([refused(12)])).toMatchObject({
      title: registering.refusedSome(countOf(12, 'en')),
      body: `${one}\n${advice}\ndrama / 1234`,
    });
  });

  it('stands before what has ended meanwhile, and in a digest', () => {
    const ended: News = {
      ...{ about: 'import', watch: 'a1:drama/1', reference: { ...place, assetId: 1 }, name: 'ep03.mov' },
      ...{ status: 'COMPLETED', text: null, metaData: null },
    };
    const both = say([ended, inDoubt]);
    expect(both.body.startsWith(registering.inDoubtTitle('ep01.mov'))).toBe(true);
    expect(both.title).toContain('ep03.mov');
    expect(say([inDoubt, refused(2)], true)).toMatchObject({
      title: notices.whileAway(registering.inDoubtTitle('ep01.mov')),
      body: registering.refusedSome(countOf(2, 'en')),
    });
  });

  it('opens the list, where the answer is given', () => {
    const life = { key: 'k', at: 1, fate: { kind: 'recorded' }, read: false } as const;
    expect(bannerTargetOf([{ ...inDoubt, ...life } as Notice])).toEqual({
      ...{ view: 'watchlist', watch: null, group: null },
    });
  });
});

import type { Language } from '../main/contract.ts';
import { account as accountEn } from './account/en.ts';
import { account as accountJa } from './account/ja.ts';
import { account as accountKo } from './account/ko.ts';
import { add as addEn } from './add/en.ts';
import { add as addJa } from './add/ja.ts';
import { add as addKo } from './add/ko.ts';
import { firstStart as firstStartEn } from './first-start/en.ts';
import { firstStart as firstStartJa } from './first-start/ja.ts';
import { firstStart as firstStartKo } from './first-start/ko.ts';
import { follow as followEn } from './follow/en.ts';
import { follow as followJa } from './follow/ja.ts';
import { follow as followKo } from './follow/ko.ts';
import { groups as groupsEn } from './groups/en.ts';
import { groups as groupsJa } from './groups/ja.ts';
import { groups as groupsKo } from './groups/ko.ts';
import { hooks as hooksEn } from './hooks/en.ts';
import { hooks as hooksJa } from './hooks/ja.ts';
import { hooks as hooksKo } from './hooks/ko.ts';
import { inbox as inboxEn } from './inbox/en.ts';
import { inbox as inboxJa } from './inbox/ja.ts';
import { inbox as inboxKo } from './inbox/ko.ts';
import { muting as mutingEn } from './muting/en.ts';
import { muting as mutingJa } from './muting/ja.ts';
import { muting as mutingKo } from './muting/ko.ts';
import { timeline as timelineEn } from './timeline/en.ts';
import { timeline as timelineJa } from './timeline/ja.ts';
import { timeline as timelineKo } from './timeline/ko.ts';
import { watchlist as watchlistEn } from './watchlist/en.ts';
import { watchlist as watchlistJa } from './watchlist/ja.ts';
import { watchlist as watchlistKo } from './watchlist/ko.ts';
import { sharedWords } from './shared-words.ts';

const en = {
  ...sharedWords.en,
  account: accountEn,
  add: addEn,
  firstStart: firstStartEn,
  follow: followEn,
  groups: groupsEn,
  hooks: hooksEn,
  inbox: inboxEn,
  muting: mutingEn,
  timeline: timelineEn,
  watchlist: watchlistEn,
};

/** The message catalogue. English is the model: a language with a missing or foreign message does not compile. */
export type Words = typeof en;

const ko: Words = {
  ...sharedWords.ko,
  account: accountKo,
  add: addKo,
  firstStart: firstStartKo,
  follow: followKo,
  groups: groupsKo,
  hooks: hooksKo,
  inbox: inboxKo,
  muting: mutingKo,
  timeline: timelineKo,
  watchlist: watchlistKo,
};

const ja: Words = {
  ...sharedWords.ja,
  account: accountJa,
  add: addJa,
  firstStart: firstStartJa,
  follow: followJa,
  groups: groupsJa,
  hooks: hooksJa,
  inbox: inboxJa,
  muting: mutingJa,
  timeline: timelineJa,
  watchlist: watchlistJa,
};

export const words: Readonly<Record<Language, Words>> = { en, ko, ja };

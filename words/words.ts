import type { Language } from '../main/contract.ts';
import { account as accountEn } from './account/en.ts';
import { account as accountJa } from './account/ja.ts';
import { account as accountKo } from './account/ko.ts';
import { add as addEn } from './add/en.ts';
import { add as addJa } from './add/ja.ts';
import { add as addKo } from './add/ko.ts';
import { exporting as exportingEn } from './exporting/en.ts';
import { exporting as exportingJa } from './exporting/ja.ts';
import { exporting as exportingKo } from './exporting/ko.ts';
import { firstStart as firstStartEn } from './first-start/en.ts';
import { firstStart as firstStartJa } from './first-start/ja.ts';
import { firstStart as firstStartKo } from './first-start/ko.ts';
import { follow as followEn } from './follow/en.ts';
import { follow as followJa } from './follow/ja.ts';
import { follow as followKo } from './follow/ko.ts';
import { groups as groupsEn } from './groups/en.ts';
import { groups as groupsJa } from './groups/ja.ts';
import { groups as groupsKo } from './groups/ko.ts';
import { inbox as inboxEn } from './inbox/en.ts';
import { inbox as inboxJa } from './inbox/ja.ts';
import { inbox as inboxKo } from './inbox/ko.ts';
import { notices as noticesEn } from './notices/en.ts';
import { notices as noticesJa } from './notices/ja.ts';
import { notices as noticesKo } from './notices/ko.ts';
import { advice as adviceEn, outcomes as outcomesEn } from './outcomes/en.ts';
import { advice as adviceJa, outcomes as outcomesJa } from './outcomes/ja.ts';
import { advice as adviceKo, outcomes as outcomesKo } from './outcomes/ko.ts';
import { problemDetails as problemDetailsEn, problems as problemsEn } from './problems/en.ts';
import { problemDetails as problemDetailsJa, problems as problemsJa } from './problems/ja.ts';
import { problemDetails as problemDetailsKo, problems as problemsKo } from './problems/ko.ts';
import { refusals as refusalsEn } from './refusals/en.ts';
import { refusals as refusalsJa } from './refusals/ja.ts';
import { refusals as refusalsKo } from './refusals/ko.ts';
import { settings as settingsEn } from './settings/en.ts';
import { settings as settingsJa } from './settings/ja.ts';
import { settings as settingsKo } from './settings/ko.ts';
import { shell as shellEn } from './shell/en.ts';
import { shell as shellJa } from './shell/ja.ts';
import { shell as shellKo } from './shell/ko.ts';
import { tray as trayEn } from './tray/en.ts';
import { tray as trayJa } from './tray/ja.ts';
import { tray as trayKo } from './tray/ko.ts';
import { units as unitsEn } from './units/en.ts';
import { units as unitsJa } from './units/ja.ts';
import { units as unitsKo } from './units/ko.ts';
import { watchlist as watchlistEn } from './watchlist/en.ts';
import { watchlist as watchlistJa } from './watchlist/ja.ts';
import { watchlist as watchlistKo } from './watchlist/ko.ts';

const en = {
  account: accountEn,
  add: addEn,
  advice: adviceEn,
  exporting: exportingEn,
  firstStart: firstStartEn,
  follow: followEn,
  groups: groupsEn,
  inbox: inboxEn,
  notices: noticesEn,
  outcomes: outcomesEn,
  problemDetails: problemDetailsEn,
  problems: problemsEn,
  refusals: refusalsEn,
  settings: settingsEn,
  shell: shellEn,
  tray: trayEn,
  units: unitsEn,
  watchlist: watchlistEn,
};

/** The message catalogue. English is the model: a language with a missing or foreign message does not compile. */
export type Words = typeof en;

const ko: Words = {
  account: accountKo,
  add: addKo,
  advice: adviceKo,
  exporting: exportingKo,
  firstStart: firstStartKo,
  follow: followKo,
  groups: groupsKo,
  inbox: inboxKo,
  notices: noticesKo,
  outcomes: outcomesKo,
  problemDetails: problemDetailsKo,
  problems: problemsKo,
  refusals: refusalsKo,
  settings: settingsKo,
  shell: shellKo,
  tray: trayKo,
  units: unitsKo,
  watchlist: watchlistKo,
};

const ja: Words = {
  account: accountJa,
  add: addJa,
  advice: adviceJa,
  exporting: exportingJa,
  firstStart: firstStartJa,
  follow: followJa,
  groups: groupsJa,
  inbox: inboxJa,
  notices: noticesJa,
  outcomes: outcomesJa,
  problemDetails: problemDetailsJa,
  problems: problemsJa,
  refusals: refusalsJa,
  settings: settingsJa,
  shell: shellJa,
  tray: trayJa,
  units: unitsJa,
  watchlist: watchlistJa,
};

export const words: Readonly<Record<Language, Words>> = { en, ko, ja };

import type { Language } from '../main/contract.ts';
import { exporting as exportingEn } from './exporting/en.ts';
import { exporting as exportingJa } from './exporting/ja.ts';
import { exporting as exportingKo } from './exporting/ko.ts';
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
import { registering as registeringEn } from './registering/en.ts';
import { registering as registeringJa } from './registering/ja.ts';
import { registering as registeringKo } from './registering/ko.ts';
import { settings as settingsEn } from './settings/en.ts';
import { settings as settingsJa } from './settings/ja.ts';
import { settings as settingsKo } from './settings/ko.ts';
import { shell as shellEn } from './shell/en.ts';
import { shell as shellJa } from './shell/ja.ts';
import { shell as shellKo } from './shell/ko.ts';
import { units as unitsEn } from './units/en.ts';
import { units as unitsJa } from './units/ja.ts';
import { units as unitsKo } from './units/ko.ts';

const en = {
  advice: adviceEn,
  exporting: exportingEn,
  notices: noticesEn,
  outcomes: outcomesEn,
  problemDetails: problemDetailsEn,
  problems: problemsEn,
  refusals: refusalsEn,
  registering: registeringEn,
  settings: settingsEn,
  shell: shellEn,
  units: unitsEn,
};

/** What main says, in banners, tray and dialogs, and the window too; main carries none of the window's other messages. */
export type SharedWords = typeof en;

const ko: SharedWords = {
  advice: adviceKo,
  exporting: exportingKo,
  notices: noticesKo,
  outcomes: outcomesKo,
  problemDetails: problemDetailsKo,
  problems: problemsKo,
  refusals: refusalsKo,
  registering: registeringKo,
  settings: settingsKo,
  shell: shellKo,
  units: unitsKo,
};

const ja: SharedWords = {
  advice: adviceJa,
  exporting: exportingJa,
  notices: noticesJa,
  outcomes: outcomesJa,
  problemDetails: problemDetailsJa,
  problems: problemsJa,
  refusals: refusalsJa,
  registering: registeringJa,
  settings: settingsJa,
  shell: shellJa,
  units: unitsJa,
};

export const sharedWords: Readonly<Record<Language, SharedWords>> = { en, ko, ja };

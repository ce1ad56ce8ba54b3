import { exporting } from '../exporting/ko.ts';
import { notices } from '../notices/ko.ts';
import { advice, outcomes } from '../outcomes/ko.ts';
import { problemDetails, problems } from '../problems/ko.ts';
import { refusals } from '../refusals/ko.ts';
import { registering } from '../registering/ko.ts';
import { settings } from '../settings/ko.ts';
import { shell } from '../shell/ko.ts';
import { units } from '../units/ko.ts';
import { updates } from '../updates/ko.ts';
import type { SharedWords } from './en.ts';

export const shared: SharedWords = {
  advice,
  exporting,
  notices,
  outcomes,
  problemDetails,
  problems,
  refusals,
  registering,
  settings,
  shell,
  units,
  updates,
};

import { exporting } from '../exporting/ja.ts';
import { notices } from '../notices/ja.ts';
import { advice, outcomes } from '../outcomes/ja.ts';
import { problemDetails, problems } from '../problems/ja.ts';
import { refusals } from '../refusals/ja.ts';
import { registering } from '../registering/ja.ts';
import { settings } from '../settings/ja.ts';
import { shell } from '../shell/ja.ts';
import { units } from '../units/ja.ts';
import { updates } from '../updates/ja.ts';
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

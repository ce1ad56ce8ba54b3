import { exporting } from '../exporting/en.ts';
import { notices } from '../notices/en.ts';
import { advice, outcomes } from '../outcomes/en.ts';
import { problemDetails, problems } from '../problems/en.ts';
import { refusals } from '../refusals/en.ts';
import { registering } from '../registering/en.ts';
import { settings } from '../settings/en.ts';
import { shell } from '../shell/en.ts';
import { units } from '../units/en.ts';
import { updates } from '../updates/en.ts';

/** What main says, in banners, tray and dialogs, and the window too; main carries none of the window’s other messages. */
export const shared = {
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

export type SharedWords = typeof shared;

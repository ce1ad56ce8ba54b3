import { account } from './account/en.ts';
import { add } from './add/en.ts';
import { bucketPicker } from './bucket-picker/en.ts';
import { firstStart } from './first-start/en.ts';
import { follow } from './follow/en.ts';
import { groups } from './groups/en.ts';
import { help } from './help/en.ts';
import { hooks } from './hooks/en.ts';
import { inbox } from './inbox/en.ts';
import { muting } from './muting/en.ts';
import { registerFiles } from './register-files/en.ts';
import { timeline } from './timeline/en.ts';
import { watchlist } from './watchlist/en.ts';
import { shared } from './shared/en.ts';

/** All that the window says in a language, and what it shares with main. It is loaded as one piece. */
export const en = {
  ...shared,
  account,
  add,
  bucketPicker,
  firstStart,
  follow,
  groups,
  help,
  hooks,
  inbox,
  muting,
  registerFiles,
  timeline,
  watchlist,
};

/** The message catalogue. English is the model: a language with a missing or foreign message does not compile. */
export type Words = typeof en;

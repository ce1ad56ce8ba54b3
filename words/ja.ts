import { account } from './account/ja.ts';
import { add } from './add/ja.ts';
import { bucketPicker } from './bucket-picker/ja.ts';
import { firstStart } from './first-start/ja.ts';
import { follow } from './follow/ja.ts';
import { groups } from './groups/ja.ts';
import { help } from './help/ja.ts';
import { hooks } from './hooks/ja.ts';
import { inbox } from './inbox/ja.ts';
import { muting } from './muting/ja.ts';
import { registerFiles } from './register-files/ja.ts';
import { timeline } from './timeline/ja.ts';
import { watchlist } from './watchlist/ja.ts';
import { shared } from './shared/ja.ts';
import type { Words } from './en.ts';

export const ja: Words = {
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

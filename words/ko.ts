import { account } from './account/ko.ts';
import { add } from './add/ko.ts';
import { bucketPicker } from './bucket-picker/ko.ts';
import { firstStart } from './first-start/ko.ts';
import { follow } from './follow/ko.ts';
import { groups } from './groups/ko.ts';
import { help } from './help/ko.ts';
import { hooks } from './hooks/ko.ts';
import { inbox } from './inbox/ko.ts';
import { muting } from './muting/ko.ts';
import { registerFiles } from './register-files/ko.ts';
import { timeline } from './timeline/ko.ts';
import { watchlist } from './watchlist/ko.ts';
import { shared } from './shared/ko.ts';
import type { Words } from './en.ts';

export const ko: Words = {
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

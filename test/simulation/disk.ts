import type { NoticeKey } from '../../main/monitor/notice.ts';

/** What is still to be written. */
export const noChanges = () => ({
  watches: new Set<string>(),
  notices: new Set<NoticeKey>(),
  revision: 0,
  writing: false,
});

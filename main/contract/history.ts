import type { WatchId } from '../model/asset.ts';
import type { MuteSubject } from '../model/mute.ts';
import type { TimelineLine } from '../model/timeline.ts';
import type { MuteSpan } from './settings.ts';

/** What is told of an import, and what happened to it. */
export interface HistoryRequests {
  /** What is told of these waits for so long, in the inbox; null ends it now. */
  mute: {
    request: { of: MuteSubject; ids: readonly string[]; for: MuteSpan | null };
    response: null;
  };
  /** What happened to it so far, oldest first; empty where it is not watched. */
  timeline: { request: { watch: WatchId }; response: readonly TimelineLine[] };
}

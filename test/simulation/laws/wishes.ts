import { isAboutFiles, type HeldReason, type ImportNotice, type Notice } from '../../../main/model/notice.ts';
import type { NoticeChoice } from '../../../main/model/monitor-settings.ts';
import type { Court } from './court.ts';
import type { GroupingLaws } from './grouping.ts';
import { incarnationIn } from './knowing.ts';
import type { LatenessLaw } from './lateness.ts';

/** Told by a banner, or only kept in the inbox and why. */
export type Wish = 'told' | HeldReason;

export interface WishesPorts {
  readonly court: Court;
  readonly choice: () => NoticeChoice;
  readonly grouping: GroupingLaws;
  readonly lateness: LatenessLaw;
  /** A followed project listed it for the first time after it had ended. */
  readonly wasFound: (notice: Readonly<Notice>) => boolean;
}

/** What the person wants to hear of what was learned just now, by the settings and by the groups that the person made. */
export function createWishes({ court, choice, grouping, lateness, wasFound }: WishesPorts) {
  return {
    /** By itself, whatever its group tells. */
    wants: (status: string) => (status === 'COMPLETED' ? choice().completed : choice().failed),
    wishOf(notice: Readonly<Notice>): Wish {
      if (notice.about === 'group-done' || notice.about === 'group-failure') return 'told';
      // Nobody can choose not to be asked, or not to hear of what they asked for.
      if (isAboutFiles(notice)) return 'told';
      const promise = grouping.promiseFor(incarnationIn(notice.key));
      if (notice.about === 'late') {
        if (choice().late !== true || promise !== null)
          court.breach(1, `${notice.key} tells of what the person does not want to hear`);
        lateness.told(notice);
        return 'told';
      }
      if (wasFound(notice)) return 'ended-before-found';
      if (promise === null) return this.wants(notice.status) ? 'told' : 'turned-off';
      return promise.allDone ? 'told-with-group' : this.asFirstFailure(notice);
    },
    /** Of a group that is not told as a whole. */
    asFirstFailure(notice: Readonly<ImportNotice>): Wish {
      const incarnation = incarnationIn(notice.key);
      const isFirst =
        grouping.promiseFor(incarnation)?.firstFailure === true &&
        grouping.isFirstFailure(incarnation, grouping.releases.endNameOf(notice));
      const { fate } = notice;
      if (isFirst === 'maybe') return fate.kind === 'held' ? fate.reason : 'told';
      return isFirst ? 'told-with-group' : 'turned-off';
    },
    /** What is to become of what its group kept to itself. */
    wishOfReleased(notice: Readonly<ImportNotice>): Wish {
      const teller = grouping.releases.tellerOf(notice);
      if (teller === null) return 'told-with-group';
      const incarnation = incarnationIn(notice.key);
      const promise = teller === 'nobody' ? null : grouping.promiseFor(incarnation);
      const wish =
        promise === null ? (this.wants(notice.status) ? 'told' : 'turned-off') : this.asFirstFailure(notice);
      if (wish === 'told') grouping.toldByItself(incarnation, grouping.releases.endNameOf(notice));
      return wish;
    },
  };
}

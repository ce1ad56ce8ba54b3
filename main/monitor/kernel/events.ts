import type {
  AccountId,
  Answer,
  AssetDetails,
  AssetReference,
  ListedPage,
  WatchId,
} from '../../model/asset.ts';
import type { Follow, FollowId } from '../../model/follow.ts';
import type { GroupId, NewGroup } from '../../model/group.ts';
import type { Delivered, DeliveryId, Hook, HookId } from '../../model/hook.ts';
import type { MonitorSettings } from '../../model/monitor-settings.ts';
import type { Mute, MuteSubject } from '../../model/mute.ts';
import type { NotifierName, NotShownReason, NoticeKey } from '../../model/notice.ts';
import type { Registration } from '../../model/registration.ts';
import type { Scarcity } from '../../model/scarcity.ts';
import type { NewWatch } from '../../model/watch.ts';
import type { NewWish, WishId } from '../../model/wish.ts';
import type { Reply as ReplyWith } from '../../model/reply.ts';

export type RequestNumber = number;

type PageOfProject = { readonly page: number } & Pick<Follow, 'account' | 'workspace' | 'projectId'>;

/** What the service is asked for; `page` counts from 1. `survey` and `origin` are on behalf of what is to be registered. */
export type Ask =
  | { readonly for: 'status'; readonly account: AccountId; readonly reference: AssetReference }
  | { readonly for: 'details'; readonly account: AccountId; readonly reference: AssetReference }
  | { readonly for: 'origin'; readonly account: AccountId; readonly reference: AssetReference }
  | ({ readonly for: 'page' } & PageOfProject)
  | ({ readonly for: 'survey' } & PageOfProject)
  | ({ readonly for: 'registration'; readonly account: AccountId } & Registration);

/** An answer, with what it answers. */
export type Answered =
  | { readonly for: 'status'; readonly value: Answer }
  | { readonly for: 'details' | 'origin'; readonly value: AssetDetails }
  | { readonly for: 'page' | 'survey'; readonly value: ListedPage }
  | { readonly for: 'registration'; readonly value: { readonly assetId: number } };

/** What came of a request. `aborted`: it was called back, or a fault of our own ended it. */
export type Reply =
  ({ readonly kind: 'answer' } & Answered) | Exclude<ReplyWith<never>, { readonly kind: 'answer' }>;

/** What became of a banner. */
export type ShowOutcome =
  | { readonly kind: 'shown'; readonly by: NotifierName }
  | { readonly kind: 'not-shown'; readonly reasons: readonly NotShownReason[] }
  /** The person has told the system to keep quiet. */
  | { readonly kind: 'not-now' };

/** Numbers what the person did, so that it can be undone. */
export type UndoNumber = number;

/** Everything that can happen, but for its time. */
export type Happening =
  | { readonly kind: 'tick' }
  /** The step of this event broke off by a fault of our own, and all that it changed was taken back. */
  | { readonly kind: 'step-failed'; readonly of: Happening }
  /** `keptAt`: when its key was kept, epoch ms. What was answered before came with another one. */
  | { readonly kind: 'account-ready'; readonly account: AccountId; readonly keptAt: number }
  | { readonly kind: 'account-not-ready'; readonly account: AccountId }
  | { readonly kind: 'account-removed'; readonly account: AccountId }
  | {
      readonly kind: 'added';
      readonly watches: readonly NewWatch[];
      /** Which group the new ones form, or join where it is there. */
      readonly group?: NewGroup;
    }
  | { readonly kind: 'removed'; readonly watches: readonly WatchId[]; readonly undo?: UndoNumber }
  | { readonly kind: 'unfollowed'; readonly follow: FollowId; readonly undo?: UndoNumber }
  /** What was removed or unfollowed under this number comes back. */
  | { readonly kind: 'undone'; readonly undo: UndoNumber }
  | ({ readonly kind: 'group-changed'; readonly group: GroupId } & Partial<Omit<NewGroup, 'id'>>)
  /** The members stay; the group goes. */
  | { readonly kind: 'ungrouped'; readonly group: GroupId }
  | { readonly kind: 'wished'; readonly wishes: readonly NewWish[] }
  | { readonly kind: 'wishes-dropped'; readonly wishes: readonly WishId[] }
  /** `look`: the list is looked through once more; `send`: the person says that nothing was registered, or put right what was refused. */
  | { readonly kind: 'wishes-answered'; readonly wishes: readonly WishId[]; readonly how: 'look' | 'send' }
  | { readonly kind: 'renamed'; readonly watch: WatchId; readonly label: string | null }
  | { readonly kind: 'check-now'; readonly watches: readonly WatchId[] | 'all' }
  | { readonly kind: 'handled'; readonly watches: readonly WatchId[]; readonly isHandled: boolean }
  /** Null: they are heard again. */
  | {
      readonly kind: 'muted';
      readonly of: MuteSubject;
      readonly ids: readonly string[];
      readonly mute: Mute | null;
    }
  | { readonly kind: 'replied'; readonly request: RequestNumber; readonly reply: Reply }
  | ({ readonly kind: 'followed' } & Pick<Follow, 'account' | 'workspace' | 'projectId' | 'projectName'>)
  | { readonly kind: 'look-now'; readonly follows: readonly FollowId[] | 'all' }
  /** The run is about to end in order, and nothing that it wants done from now on is done but saves. */
  | { readonly kind: 'leaving' }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'online' }
  /** What the computer has little of from now on. */
  | { readonly kind: 'scarce'; readonly scarce: readonly Scarcity[] }
  /** `isLength`: the person chose how long, and not until what time of day. */
  | { readonly kind: 'paused'; readonly until: number; readonly isLength: boolean }
  | { readonly kind: 'unpaused' }
  | { readonly kind: 'settings-changed'; readonly settings: MonitorSettings }
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'save-failed'; readonly reason: string }
  /** That an account needs the person is to be told later: the system keeps quiet, or whoever tells of it has a fault. */
  | { readonly kind: 'problem-not-told'; readonly account: AccountId; readonly isQuiet: boolean }
  /** The person lets the system show banners again. */
  | { readonly kind: 'disturbable' }
  | { readonly kind: 'told'; readonly banner: number; readonly outcome: ShowOutcome }
  /** A hook that is there under this id is changed. */
  | { readonly kind: 'hook-kept'; readonly hook: Hook }
  | { readonly kind: 'hook-removed'; readonly hook: HookId }
  | ({ readonly kind: 'delivered'; readonly delivery: DeliveryId } & Delivered)
  | { readonly kind: 'notices-read'; readonly notices: readonly NoticeKey[] | 'all' }
  | { readonly kind: 'inbox-cleared' };

/** Each event carries its time, epoch ms by this computer's clock; the monitor has no clock of its own. */
export type MonitorEvent = { readonly at: number } & Happening;

export type HappeningKind = Happening['kind'];
export type EventOf<Kind extends HappeningKind> = Extract<Happening, { kind: Kind }>;

import type { AccountCard, AccountRequests, FoundKeys, UnusableKeys } from './contract/accounts.ts';
import type { Arrangement } from './contract/arrangement.ts';
import type { AddRequests, PickRequests } from './contract/adding.ts';
import type { CheckRequests } from './contract/checking.ts';
import type { ExportedList, ExportFormat } from './contract/exporting.ts';
import type { FollowRequests } from './contract/following.ts';
import type { GroupRequests } from './contract/groups.ts';
import type { HelpRequests, LinkName } from './contract/helping.ts';
import type { HistoryRequests } from './contract/history.ts';
import type { HoldingRequests } from './contract/holding.ts';
import type { HookCard, HookRequests } from './contract/hooks.ts';
import type { RegisterRequests } from './contract/registering.ts';
import type { RequestError } from './contract/refusals.ts';
import type { PauseSpan, Settings } from './contract/settings.ts';
import type { UpdateRequests, UpdateState } from './contract/updating.ts';
import type { Wanted } from './contract/showing.ts';
import type { Warning } from './contract/warnings.ts';
import type { TestStep } from './model/account.ts';
import type { AccountId, WatchId } from './model/asset.ts';
import type { GroupId } from './model/group.ts';
import type { InboxEntry, NoticeKey, NotifierName } from './model/notice.ts';
import type { Problem } from './model/problem.ts';
import type { Counts, FollowCard, GroupRow, Health, Quiet, Row, WishCard } from './model/view.ts';
import type { Language } from './model/language.ts';

export type { TestStep, TestStepName } from './model/account.ts';
export type { AccountId, MetaData, WatchId } from './model/asset.ts';
export type { GroupId, GroupTell } from './model/group.ts';
export type { Bucket, GlyphName, Outcome, RowOutcome, Tone } from './model/import-status.ts';
export type {
  HeldReason,
  InboxEntry,
  NoticeFate,
  NoticeKey,
  NotifierName,
  NotShownCause,
  NotShownReason,
  PostponedReason,
} from './model/notice.ts';
export type { DeliveryFault, Hook, HookEvent, HookId, HookScope, WebhookShape } from './model/hook.ts';
export { hookEvents, webhookShapes } from './model/hook.ts';
export type { Mute, MuteSubject } from './model/mute.ts';
export type { Scarcity } from './model/scarcity.ts';
export type { TimelineLine, TimelineNotice } from './model/timeline.ts';
export type { FieldProblem, Problem, ProblemKind } from './model/problem.ts';
export type { Counts, FollowCard, GroupRow, Health, Quiet, Row, RowMute, WishCard } from './model/view.ts';
export * from './contract/accounts.ts';
export * from './contract/arrangement.ts';
export type * from './contract/adding.ts';
export type { Listed } from './model/reply.ts';
export type { ExportedList, ExportFormat } from './contract/exporting.ts';
export type { GroupChoice } from './contract/groups.ts';
export * from './contract/helping.ts';
export * from './contract/holding.ts';
export type { DeliveryCard, HookCard, HookDraft } from './contract/hooks.ts';
export * from './contract/registering.ts';
export type { PageMark } from './model/bucket.ts';
export type { FieldFault, RefusalCode, RequestError } from './contract/refusals.ts';
export type { SaveFault } from './contract/save-faults.ts';
export * from './contract/warnings.ts';
export type { Language } from './model/language.ts';
export { defaultApiUrl, objectStorageHost, testStepNames } from './model/account.ts';
export { shortcutModifiers, shortcutPattern, type Shortcut } from './contract/shortcut.ts';
export { exportedLists, exportFormats } from './contract/exporting.ts';
export { groupDefaults } from './contract/groups.ts';
export { fieldFaults, refusalCodes } from './contract/refusals.ts';
export { limits, longestTexts } from './contract/limits.ts';
export { bucketNamePattern } from './model/registration.ts';
export { outcomeRules } from './model/import-status.ts';
export { saveFaults } from './contract/save-faults.ts';
export * from './contract/settings.ts';
export * from './contract/showing.ts';
export * from './contract/updating.ts';

// --- What the window shows ---

export interface Snapshot {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** The language in use, with `system` already resolved. */
  readonly language: Language;
  readonly demo: boolean;
  readonly settings: Settings;
  readonly arrangement: Arrangement;
  readonly accounts: readonly AccountCard[];
  /** The current problem of each account, by its id; absent for an account that works. */
  readonly troubles: Readonly<Record<AccountId, Problem>>;
  readonly foundKeys: readonly FoundKeys[];
  readonly unusableKeys: readonly UnusableKeys[];
  readonly follows: readonly FollowCard[];
  /** Of a long list those that are seen first; the rest is to be asked for by `sendRest`. */
  readonly rows: readonly Row[];
  readonly groups: readonly GroupRow[];
  readonly hooks: readonly HookCard[];
  /** What is being registered, what needs the person, and what became of those that were wished last. */
  readonly wishes: readonly WishCard[];
  readonly inbox: readonly InboxEntry[];
  /** Whether rows and inbox are all there are. */
  readonly isWhole: boolean;
  readonly counts: Counts;
  readonly health: Health;
  /** Why nothing may disturb the person now, also where the health has something else to say. */
  readonly quiet: Quiet | null;
  readonly pausedUntil: number | null;
  readonly warnings: readonly Warning[];
  /** Null where the package names no feed. */
  readonly update: UpdateState | null;
  /** Null if the last banner could not be shown by either notifier. */
  readonly lastNotifier: NotifierName | null;
  /** What a banner or the tray asked to see before there was a window. */
  readonly wanted: Pushes['show'] | null;
}

/** Everything that changed at one moment, in one message. An absent part did not change. */
export interface Change {
  readonly rows?: readonly Row[];
  readonly removed?: readonly WatchId[];
  readonly groups?: readonly GroupRow[];
  readonly groupsRemoved?: readonly GroupId[];
  readonly wishes?: readonly WishCard[];
  readonly inbox?: readonly InboxEntry[];
  readonly hooks?: readonly HookCard[];
  readonly inboxRemoved?: readonly NoticeKey[] | 'all';
  readonly counts?: Counts;
  readonly health?: Health;
  readonly quiet?: Quiet | null;
  readonly pausedUntil?: number | null;
  readonly settings?: Settings;
  readonly arrangement?: Arrangement;
  readonly language?: Language;
  readonly accounts?: readonly AccountCard[];
  readonly troubles?: Readonly<Record<AccountId, Problem>>;
  readonly follows?: readonly FollowCard[];
  readonly warnings?: readonly Warning[];
  readonly update?: UpdateState;
  readonly lastNotifier?: NotifierName | null;
}

// --- Channels ---

/** The request and the response of each channel. An `undefined` request carries nothing. */
export interface Requests
  extends
    AccountRequests,
    AddRequests,
    CheckRequests,
    FollowRequests,
    GroupRequests,
    HelpRequests,
    HistoryRequests,
    HoldingRequests,
    HookRequests,
    PickRequests,
    RegisterRequests,
    UpdateRequests {
  snapshot: { request: undefined; response: Snapshot };
  /** Has the next part of a snapshot that was not whole pushed as `rest`. */
  sendRest: { request: undefined; response: null };
  /** The `undo` of the response brings the watches back, as long as the app runs. */
  stopWatching: { request: { watches: readonly WatchId[] }; response: { undo: number } };
  undoStopWatching: { request: { undo: number }; response: { restored: number } };
  rename: { request: { watch: WatchId; label: string | null }; response: null };
  /** Says which failures the person has seen to. */
  markHandled: { request: { watches: readonly WatchId[]; isHandled: boolean }; response: null };
  copyIds: { request: { watches: readonly WatchId[] }; response: { copied: string } };
  openWorkspace: { request: { watch: WatchId }; response: { opened: boolean } };
  openLink: { request: { link: LinkName }; response: { opened: boolean } };
  changeSettings: { request: Partial<Settings>; response: Settings };
  arrange: { request: Arrangement; response: null };
  pause: { request: { for: PauseSpan }; response: null };
  resume: { request: undefined; response: null };
  markRead: { request: { notices: readonly NoticeKey[] | 'all' }; response: null };
  clearInbox: { request: undefined; response: null };
  /** `fileName` is without its folder, and null if the person closed the dialog. */
  exportList: {
    request: { list: ExportedList; format: ExportFormat };
    response: { fileName: string | null };
  };
  startDemo: { request: undefined; response: null };
  leaveDemo: { request: undefined; response: null };
  /** Ends this run and starts the next, of the demo in the demo. */
  restart: { request: undefined; response: null };
  closeWindow: { request: undefined; response: null };
  /** Reports a fault of the window itself. */
  tellFault: { request: { fault: string }; response: null };
  /** Of several of one kind just this one, and not one that has taken its place since. */
  dismissWarning: { request: { warning: Warning }; response: null };
}

export type RequestChannel = keyof Requests;
export type RequestOf<Channel extends RequestChannel> = Requests[Channel]['request'];
export type ResponseOf<Channel extends RequestChannel> = Requests[Channel]['response'];

/** The payload of each push channel: what the window hears without asking. */
export interface Pushes {
  changed: Change;
  /** More of the rows and notices of a snapshot that was not whole. None of them is news, and what the window has is at least as new. */
  rest: { readonly rows: readonly Row[]; readonly inbox: readonly InboxEntry[]; readonly isLast: boolean };
  /** `run` is the window's own name for the test, because a second test may begin while the first still runs. */
  testStep: { readonly run: string; readonly step: TestStep };
  /** The tray or a banner was clicked: show this view, with this row or group in it. */
  show: Wanted;
}

export type PushChannel = keyof Pushes;

/** Compiles only if the list names every key of the map, so that preload and gate cannot miss a new channel. */
function allOf<Map>() {
  return <const List extends readonly (keyof Map)[]>(
    list: Exclude<keyof Map, List[number]> extends never ? List : never,
  ): List => list;
}

export const requestChannels = allOf<Requests>()([
  'snapshot',
  'sendRest',
  'understand',
  'add',
  'stopWatching',
  'undoStopWatching',
  'rename',
  'checkNow',
  'markHandled',
  'mute',
  'timeline',
  'copyIds',
  'renameGroup',
  'changeGroup',
  'ungroup',
  'stopWatchingGroup',
  'addHook',
  'removeHook',
  'tryHook',
  'allowRegistering',
  'planRegisterAgain',
  'planRegister',
  'register',
  'answerWishes',
  'dropWishes',
  'listBucket',
  'openWorkspace',
  'openLink',
  'listWorkspaces',
  'listProjects',
  'listAssets',
  'follow',
  'unfollow',
  'undoUnfollow',
  'lookNow',
  'saveAccount',
  'useFoundKeys',
  'forgetAccount',
  'keepKeyWeakly',
  'testAccount',
  'changeSettings',
  'arrange',
  'pause',
  'resume',
  'markRead',
  'clearInbox',
  'exportList',
  'makeReport',
  'copyReport',
  'openLogFolder',
  'runSelfCheck',
  'readNotices',
  'update',
  'startDemo',
  'leaveDemo',
  'restart',
  'closeWindow',
  'holds',
  'tellFault',
  'dismissWarning',
]);

export const pushChannels = allOf<Pushes>()(['changed', 'rest', 'testStep', 'show']);

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: RequestError };

/** The one object that the preload gives the window. */
export interface Bridge {
  readonly request: {
    readonly [Channel in RequestChannel]: (
      request: RequestOf<Channel>,
    ) => Promise<Result<ResponseOf<Channel>>>;
  };
  /** Returns the function that stops listening. */
  readonly on: {
    readonly [Channel in PushChannel]: (listener: (payload: Pushes[Channel]) => void) => () => void;
  };
}

/** `window.importWatch` in the renderer. */
export const bridgeName = 'importWatch';
/** The window's address is `app://bundle/index.html`. */
export const appScheme = 'app';
export const appHost = 'bundle';

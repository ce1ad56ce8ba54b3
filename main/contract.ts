import type { AccountCard, AccountDraft, FoundKeys, KeyStorage, TestStep } from './contract/accounts.ts';
import type { Asked, AssetPage, ProjectChoice, Understanding, WorkspaceChoice } from './contract/adding.ts';
import type { ExportedList, ExportFormat } from './contract/exporting.ts';
import type { FollowCard, FollowRequests } from './contract/following.ts';
import type { GroupChoice, GroupRequests } from './contract/groups.ts';
import type { RequestError } from './contract/refusals.ts';
import type { SaveFault } from './contract/save-faults.ts';
import type { Language, Settings } from './contract/settings.ts';
import type { AccountId, AssetReference, WatchId } from './monitor/asset.ts';
import type { GroupId } from './monitor/groups/group.ts';
import type { GroupRow } from './monitor/groups/group-row.ts';
import type { NoticeKey, NotifierName, NotShownReason } from './monitor/notice.ts';
import type { Problem } from './monitor/problem.ts';
import type { Counts, Health, InboxEntry, Row } from './monitor/view.ts';

export type { AccountId, AssetReference, MetaData, WatchId } from './monitor/asset.ts';
export type { GroupId, GroupTell } from './monitor/groups/group.ts';
export type { GroupRow } from './monitor/groups/group-row.ts';
export type { Outcome } from './monitor/import-status.ts';
export type { NoticeFate, NoticeKey, NotifierName, NotShownReason } from './monitor/notice.ts';
export type { FieldProblem, Problem, ProblemKind } from './monitor/problem.ts';
export type { Counts, Health, InboxEntry, Row } from './monitor/view.ts';
export type {
  AccountCard,
  AccountDraft,
  FoundKeys,
  KeyStorage,
  TestStep,
  TestStepName,
} from './contract/accounts.ts';
export type * from './contract/adding.ts';
export type { ExportedList, ExportFormat } from './contract/exporting.ts';
export type * from './contract/following.ts';
export type { GroupChoice } from './contract/groups.ts';
export type { FieldFault, RefusalCode, RequestError } from './contract/refusals.ts';
export type { SaveFault } from './contract/save-faults.ts';
export type { Language, Settings } from './contract/settings.ts';
export { defaultApiUrl, testStepNames } from './contract/accounts.ts';
export { exportedLists, exportFormats } from './contract/exporting.ts';
export { groupDefaults } from './contract/groups.ts';
export { fieldFaults, refusalCodes } from './contract/refusals.ts';
export { saveFaults } from './contract/save-faults.ts';
export { floors, languages, notifierChoices, themes } from './contract/settings.ts';

// --- What the window is told ---

/** Something the person must know that is not about one watch. */
export type Warning =
  | { readonly kind: 'store-unreadable'; readonly file: string; readonly copy: string }
  | { readonly kind: 'cannot-save'; readonly fault: SaveFault }
  | { readonly kind: 'no-tray' }
  | { readonly kind: 'no-notifier'; readonly reasons: readonly NotShownReason[] }
  | { readonly kind: 'went-wrong'; readonly reason: string };

export interface Snapshot {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** The language in force, after `system` was resolved. */
  readonly language: Language;
  readonly demo: boolean;
  readonly settings: Settings;
  readonly accounts: readonly AccountCard[];
  /** What is wrong with an account at the moment, by its id; one that can be asked is not named. */
  readonly troubles: Readonly<Record<AccountId, Problem>>;
  readonly foundKeys: readonly FoundKeys[];
  readonly follows: readonly FollowCard[];
  readonly rows: readonly Row[];
  readonly groups: readonly GroupRow[];
  readonly inbox: readonly InboxEntry[];
  readonly counts: Counts;
  readonly health: Health;
  readonly pausedUntil: number | null;
  readonly warnings: readonly Warning[];
  /** False where neither notifier could be used when it was last tried. */
  readonly lastNotifier: NotifierName | null;
}

/** Everything that changed in one moment, as one message. An absent part did not change. */
export interface Change {
  readonly rows?: readonly Row[];
  readonly removed?: readonly WatchId[];
  readonly groups?: readonly GroupRow[];
  readonly groupsRemoved?: readonly GroupId[];
  readonly inbox?: readonly InboxEntry[];
  readonly inboxRemoved?: readonly NoticeKey[] | 'all';
  readonly counts?: Counts;
  readonly health?: Health;
  readonly pausedUntil?: number | null;
  readonly settings?: Settings;
  readonly language?: Language;
  readonly accounts?: readonly AccountCard[];
  readonly troubles?: Readonly<Record<AccountId, Problem>>;
  readonly follows?: readonly FollowCard[];
  readonly foundKeys?: readonly FoundKeys[];
  readonly warnings?: readonly Warning[];
  readonly lastNotifier?: NotifierName | null;
}

export const viewNames = ['watchlist', 'add', 'inbox', 'account', 'settings'] as const;
export type ViewName = (typeof viewNames)[number];

// --- Channels ---

/** Channel -> what is asked and what is answered. `undefined` requests carry nothing. */
export interface Requests extends FollowRequests, GroupRequests {
  snapshot: { request: undefined; response: Snapshot };
  understand: {
    request: { account: AccountId; text: string; workspace: string | null; projectId: number | null };
    response: Understanding;
  };
  add: {
    request: {
      account: AccountId;
      assets: readonly {
        reference: AssetReference;
        label: string | null;
        fileName: string | null;
        /** Bytes, where a list told them. */
        size?: number | null;
      }[];
      /** Which group the new ones form; null for none. */
      group: GroupChoice | null;
    };
    response: { added: number; alreadyWatched: number };
  };
  /** The answer's `undo` brings the watches back for as long as the app runs. */
  stopWatching: { request: { watches: readonly WatchId[] }; response: { undo: number } };
  undoStopWatching: { request: { undo: number }; response: { restored: number } };
  rename: { request: { watch: WatchId; label: string | null }; response: null };
  checkNow: { request: { watches: readonly WatchId[] | 'all' }; response: null };
  copyIds: { request: { watches: readonly WatchId[] }; response: { copied: string } };
  openWorkspace: { request: { watch: WatchId }; response: { opened: boolean } };
  openLink: { request: { link: LinkName }; response: { opened: boolean } };
  listWorkspaces: { request: { account: AccountId }; response: Asked<readonly WorkspaceChoice[]> };
  listProjects: {
    request: { account: AccountId; workspace: string };
    response: Asked<readonly ProjectChoice[]>;
  };
  listAssets: {
    request: { account: AccountId; workspace: string; projectId: number; page: number };
    response: Asked<AssetPage>;
  };
  saveAccount: { request: AccountDraft; response: { id: AccountId; storage: KeyStorage } };
  useFoundKeys: { request: { source: FoundKeys['source']; name: string }; response: { id: AccountId } };
  forgetAccount: { request: { account: AccountId }; response: null };
  keepKeyWeakly: { request: { account: AccountId }; response: { storage: KeyStorage } };
  /** Steps arrive as `testStep` pushes with the same `run` while it runs; the answer has them all. */
  testAccount: { request: { draft: AccountDraft; run: string }; response: readonly TestStep[] };
  changeSettings: { request: Partial<Settings>; response: Settings };
  pause: { request: { for: 'one-hour' | 'until-tomorrow' }; response: null };
  resume: { request: undefined; response: null };
  markRead: { request: { notices: readonly NoticeKey[] | 'all' }; response: null };
  clearInbox: { request: undefined; response: null };
  /** The answer names the file without its folder; null where the person closed the dialog. */
  exportList: {
    request: { list: ExportedList; format: ExportFormat };
    response: { fileName: string | null };
  };
  startDemo: { request: undefined; response: null };
  leaveDemo: { request: undefined; response: null };
  closeWindow: { request: undefined; response: null };
  /** A fault of the window's own. */
  tellFault: { request: { fault: string }; response: null };
  dismissWarning: { request: { kind: Warning['kind'] }; response: null };
}

export type RequestChannel = keyof Requests;
export type RequestOf<Channel extends RequestChannel> = Requests[Channel]['request'];
export type ResponseOf<Channel extends RequestChannel> = Requests[Channel]['response'];

/** Push channel -> what the window is told without asking. */
export interface Pushes {
  changed: Change;
  /** `run`: which test it is of, as the window named it; a second one may begin while the first still runs. */
  testStep: { readonly run: string; readonly step: TestStep };
  /** The tray or a banner was clicked: show this view, and this row or group in it. */
  show: { view: ViewName; watch: WatchId | null; group: GroupId | null };
}

export type PushChannel = keyof Pushes;

/** Compiles only while the list names every key of the map, so that a new channel cannot be forgotten in preload or gate. */
function allOf<Map>() {
  return <const List extends readonly (keyof Map)[]>(
    list: Exclude<keyof Map, List[number]> extends never ? List : never,
  ): List => list;
}

export const requestChannels = allOf<Requests>()([
  'snapshot',
  'understand',
  'add',
  'stopWatching',
  'undoStopWatching',
  'rename',
  'checkNow',
  'copyIds',
  'renameGroup',
  'changeGroup',
  'ungroup',
  'stopWatchingGroup',
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
  'pause',
  'resume',
  'markRead',
  'clearInbox',
  'exportList',
  'startDemo',
  'leaveDemo',
  'closeWindow',
  'tellFault',
  'dismissWarning',
]);

export const pushChannels = allOf<Pushes>()(['changed', 'testStep', 'show']);

/** The pages the window may ask to open; main holds their addresses. */
export const linkNames = ['subAccountGuide', 'policyGuide', 'apiDocumentation', 'project'] as const;
export type LinkName = (typeof linkNames)[number];

export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: RequestError };

/** A channel that carries nothing is called without an argument. */
export type RequestArguments<Channel extends RequestChannel> = [RequestOf<Channel>] extends [undefined]
  ? []
  : [RequestOf<Channel>];

/** The one object that the preload puts into the window. */
export interface Bridge {
  readonly request: {
    readonly [Channel in RequestChannel]: (
      request: RequestOf<Channel>,
    ) => Promise<Reply<ResponseOf<Channel>>>;
  };
  /** Returns the function that stops listening. */
  readonly on: {
    readonly [Channel in PushChannel]: (listener: (payload: Pushes[Channel]) => void) => () => void;
  };
}

/** `window.importWatch` in the renderer. */
export const bridgeName = 'importWatch';
/** Where the window lives: `app://bundle/index.html`. */
export const appScheme = 'app';
export const appHost = 'bundle';

/** Limits of what the window may send. */
export const limits = {
  /** Characters of a paste or of an opened file; an export of ten thousand watches must still be read. */
  pasteLength: 8_000_000,
  /** Assets added at once. */
  addAtOnce: 10_000,
  labelLength: 200,
  fileNameLength: 1_024,
  keyLength: 200,
  urlLength: 500,
  faultLength: 4_000,
} as const;

import * as v from 'valibot';
import {
  exportedLists,
  exportFormats,
  type FieldFault,
  floors,
  languages,
  limits,
  linkNames,
  notifierChoices,
  themes,
  type RequestChannel,
  type RequestOf,
} from '../contract.ts';
import { isWorkspaceName } from '../mi/request-target.ts';

/** A schema's message is the fault that the window is told; without one it is `wrong-shape`. */
const fault = (name: FieldFault) => name;
const textOf = (longest: number) => v.pipe(v.string(), v.maxLength(longest, fault('too-long')));

const account = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const notAnId = fault('not-an-id');
const serviceId = v.pipe(v.number(notAnId), v.safeInteger(notAnId), v.minValue(1, notAnId));
const workspace = v.pipe(v.string(), v.check(isWorkspaceName, fault('not-a-workspace-name')));
const label = v.nullable(textOf(limits.labelLength));
const watch = v.pipe(v.string(), v.maxLength(200));
const follow = v.pipe(v.string(), v.maxLength(200));
const watches = v.pipe(v.array(watch), v.maxLength(100_000));
const notices = v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(100_000));
const key = v.nullable(textOf(limits.keyLength * 2));
const reference = v.strictObject({ workspace, projectId: serviceId, assetId: serviceId });
const group = v.pipe(v.string(), v.maxLength(200));
const groupName = v.pipe(textOf(limits.labelLength), v.trim(), v.minLength(1));
const groupTell = v.strictObject({ allDone: v.boolean(), firstFailure: v.boolean() });
const groupChoice = v.strictObject({ name: groupName, tell: groupTell, eachAsset: v.boolean() });
const nothing = v.undefined();

const draft = v.strictObject({
  id: v.nullable(account),
  name: textOf(limits.labelLength),
  accessKey: key,
  secretKey: key,
  apiUrl: textOf(limits.urlLength),
});

const settings = v.strictObject({
  floorMs: v.exactOptional(v.picklist(floors)),
  noticeCompleted: v.exactOptional(v.boolean()),
  noticeFailed: v.exactOptional(v.boolean()),
  noticeLate: v.exactOptional(v.boolean()),
  sound: v.exactOptional(v.boolean()),
  notifier: v.exactOptional(v.picklist(notifierChoices)),
  language: v.exactOptional(v.picklist(languages)),
  theme: v.exactOptional(v.picklist(themes)),
  startAtLogin: v.exactOptional(v.boolean()),
});

const newAsset = v.strictObject({
  reference,
  label,
  fileName: v.nullable(v.pipe(v.string(), v.maxLength(limits.fileNameLength))),
  size: v.exactOptional(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))),
});

/** What each channel takes, from `unknown`. A channel without a schema does not compile. */
export const requestSchemas = {
  snapshot: nothing,
  understand: v.strictObject({
    account,
    text: textOf(limits.pasteLength),
    workspace: v.nullable(workspace),
    projectId: v.nullable(serviceId),
  }),
  add: v.strictObject({
    account,
    assets: v.pipe(v.array(newAsset), v.maxLength(limits.addAtOnce)),
    group: v.nullable(groupChoice),
  }),
  stopWatching: v.strictObject({ watches }),
  undoStopWatching: v.strictObject({ undo: v.pipe(v.number(), v.safeInteger()) }),
  rename: v.strictObject({ watch, label }),
  checkNow: v.strictObject({ watches: v.union([v.literal('all'), watches]) }),
  copyIds: v.strictObject({ watches }),
  renameGroup: v.strictObject({ group, name: groupName }),
  changeGroup: v.strictObject({
    group,
    tell: v.exactOptional(groupTell),
    eachAsset: v.exactOptional(v.boolean()),
  }),
  ungroup: v.strictObject({ group }),
  stopWatchingGroup: v.strictObject({ group }),
  openWorkspace: v.strictObject({ watch }),
  openLink: v.strictObject({ link: v.picklist(linkNames) }),
  listWorkspaces: v.strictObject({ account }),
  listProjects: v.strictObject({ account, workspace }),
  listAssets: v.strictObject({ account, workspace, projectId: serviceId, page: serviceId }),
  follow: v.strictObject({
    account,
    workspace,
    projectId: serviceId,
    projectName: v.pipe(v.string(), v.maxLength(1_024)),
  }),
  unfollow: v.strictObject({ follow }),
  undoUnfollow: v.strictObject({ undo: v.pipe(v.number(), v.safeInteger()) }),
  lookNow: v.strictObject({ follow }),
  saveAccount: draft,
  useFoundKeys: v.strictObject({
    source: v.picklist(['environment', 'ncloud-configure']),
    name: textOf(limits.labelLength),
  }),
  forgetAccount: v.strictObject({ account }),
  keepKeyWeakly: v.strictObject({ account }),
  testAccount: v.strictObject({ draft, run: v.pipe(v.string(), v.maxLength(40)) }),
  changeSettings: settings,
  pause: v.strictObject({ for: v.picklist(['one-hour', 'until-tomorrow']) }),
  resume: nothing,
  markRead: v.strictObject({ notices: v.union([v.literal('all'), notices]) }),
  clearInbox: nothing,
  exportList: v.strictObject({ list: v.picklist(exportedLists), format: v.picklist(exportFormats) }),
  startDemo: nothing,
  leaveDemo: nothing,
  closeWindow: nothing,
  tellFault: v.strictObject({ fault: textOf(limits.faultLength) }),
  dismissWarning: v.strictObject({
    kind: v.picklist(['store-unreadable', 'cannot-save', 'no-tray', 'no-notifier', 'went-wrong']),
  }),
} satisfies { readonly [Channel in RequestChannel]: v.GenericSchema<unknown, RequestOf<Channel>> };

import * as v from 'valibot';
import {
  columnNames,
  exportedLists,
  exportFormats,
  hookEvents,
  type FieldFault,
  holdings,
  keySources,
  limits,
  isChoice,
  isColumnWidth,
  linkNames,
  longestTexts,
  muteSpans,
  mostRegisteredAgain,
  pauseSpans,
  settingNames,
  sorts,
  updateActs,
  warningKinds,
  webhookShapes,
  type ColumnName,
  type RequestChannel,
  type RequestOf,
  type SettingName,
  type Settings,
  type Warning,
} from '../contract.ts';
import { cleanName } from '../mi/clean-text.ts';
import { isWorkspaceName } from '../mi/request-target.ts';
import { accountIdPattern } from '../model/account.ts';
import { bucketNamePattern, longestObjectKey } from '../model/registration.ts';
import { exactlyEach } from '../model/exactly.ts';
import { muteSubjects } from '../model/mute.ts';

/** A schema's message is the fault that the window is told; without one it is `wrong-shape`. */
const fault = (name: FieldFault) => name;
const atMost = (longest: number) => v.pipe(v.string(), v.maxLength(longest, fault('too-long')));
const textOf = (field: keyof typeof longestTexts) => atMost(longestTexts[field]);

const account = v.pipe(v.string(), v.regex(accountIdPattern));
const notAnId = fault('not-an-id');
const serviceId = v.pipe(v.number(notAnId), v.safeInteger(notAnId), v.minValue(1, notAnId));
const workspace = v.pipe(v.string(), v.check(isWorkspaceName, fault('not-a-workspace-name')));
/** Without signs that nobody sees, or that turn what stands around them. */
const label = v.nullable(
  v.pipe(
    textOf('label'),
    v.transform((text) => cleanName(text) || null),
  ),
);
const watch = v.pipe(v.string(), v.maxLength(200));
const follow = v.pipe(v.string(), v.maxLength(200));
const watches = v.pipe(v.array(watch), v.maxLength(100_000));
const notices = v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(100_000));
// What a copied cell brings along with a key is taken off before the key itself is measured.
const key = v.nullable(atMost(limits.keyLength * 2));
const reference = v.strictObject({ workspace, projectId: serviceId, assetId: serviceId });
const group = v.pipe(v.string(), v.maxLength(200));
const name = v.pipe(textOf('name'), v.transform(cleanName));
const groupName = v.pipe(name, v.minLength(1));
const groupTell = v.strictObject({ allDone: v.boolean(), firstFailure: v.boolean() });
const groupChoice = v.strictObject({ name: groupName, tell: groupTell, eachAsset: v.boolean() });
const bytes = v.pipe(v.instance(Uint8Array), v.maxLength(limits.fileBytes, fault('too-long')));
const line = serviceId;
const use = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['numbers', 'place']), line }),
  v.strictObject({
    kind: v.literal('column'),
    line,
    column: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
  v.strictObject({ kind: v.literal('field'), line, field: v.string() }),
]);
const hook = v.pipe(v.string(), v.maxLength(40));
const wishes = v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(10_000));
const warningOfAKind = v.object({ kind: v.picklist(warningKinds) });
/** It is only compared with those that there are. */
const warning = v.custom<Warning>((given) => v.is(warningOfAKind, given));
const nothing = v.undefined();

const draft = v.strictObject({
  id: v.nullable(account),
  name,
  accessKey: key,
  secretKey: key,
  apiUrl: textOf('apiUrl'),
});

const settingOf = <Name extends SettingName>(name: Name) =>
  v.exactOptional(v.custom<Settings[Name]>((value) => isChoice(name, value)));
const settings = v.strictObject(
  Object.fromEntries(settingNames.map((name) => [name, settingOf(name)])) as {
    readonly [Name in SettingName]: ReturnType<typeof settingOf<Name>>;
  },
);

const columnWidth = v.exactOptional(v.custom<number>(isColumnWidth));
const arrangement = v.strictObject({
  order: v.nullable(v.strictObject({ by: v.picklist(sorts), isReversed: v.boolean() })),
  widths: v.strictObject(
    Object.fromEntries(columnNames.map((name) => [name, columnWidth])) as {
      readonly [Name in ColumnName]: typeof columnWidth;
    },
  ),
  hidden: v.pipe(v.array(v.picklist(columnNames)), v.maxLength(columnNames.length)),
});

const newAsset = v.strictObject({
  reference,
  label,
  fileName: v.nullable(v.pipe(atMost(limits.fileNameLength), v.transform(cleanName))),
  size: v.exactOptional(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))),
});

/** What each channel takes, from `unknown`. A channel without a schema does not compile. */
export const requestSchemas = exactlyEach<{ readonly [Channel in RequestChannel]: RequestOf<Channel> }>()({
  snapshot: nothing,
  sendRest: nothing,
  understand: v.strictObject({
    account,
    text: v.union([textOf('text'), bytes]),
    workspace: v.nullable(workspace),
    projectId: v.nullable(serviceId),
    uses: v.pipe(v.array(use), v.maxLength(1_000)),
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
  markHandled: v.strictObject({ watches, isHandled: v.boolean() }),
  mute: v.strictObject({
    of: v.picklist(muteSubjects),
    // Of which kind they are is the same here: a text of that length at most.
    ids: watches,
    for: v.nullable(v.picklist(muteSpans)),
  }),
  timeline: v.strictObject({ watch }),
  copyIds: v.strictObject({ watches }),
  renameGroup: v.strictObject({ group, name: groupName }),
  changeGroup: v.strictObject({
    group,
    tell: v.exactOptional(groupTell),
    eachAsset: v.exactOptional(v.boolean()),
  }),
  ungroup: v.strictObject({ group }),
  stopWatchingGroup: v.strictObject({ group }),
  addHook: v.strictObject({
    scope: v.variant('kind', [
      v.strictObject({ kind: v.literal('account'), account }),
      v.strictObject({ kind: v.literal('group'), group }),
    ]),
    events: v.pipe(v.array(v.picklist(hookEvents)), v.minLength(1), v.maxLength(hookEvents.length)),
    target: v.variant('kind', [
      v.strictObject({ kind: v.literal('program') }),
      v.strictObject({
        kind: v.literal('webhook'),
        address: textOf('address'),
        shape: v.picklist(webhookShapes),
        signingSecret: v.nullable(textOf('signingSecret')),
      }),
    ]),
  }),
  removeHook: v.strictObject({ hook }),
  tryHook: v.strictObject({ hook }),
  allowRegistering: v.strictObject({ account, isAllowed: v.boolean() }),
  planRegisterAgain: v.strictObject({
    watches: v.pipe(v.array(watch), v.minLength(1), v.maxLength(mostRegisteredAgain)),
  }),
  planRegister: v.strictObject({
    account,
    workspace,
    projectId: serviceId,
    bucket: v.nullable(textOf('bucket')),
    text: v.union([textOf('text'), bytes]),
  }),
  register: v.strictObject({ plan: serviceId }),
  answerWishes: v.strictObject({ wishes, how: v.picklist(['look', 'send']) }),
  listBucket: v.strictObject({
    account,
    bucket: v.pipe(v.string(), v.regex(bucketNamePattern, fault('not-a-bucket-name'))),
    prefix: atMost(longestObjectKey),
    after: v.nullable(v.strictObject({ by: v.picklist(['token', 'marker']), value: atMost(4_096) })),
  }),
  dropWishes: v.strictObject({ wishes }),
  openWorkspace: v.strictObject({ watch }),
  openLink: v.strictObject({ link: v.picklist(linkNames) }),
  listWorkspaces: v.strictObject({ account }),
  listProjects: v.strictObject({ account, workspace }),
  listAssets: v.strictObject({ account, workspace, projectId: serviceId, page: serviceId }),
  follow: v.strictObject({
    account,
    workspace,
    projectId: serviceId,
    projectName: v.pipe(atMost(1_024), v.transform(cleanName)),
  }),
  unfollow: v.strictObject({ follow }),
  undoUnfollow: v.strictObject({ undo: v.pipe(v.number(), v.safeInteger()) }),
  lookNow: v.strictObject({ follow }),
  saveAccount: draft,
  useFoundKeys: v.strictObject({
    source: v.picklist(keySources),
    name,
  }),
  forgetAccount: v.strictObject({ account }),
  keepKeyWeakly: v.strictObject({ account }),
  testAccount: v.strictObject({ draft, run: v.pipe(v.string(), v.maxLength(40)) }),
  changeSettings: settings,
  arrange: arrangement,
  pause: v.strictObject({ for: v.picklist(pauseSpans) }),
  resume: nothing,
  markRead: v.strictObject({ notices: v.union([v.literal('all'), notices]) }),
  clearInbox: nothing,
  exportList: v.strictObject({ list: v.picklist(exportedLists), format: v.picklist(exportFormats) }),
  makeReport: v.strictObject({ names: v.boolean() }),
  copyReport: nothing,
  openLogFolder: nothing,
  runSelfCheck: nothing,
  readNotices: nothing,
  update: v.strictObject({ act: v.picklist(updateActs) }),
  startDemo: nothing,
  leaveDemo: nothing,
  restart: nothing,
  closeWindow: nothing,
  holds: v.strictObject({ holding: v.picklist(holdings) }),
  tellFault: v.strictObject({ fault: atMost(limits.faultLength) }),
  dismissWarning: v.strictObject({ warning }),
});

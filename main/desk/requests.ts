import type {
  HelpRequests,
  Holding,
  Language,
  PushChannel,
  Pushes,
  RequestOf,
  ResponseOf,
  UpdateRequests,
} from '../contract.ts';
import { exportList, type ExportPorts } from '../export/export-list.ts';
import type { Wishes } from '../paste/collector.ts';
import type { RequestHandlers } from '../security/ipc.ts';
import { guideLink, workspaceLink } from '../security/links.ts';
import { createBucketRequests } from './bucket-requests.ts';
import { createFollowRequests } from './follow-requests.ts';
import { createGroupRequests } from './group-requests.ts';
import { createRegisterRequests, type ReadObjects } from './register-requests.ts';
import { createPicks } from './picks.ts';
import { refusingWhatFails } from './refusal.ts';
import { muteFor, pauseOf } from './pause.ts';
import type { Desk, SnapshotFrame } from './desk.ts';
import { createOpening } from './opening.ts';
import type { ClipboardPort } from './clipboard.ts';
import { createWatchRequests } from './watch-requests.ts';
import { createWorkspaces } from './workspaces.ts';

/** Answered by the app, which knows what is around the desk. */
export type HelpHandlers = Pick<RequestHandlers, keyof HelpRequests>;
export type UpdateHandlers = Pick<RequestHandlers, keyof UpdateRequests>;

export interface RequestPorts {
  readonly now: () => number;
  readonly clipboard: ClipboardPort;
  /** Away from this thread, where a long text would hold everything up. */
  readonly understand: (wishes: Wishes) => Promise<ResponseOf<'understand'>>;
  readonly readObjects: ReadObjects;
  /** Opens a page in the person's browser; the address was made by main. */
  readonly openExternal: (address: string) => Promise<void>;
  readonly language: () => Language;
  readonly frame: () => SnapshotFrame;
  readonly push: <Channel extends PushChannel>(channel: Channel, payload: Pushes[Channel]) => void;
  readonly startDemo: () => void;
  readonly leaveDemo: () => void;
  readonly restart: () => void;
  readonly closeWindow: () => void;
  readonly holds: (holding: Holding) => void;
  readonly wentWrong: (error: unknown) => void;
  readonly exporting: Pick<ExportPorts, 'askWhere' | 'write'>;
  readonly help: HelpHandlers;
  readonly updating: UpdateHandlers;
  readonly dismissWarning: (warning: RequestOf<'dismissWarning'>['warning']) => void;
}

/** All that a window can ask of the desk: one entry for each channel of the contract. */
export function createRequests(desk: Desk, ports: RequestPorts): RequestHandlers {
  const { accounts } = desk;
  const runner = refusingWhatFails(desk.runner);
  const workspaces = createWorkspaces(accounts);
  const opening = createOpening(desk, (rest) => ports.push('rest', rest));
  let undo = 0;
  const nextUndo = () => (undo += 1);

  async function open(address: string | null): Promise<{ opened: boolean }> {
    if (address === null) return { opened: false };
    await ports.openExternal(address);
    return { opened: true };
  }

  async function workspaceAddress(watchId: string): Promise<string | null> {
    const watch = desk.state.watches.get(watchId);
    if (watch === undefined) return null;
    return workspaceLink(await workspaces.addressOf(watch.account, watch.reference.workspace));
  }

  const done = (act: () => void) => (): null => {
    act();
    return null;
  };

  return {
    snapshot: () => opening.snapshot(ports.frame()),
    sendRest: done(() => opening.sendRest()),
    ...createWatchRequests(runner, ports.clipboard, nextUndo, ports.understand),
    ...createFollowRequests(runner, nextUndo),
    ...createGroupRequests(runner),
    ...createRegisterRequests(runner, accounts, workspaces, ports.readObjects),
    ...createBucketRequests(accounts),
    ...createPicks(accounts, workspaces, desk.state),
    ...ports.help,
    addHook: (draft) => desk.hooks.add(draft),
    removeHook: ({ hook }) => desk.hooks.remove(hook),
    tryHook: ({ hook }) => desk.hooks.tryOut(hook),
    ...ports.updating,
    openWorkspace: async ({ watch }) => open(await workspaceAddress(watch)),
    openLink: ({ link }) => open(guideLink(link, ports.language())),
    saveAccount: (draft) => accounts.save(draft),
    useFoundKeys: accounts.useFoundKeys,
    forgetAccount: ({ account }) => accounts.forget(account),
    keepKeyWeakly: ({ account }) => accounts.keepWeakly(account),
    testAccount: ({ draft, run }) => accounts.test(draft, (step) => ports.push('testStep', { run, step })),
    changeSettings: (settings) => desk.changeSettings(settings),
    arrange(arrangement) {
      desk.arrange(arrangement);
      return null;
    },
    pause: (request) => {
      runner.dispatch(pauseOf(request.for, ports.now()));
      return null;
    },
    mute: ({ of, ids, for: span }) => {
      const mute = span === null ? null : muteFor(span, ports.now());
      runner.dispatch({ kind: 'muted', of, ids, mute });
      return null;
    },
    resume: done(() => runner.dispatch({ kind: 'unpaused' })),
    markRead: ({ notices }) => {
      runner.dispatch({ kind: 'notices-read', notices });
      return null;
    },
    clearInbox: done(() => runner.dispatch({ kind: 'inbox-cleared' })),
    exportList: (wanted) =>
      exportList(wanted, {
        rows: desk.projection.rows,
        inbox: desk.projection.inbox,
        now: ports.now,
        ...ports.exporting,
      }),
    startDemo: done(ports.startDemo),
    leaveDemo: done(ports.leaveDemo),
    restart: done(ports.restart),
    closeWindow: done(ports.closeWindow),
    holds: ({ holding }) => {
      ports.holds(holding);
      return null;
    },
    tellFault: ({ fault }) => {
      ports.wentWrong(new Error(`In the window: ${fault}`));
      return null;
    },
    dismissWarning: ({ warning }) => {
      ports.dismissWarning(warning);
      return null;
    },
  };
}

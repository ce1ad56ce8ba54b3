import type { AccountId, AssetReference, WatchId } from '../../../main/model/asset.ts';
import type { Watch } from '../../../main/model/watch.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import { isWatched } from '../../../main/monitor/view/rows.ts';
import { incarnationOf } from '../laws/knowing.ts';
import { firstProject, workspace } from '../service.ts';
import type { World } from '../world.ts';
import { idOf, type Desk } from './desk.ts';
import type { Groups } from './groups.ts';
import type { Quiet } from './quiet.ts';

/** What the person does with the list and the inbox. */
export function createList(world: World, desk: Desk, { groupFor }: Groups, quiet: Quiet) {
  const { whenAtDesk, after, say, watchOf, withWatch, withGroup } = desk;

  function add(account: AccountId, assetId: number, fileName: string | null): void {
    world.laws.promptness.disturbed();
    const entry = { account, reference: referenceTo(account, assetId), label: null, fileName };
    const group = groupFor(assetId, account);
    world.app.dispatch({ kind: 'added', watches: [entry], ...(world.plan.isGrouped && { group }) }, () => {
      const watch = watchOf(account, assetId);
      if (watch === null) enter(account, assetId);
      // One that was lost is taken up again, and into the group of this time.
      else if (world.plan.isGrouped && !isWatched(world.app.state()!, entry))
        world.laws.grouping.joins(watch.id, incarnationOf(watch), group);
    });
  }

  /** Where the console shows it now. */
  function referenceTo(account: AccountId, assetId: number): AssetReference {
    const projectId = world.service.assetOf(account, assetId)?.projectId ?? firstProject;
    return { workspace, projectId, assetId };
  }

  /** What is not in the list yet will be. */
  function enter(account: AccountId, assetId: number): void {
    const { laws, plan, laptop, timeline } = world;
    const id = idOf(account, assetId);
    const incarnation = incarnationOf({ id, addedAt: laptop.now() });
    laws.absences.entered(id);
    laws.following.returns(id);
    laws.promptness.entered(id);
    laws.lateness.began(incarnation, account, timeline.now());
    laws.grouping.joins(id, incarnation, plan.isGrouped ? groupFor(assetId, account) : null);
  }

  /** The number under which it comes back. */
  function takeOut(watches: readonly Watch[]): number {
    for (const { id } of watches) world.note(`the person stops watching ${id}`);
    const undo = desk.nextUndo();
    const state = world.app.state()!;
    const ids = watches.map(({ id }) => id);
    world.clockSeen.look();
    world.app.dispatch({ kind: 'removed', watches: ids, undo }, () => {
      world.laws.muting.takenOut(state, watches);
      for (const watch of watches) leaves(state, watch);
    });
    return undo;
  }

  function leaves(state: MonitorView, watch: Watch): void {
    const { service, register, laws } = world;
    const asset = service.assetOf(watch.account, watch.reference.assetId);
    if (asset !== null) register.overwritten(asset, laws.telling);
    register.unwanted(watch.id, watch.reference.projectId);
    laws.following.leaves(state, watch);
    laws.grouping.leaves(watch.id);
    laws.promptness.left(watch.id);
  }

  /** The undo is the window's, and is gone with the process. */
  function takeOutAndUndo(watches: readonly Watch[], afterMs: number): void {
    const life = world.app.life();
    const undo = takeOut(watches);
    after(afterMs, () => {
      if (world.app.life() === life) putBack(watches, undo);
    });
  }

  function putBack(watches: readonly Watch[], undo: number): void {
    world.laws.promptness.disturbed();
    world.app.dispatch({ kind: 'undone', undo }, () => comesBack(watches));
    // What was taken out while it was muted comes back so.
    if (desk.isCalm()) quiet.unmuteAllNow();
  }

  function comesBack(watches: readonly Watch[]): void {
    for (const watch of watches) {
      world.laws.asking.wants(watch.id);
      world.laws.absences.entered(watch.id);
      world.laws.following.returns(watch.id);
      if (world.app.state()?.watches.has(watch.id)) continue;
      world.laws.grouping.returns(watch);
      world.register.putBack(watch.id);
    }
    for (const account of new Set(watches.map((watch) => watch.account)))
      if (world.app.state()?.accounts.has(account) === false) world.laws.grouping.accountGone(account);
  }

  function check(watches: readonly WatchId[]): void {
    for (const id of watches) world.register.looked(id, world.timeline.now());
    world.app.dispatch({ kind: 'check-now', watches });
  }

  return {
    add: (account: AccountId, assetId: number, fileName: string | null) =>
      whenAtDesk(() => {
        world.note(`the person adds ${idOf(account, assetId)}`);
        add(account, assetId, fileName);
      }),
    checkAll: () => say({ kind: 'check-now', watches: 'all' }),
    checkOne: (account: AccountId, assetId: number): void =>
      whenAtDesk(() => check([idOf(account, assetId)])),
    /** Whatever stands there of it, ended or not. */
    checkAllOf: (account: AccountId): void =>
      whenAtDesk(() =>
        check([...world.app.state()!.watches.keys()].filter((id) => id.startsWith(`${account}:`))),
      ),
    remove: (account: AccountId, assetId: number) =>
      withWatch(account, assetId, (watch) => void takeOut([watch])),
    removeAndUndo: (account: AccountId, assetId: number, afterMs: number) =>
      withWatch(account, assetId, (watch) => takeOutAndUndo([watch], afterMs)),
    /** All of the account that stand in the list. */
    removeAllAndUndo: (account: AccountId, afterMs: number) =>
      whenAtDesk(() => {
        const watches = [...world.app.state()!.watches.values()].filter((one) => one.account === account);
        if (watches.length > 0) takeOutAndUndo(watches, afterMs);
      }),
    /** All that is in the group in which the asset stands; null: for good. */
    removeGroup: (account: AccountId, assetId: number, undoneAfterMs: number | null) =>
      withGroup(account, assetId, ({ id }) => {
        const { members, watches } = world.app.state()!;
        const all = [...members.of(id)].map((watch) => watches.get(watch)!);
        if (undoneAfterMs === null) takeOut(all);
        else takeOutAndUndo(all, undoneAfterMs);
      }),
    removeAndAdd: (account: AccountId, assetId: number, afterMs: number) =>
      withWatch(account, assetId, (watch) => {
        const { fileName } = watch;
        takeOut([watch]);
        after(afterMs, () => add(account, assetId, fileName));
      }),
    rename(account: AccountId, assetId: number, label: string | null): void {
      say({ kind: 'renamed', watch: idOf(account, assetId), label });
    },
    handle: (account: AccountId, assetId: number): void =>
      say({ kind: 'handled', watches: [idOf(account, assetId)], isHandled: true }),
    readOf: (account: AccountId): void =>
      whenAtDesk(() => {
        const notices = [...world.app.state()!.notices.keys()].filter((key) => key.startsWith(`${account}:`));
        world.app.dispatch({ kind: 'notices-read', notices });
      }),
    clearInbox(): void {
      whenAtDesk(() => {
        const { app, register, laws } = world;
        for (const notice of app.state()!.notices.values()) {
          const end = laws.telling.endOf(notice);
          if (end !== null && !laws.telling.isWritten(notice.key)) register.cleared(end);
        }
        app.dispatch({ kind: 'inbox-cleared' });
      });
    },
  };
}

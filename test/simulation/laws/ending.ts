import { watchIdOf } from '../../../main/model/asset.ts';
import { rowOf } from '../../../main/monitor/view/rows.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import type { World } from '../world.ts';

/** The longest interval of a listed import with its jitter, and a slow answer. */
const freshMs = 1_050_000;

/** What must hold once everything has come to rest: law 1 as a whole, and the list shows what the world says. */
export function checkEnding(world: World, state: MonitorView): void {
  checkNotices(world);
  checkList(world, state);
  checkKept(world, state);
  checkFound(world, state);
  world.laws.grouping.checkEnding(state);
  world.laws.registering.checkEnding(state);
  world.laws.following.checkEnding(state);
  world.laws.asking.checkEnding(state);
}

function checkNotices(world: World): void {
  const { service, register, laptop, disk } = world;
  const { court, telling } = world.laws;
  for (const asset of service.assets.values()) {
    for (const end of asset.ends) {
      const told = telling.keysOf(end).size;
      if (register.isOwed(end) && (told < 1 || told > register.mostNotices(end)))
        court.breach(1, `${end.id} of ${asset.account}/${asset.assetId} has ${told} notices`);
      if (!register.isLearned(end) && !register.isFound(end) && told > 0)
        court.breach(1, `${end.id} of ${asset.account}/${asset.assetId} was told, though it was a baseline`);
    }
  }
  for (const notice of telling.written.values()) {
    const { key, at, fate } = notice;
    // What was learned only now is still on its way.
    if (laptop.now() - at < freshMs) continue;
    if (notice.about === 'import' || notice.about === 'group-done')
      world.laws.handingOn.checkReceived(notice);
    // The person may have cleared the inbox before what became of it was written.
    const isKept = disk.noticeOf(key) !== null;
    if (isKept && (fate.kind === 'recorded' || fate.kind === 'showing'))
      court.breach(1, `${key} is still ${fate.kind}`);
    if (telling.wanted.has(key) && !telling.wasTried(key)) court.breach(1, `${key} never appeared`);
  }
}

function checkList(world: World, state: MonitorView): void {
  for (const watch of state.watches.values()) {
    const asset = world.service.assetOf(watch.account, watch.reference.assetId)!;
    const row = rowOf(state, watch);
    if (row.problem !== null) {
      // What was never found is not looked for elsewhere: the person may have taken a wrong project.
      const isLost = asset.projectId !== watch.reference.projectId && !world.laws.knowing.isKnown(watch);
      if (!world.service.isGone(watch) && !isLost)
        world.laws.court.breach(3, `${watch.id} says ${row.problem.kind} after all was mended`);
      continue;
    }
    const isOver = row.endedAt !== null;
    // Nothing asks for an import that has ended, so a later one of the same asset is not known.
    if (isOver && asset.ends.length + (asset.status === 'IN_PROGRESS' ? 1 : 0) > 1) continue;
    if (row.status !== asset.status && !(isOver && world.service.isGone(watch)))
      world.laws.court.breach(
        1,
        `the list shows ${watch.id} as ${row.status}, the world says ${asset.status}`,
      );
    else if (!isOver && world.timeline.now() - world.laws.knowing.heardAt(watch.id) > freshMs)
      world.laws.court.breach(1, `${watch.id} was not looked at any more`);
  }
}

/** What the person wants watched is in the list and on the disk, and nothing else. */
function checkKept(world: World, state: MonitorView): void {
  const { disk, laws } = world;
  const { court, handingOn } = laws;
  // What has just left the list by itself may still be on its way to the disk.
  if (state.savedRevision.value !== state.revision.value) return;
  for (const id of disk.watchIds())
    if (!state.watches.has(id)) court.breach(1, `${id} is on the disk and not in the list`);
  handingOn.checkEnding(state, disk.load().hooks);
  for (const id of state.watches.keys())
    if (!disk.hasWatch(id)) court.breach(1, `${id} is in the list and not on the disk`);
}

/** What a followed project lists, and what is in progress there, is watched. */
function checkFound({ service, register, laws: { court, following } }: World, state: MonitorView): void {
  for (const { account, projectId, workspace } of state.follows.values()) {
    for (const asset of service.assets.values()) {
      const id = watchIdOf(account, { workspace, projectId, assetId: asset.assetId });
      const isThere = asset.account === account && asset.projectId === projectId && !asset.deleted;
      if (
        !isThere ||
        service.lists.unfinished === 'absent' ||
        service.hasEnded(asset) ||
        register.isUnwanted(id) ||
        following.isPastNewest(state, asset)
      )
        continue;
      if (!state.watches.has(id))
        court.breach(1, `${id} is in progress in a followed project and is not watched`);
    }
  }
}

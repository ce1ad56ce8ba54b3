import { describe, expect, it } from 'vitest';
import { followIdOf } from '../../../main/model/follow.ts';
import type { Mute } from '../../../main/model/mute.ts';
import type { Effect } from '../../../main/monitor/kernel/effects.ts';
import { healthOf, trayIconOf } from '../../../main/monitor/view/health.ts';
import { countsOf, isNamedByTray, rowOf } from '../../../main/monitor/view/rows.ts';
import { importing as importingGroup } from './groups/group-stage.ts';
import { importing, savedBy } from './importing-stage.ts';
import { createStage, idOf, newWatchOf, ofKind, someSettings, startAt, type Stage } from './stage.ts';

const minute = 60_000;
const hour = 60 * minute;
const forAnHour = ({ now }: Stage): Mute => ({ kind: 'until', at: now + hour, isLength: true });
const untilItEnds: Mute = { kind: 'until-it-ends' };
const mute = (stage: Stage, assets: readonly number[], how: Mute | null = forAnHour(stage)) =>
  stage.send({ kind: 'muted', of: 'watch', ids: assets.map(idOf), mute: how });
const namesIn = (effects: readonly Effect[]) =>
  ofKind(effects, 'show').map(
    ({ digest, notices }) => [digest, notices.map(({ key }) => key.split('#')[0]!)] as const,
  );
const isMuted = ({ state }: Stage, assetId: number) =>
  rowOf(state, state.watches.get(idOf(assetId))!).mute !== null;
const shownAfter = (stage: Stage, act: () => void) => {
  const before = stage.effects.length;
  act();
  return namesIn(stage.effects.slice(before));
};

describe('a muted import', () => {
  it('ends without a banner, is in the inbox at once, and is told in one digest afterwards', () => {
    const stage = importing([1, 2]);
    mute(stage, [1, 2]);
    const shown = shownAfter(stage, () => {
      stage.askAndAnswer(1, 'COMPLETED');
      stage.askAndAnswer(2, 'FAILED');
      stage.pass(minute);
    });
    expect(shown).toEqual([]);
    expect(stage.fates()).toEqual(['postponed', 'postponed']);
    expect(namesIn(stage.pass(hour))).toEqual([[true, [idOf(1), idOf(2)]]]);
    expect(isMuted(stage, 1)).toBe(false);
  });

  it('keeps the others from nothing', () => {
    const stage = importing([1, 2]);
    mute(stage, [1]);
    const shown = shownAfter(stage, () => {
      stage.askAndAnswer(1, 'COMPLETED');
      stage.askAndAnswer(2, 'COMPLETED');
      stage.pass(minute);
    });
    expect(shown).toEqual([[false, [idOf(2)]]]);
  });

  it('counts nowhere, neither while it goes on nor after its failure', () => {
    const stage = importing([1, 2]);
    mute(stage, [1, 2]);
    const { state } = stage;
    expect(countsOf(state)).toMatchObject({ all: 2, importing: 0 });
    expect(healthOf(state).kind).toBe('watching');
    expect(trayIconOf(healthOf(state), countsOf(state))).toBe('idle');
    expect(isNamedByTray(state, stage.watch(1))).toBe(false);
    stage.askAndAnswer(1, 'FAILED');
    expect(countsOf(state)).toMatchObject({ importing: 0, failed: 0, unread: 0, unreadFailures: 0 });
    mute(stage, [1, 2], null);
    expect(countsOf(state)).toMatchObject({ importing: 1, failed: 1, unread: 1, unreadFailures: 1 });
  });

  it('is told at once when the person hears it again', () => {
    const stage = importing([1]);
    mute(stage, [1]);
    stage.askAndAnswer(1, 'FAILED');
    stage.pass(minute);
    expect(shownAfter(stage, () => mute(stage, [1], null))).toEqual([[true, [idOf(1)]]]);
  });

  it('until it ends is still muted so where it was taken out and comes back, and is told at its end', () => {
    const stage = importing([1]);
    mute(stage, [1], untilItEnds);
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.pass(minute);
    stage.send({ kind: 'undone', undo: 1 });
    stage.pass(minute);
    expect(isMuted(stage, 1)).toBe(true);
    const shown = shownAfter(stage, () => {
      stage.askAndAnswer(1, 'COMPLETED');
      stage.pass(minute);
    });
    expect(shown).toEqual([[false, [idOf(1)]]]);
  });

  it('until it ends is muted no longer at its end, which is told', () => {
    const stage = importing([1]);
    mute(stage, [1], untilItEnds);
    expect(isMuted(stage, 1)).toBe(true);
    const shown = shownAfter(stage, () => {
      stage.askAndAnswer(1, 'COMPLETED');
      stage.pass(minute);
    });
    expect(shown).toEqual([[false, [idOf(1)]]]);
    expect(isMuted(stage, 1)).toBe(false);
  });

  it('cannot be muted until it ends once it has ended, and needs the person as before', () => {
    const stage = importing([1, 2]);
    stage.askAndAnswer(1, 'FAILED');
    mute(stage, [1, 2], untilItEnds);
    expect([1, 2].map((assetId) => isMuted(stage, assetId))).toEqual([false, true]);
    expect(countsOf(stage.state).unreadFailures).toBe(1);
  });

  it('is left out where it has left the list meanwhile', () => {
    const stage = importing([1, 2]);
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    mute(stage, [1, 2], untilItEnds);
    expect(isMuted(stage, 2)).toBe(true);
  });

  it('stays muted over a restart, with what it holds', () => {
    const stage = importing([1]);
    mute(stage, [1]);
    stage.askAndAnswer(1, 'FAILED');
    const again = createStage({ ...savedBy(stage), at: stage.now });
    again.ready();
    expect(namesIn(again.pass(hour / 2))).toEqual([]);
    expect(isMuted(again, 1)).toBe(true);
    expect(namesIn(again.pass(hour))).toEqual([[true, [idOf(1)]]]);
  });

  it('is told at the next start where its time is over by then', () => {
    const stage = importing([1]);
    mute(stage, [1]);
    stage.askAndAnswer(1, 'FAILED');
    const late = createStage({ ...savedBy(stage), at: stage.now + 2 * hour });
    late.ready();
    late.pass(minute);
    expect(namesIn(late.effects)).toEqual([[true, [idOf(1)]]]);
  });

  it('in quiet hours waits for the end of both', () => {
    const stage = importing([1]);
    mute(stage, [1], { kind: 'until', at: startAt + hour, isLength: true });
    const quiet = { spans: [{ from: startAt, until: startAt + 2 * hour }], letsFailuresPass: false };
    stage.send({ kind: 'settings-changed', settings: { ...someSettings, quiet } });
    stage.askAndAnswer(1, 'FAILED');
    expect(namesIn(stage.pass(startAt + hour + minute - stage.now))).toEqual([]);
    expect([...stage.state.notices.values()].map(({ fate }) => fate)).toEqual([
      { kind: 'postponed', reason: 'quiet-hours' },
    ]);
    expect(namesIn(stage.pass(hour))).toEqual([[true, [idOf(1)]]]);
  });

  it('counts what was told of it before as read, and its banner is closed unless it tells of others', () => {
    const stage = importing([1, 2, 3]);
    stage.askAndAnswer(1, 'FAILED');
    const [alone] = ofKind(stage.pass(minute), 'show').concat(ofKind(stage.effects, 'show'));
    stage.send({ kind: 'told', banner: alone!.banner, outcome: { kind: 'shown', by: 'electron' } });
    expect(countsOf(stage.state).unreadFailures).toBe(1);
    const closed = mute(stage, [1]);
    expect(ofKind(closed, 'close')).toEqual([{ kind: 'close', receipt: alone!.receipt }]);
    expect(countsOf(stage.state).unreadFailures).toBe(0);
  });

  it('whose banner is being shown has it closed once it is on the screen', () => {
    const stage = importing([1]);
    stage.askAndAnswer(1, 'FAILED');
    stage.pass(minute);
    const { banner, receipt } = ofKind(stage.effects, 'show').at(-1)!;
    expect(ofKind(mute(stage, [1]), 'close')).toEqual([]);
    const came = stage.send({ kind: 'told', banner, outcome: { kind: 'shown', by: 'electron' } });
    expect(ofKind(came, 'close')).toEqual([{ kind: 'close', receipt }]);
  });

  it('is taken out of a banner that waits for the disk', () => {
    const stage = importing([1, 2], { saves: false });
    stage.askAndAnswer(1, 'COMPLETED');
    stage.askAndAnswer(2, 'COMPLETED');
    stage.pass(minute);
    mute(stage, [1]);
    const came = stage.send({ kind: 'saved', revision: stage.state.revision.value });
    expect(namesIn(came)).toEqual([[false, [idOf(2)]]]);
  });

  it('that was removed and comes back is muted as before', () => {
    const stage = importing([1]);
    mute(stage, [1]);
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'undone', undo: 1 });
    expect(isMuted(stage, 1)).toBe(true);
  });
});

describe('what a mute holds back of an import', () => {
  /** Its end is held back. */
  function ended(options: Parameters<typeof importing>[1] = { saves: true }): Stage {
    const stage = importing([1, 2], options);
    mute(stage, [1]);
    stage.askAndAnswer(1, 'FAILED');
    return stage;
  }

  it('is told no more once the person has stopped watching it, and the inbox says so', () => {
    const stage = ended();
    const shown = shownAfter(stage, () => {
      stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
      stage.pass(2 * hour);
    });
    expect(shown).toEqual([]);
    expect([...stage.state.notices.values()].map(({ fate }) => fate)).toMatchObject([
      { kind: 'held', reason: 'no-longer-watched' },
    ]);
  });

  it.each([
    ['at its end', minute, 2 * hour],
    ['at once where it is over by then', 2 * hour, minute],
  ])('is told %s where the person takes it back that they stopped watching it', (_what, away, after) => {
    const stage = ended();
    const shown = shownAfter(stage, () => {
      stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
      stage.pass(away);
      stage.send({ kind: 'undone', undo: 1 });
    });
    expect(shown).toEqual([]);
    expect(stage.fates()).toEqual([away === minute ? 'postponed' : 'recorded']);
    expect(namesIn(stage.pass(after))).toEqual([[true, [idOf(1)]]]);
  });

  it('is told no more where it was added again before that is taken back', () => {
    const stage = ended();
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.pass(minute);
    stage.add(1);
    stage.send({ kind: 'undone', undo: 1 });
    expect(stage.fates()).toEqual(['held']);
  });

  it('is told no more also where quiet hours have begun since', () => {
    const stage = ended();
    const spans = [{ from: stage.now, until: stage.now + hour }];
    stage.send({
      kind: 'settings-changed',
      settings: { ...someSettings, quiet: { spans, letsFailuresPass: false } },
    });
    stage.send({ kind: 'removed', watches: [idOf(1)] });
    expect(stage.fates()).toEqual(['held']);
  });
});

describe('a muted group', () => {
  const group = { id: 'g', name: 'Batch', tell: { allDone: true, firstFailure: true }, eachAsset: true };
  function grouped(assets: readonly number[], eachAsset = true): Stage {
    const stage = createStage();
    stage.ready();
    stage.send({
      kind: 'added',
      watches: assets.map((id) => newWatchOf(id)),
      group: { ...group, eachAsset },
    });
    for (const id of assets) stage.askAndAnswer(id, 'IN_PROGRESS');
    return stage;
  }
  const muteGroup = (stage: Stage, how: Mute | null) =>
    stage.send({ kind: 'muted', of: 'group', ids: ['g'], mute: how });

  it('until all are finished holds back each of them, and tells of them together', () => {
    const stage = grouped([1, 2]);
    muteGroup(stage, untilItEnds);
    expect(rowOf(stage.state, stage.watch(1)).mute).toEqual({ ...untilItEnds, of: 'group', id: 'g' });
    const shown = shownAfter(stage, () => {
      stage.askAndAnswer(1, 'FAILED');
      stage.pass(minute);
    });
    expect(shown).toEqual([]);
    const after = shownAfter(stage, () => {
      stage.askAndAnswer(2, 'COMPLETED');
      stage.pass(minute);
    });
    expect(after).toEqual([[true, expect.arrayContaining([idOf(1), idOf(2)])]]);
    expect(rowOf(stage.state, stage.watch(1)).mute).toBeNull();
  });

  it('changes how its members look, when it is muted and when that is over', () => {
    const stage = grouped([1, 2]);
    const looks = (effects: readonly Effect[]) =>
      ofKind(effects, 'changed').flatMap(({ watches }) => watches);
    expect(looks(muteGroup(stage, forAnHour(stage))).toSorted()).toEqual([idOf(1), idOf(2)]);
    expect(ofKind(muteGroup(stage, null), 'changed')[0]?.groups).toEqual(['g']);
    expect(looks(muteGroup(stage, null))).toEqual([]);
  });

  it('stays silent about a failed import that is watched no longer', () => {
    const stage = grouped([1, 2], false);
    muteGroup(stage, forAnHour(stage));
    const shown = shownAfter(stage, () => {
      stage.askAndAnswer(1, 'FAILED');
      stage.pass(minute);
      stage.send({ kind: 'removed', watches: [idOf(1)] });
      stage.pass(minute);
    });
    expect(shown).toEqual([]);
    expect(stage.fates()).toEqual(['held', 'postponed']);
  });

  it('until all are finished stays muted where each of it was taken out, and one that has ended comes back first', () => {
    const stage = grouped([1, 2]);
    muteGroup(stage, untilItEnds);
    stage.askAndAnswer(1, 'FAILED');
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'removed', watches: [idOf(2)], undo: 2 });
    stage.send({ kind: 'undone', undo: 1 });
    const shown = shownAfter(stage, () => {
      stage.pass(20_000);
      stage.send({ kind: 'undone', undo: 2 });
      stage.pass(minute);
    });
    expect(shown).toEqual([]);
    expect([1, 2].map((assetId) => isMuted(stage, assetId))).toEqual([true, true]);
  });

  it('that is ungrouped mutes its imports no longer', () => {
    const stage = grouped([1]);
    muteGroup(stage, forAnHour(stage));
    stage.askAndAnswer(1, 'FAILED');
    stage.pass(minute);
    expect(stage.fates()).toContain('postponed');
    stage.send({ kind: 'ungrouped', group: 'g' });
    stage.pass(minute);
    expect(stage.fates()).not.toContain('postponed');
  });

  describe('that is to be told as done', () => {
    /** All of it has ended, and this mute holds it back for an hour. */
    function done(act: (stage: Stage) => void, eachAsset = false): Stage {
      const stage = grouped([1, 2], eachAsset);
      act(stage);
      for (const id of [1, 2]) stage.askAndAnswer(id, 'COMPLETED');
      stage.pass(minute);
      return stage;
    }
    const mutes: readonly [string, (stage: Stage) => void][] = [
      ['itself', (stage) => muteGroup(stage, forAnHour(stage))],
      ['each of its imports', (stage) => mute(stage, [1, 2])],
    ];
    const abouts = (stage: Stage) =>
      ofKind(stage.effects, 'show').flatMap(({ notices }) => notices.map(({ about }) => about));

    it.each(mutes)('disturbs nobody once it is watched no longer, where %s is muted', (_what, act) => {
      const stage = done(act);
      stage.send({ kind: 'removed', watches: [idOf(1), idOf(2)] });
      stage.pass(2 * hour);
      expect(abouts(stage)).toEqual([]);
      expect([...stage.state.notices.values()].at(-1)!.fate).toMatchObject({ reason: 'no-longer-watched' });
    });

    it.each(mutes)(
      'is told in the end where one of it is watched no longer, and %s is muted',
      (_what, act) => {
        const stage = done(act);
        stage.send({ kind: 'removed', watches: [idOf(1)] });
        stage.pass(minute);
        expect(abouts(stage)).toEqual([]);
        stage.pass(hour);
        expect(abouts(stage)).toEqual(['group-done']);
      },
    );

    it.each(mutes)('is told in the end where it comes back, and %s is muted', (_what, act) => {
      const stage = done(act);
      stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
      stage.send({ kind: 'removed', watches: [idOf(2)], undo: 2 });
      stage.send({ kind: 'undone', undo: 1 });
      stage.pass(minute);
      expect(abouts(stage)).toEqual([]);
      stage.pass(hour);
      expect(abouts(stage)).toEqual(['group-done']);
    });

    it('is told where the person ungroups it', () => {
      const stage = done(mutes[0]![1]);
      stage.send({ kind: 'ungrouped', group: 'g' });
      stage.pass(minute);
      expect(abouts(stage)).toEqual(['group-done']);
    });
  });

  it('that is not muted itself does not tell of its first failure, muted and watched no longer', () => {
    const stage = grouped([1, 2], false);
    mute(stage, [1]);
    const shown = shownAfter(stage, () => {
      stage.askAndAnswer(1, 'FAILED');
      stage.pass(minute);
      stage.send({ kind: 'removed', watches: [idOf(1)] });
      stage.pass(2 * hour);
    });
    expect(shown).toEqual([]);
  });

  it('is not told as done where each of its imports is muted', () => {
    const stage = grouped([1, 2]);
    mute(stage, [1, 2]);
    const shown = shownAfter(stage, () => {
      stage.askAndAnswer(1, 'COMPLETED');
      stage.askAndAnswer(2, 'COMPLETED');
      stage.pass(minute);
    });
    expect(shown).toEqual([]);
  });
});

describe('a muted project', () => {
  const project = followIdOf('a1', 'w', 1);

  it('mutes what is watched there, and until all are finished that long', () => {
    const stage = importing([1, 2]);
    stage.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Films' });
    stage.send({ kind: 'muted', of: 'project', ids: [project], mute: untilItEnds });
    expect(rowOf(stage.state, stage.watch(1)).mute).toEqual({ ...untilItEnds, of: 'project', id: project });
    expect(countsOf(stage.state).importing).toBe(0);
    const shown = shownAfter(stage, () => {
      stage.askAndAnswer(1, 'COMPLETED');
      stage.pass(minute);
    });
    expect(shown).toEqual([]);
    const after = shownAfter(stage, () => {
      stage.askAndAnswer(2, 'COMPLETED');
      stage.pass(minute);
    });
    expect(after).toEqual([[true, [idOf(2), idOf(1)]]]);
    expect(stage.state.follows.get(project)?.mute).toBeNull();
  });

  it('stays silent about an import that was removed and comes back before its banner', () => {
    const stage = importing([1, 2], { saves: false });
    stage.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Films' });
    stage.send({ kind: 'muted', of: 'project', ids: [project], mute: untilItEnds });
    stage.askAndAnswer(1, 'FAILED');
    stage.pass(minute);
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'undone', undo: 1 });
    stage.pass(minute);
    const came = stage.send({ kind: 'saved', revision: stage.state.revision.value });
    expect(namesIn(came)).toEqual([]);
  });

  it('that is followed no longer stays silent as long as the person chose, and comes back as it was', () => {
    const stage = importing([1, 2]);
    stage.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Films' });
    stage.send({ kind: 'muted', of: 'project', ids: [project], mute: forAnHour(stage) });
    stage.askAndAnswer(1, 'FAILED');
    const shown = shownAfter(stage, () => {
      stage.send({ kind: 'unfollowed', follow: project, undo: 1 });
      stage.pass(minute);
      stage.askAndAnswer(2, 'FAILED');
      stage.pass(minute);
    });
    expect(shown).toEqual([]);
    stage.send({ kind: 'undone', undo: 1 });
    expect(stage.watch(1).mute).toBeNull();
    expect(isMuted(stage, 1)).toBe(true);
    stage.send({ kind: 'unfollowed', follow: project, undo: 2 });
    expect(shownAfter(stage, () => stage.pass(hour))).toEqual([[true, [idOf(1), idOf(2)]]]);
  });

  describe('until all are finished, of which the last in progress was taken out,', () => {
    /** One of two has failed, which the mute holds back. */
    function leftAlone(): Stage {
      const stage = importing([1, 2]);
      stage.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Films' });
      stage.send({ kind: 'muted', of: 'project', ids: [project], mute: untilItEnds });
      stage.askAndAnswer(1, 'FAILED');
      stage.send({ kind: 'removed', watches: [idOf(2)], undo: 1 });
      return stage;
    }

    it('stays muted where that is taken back', () => {
      const stage = leftAlone();
      const shown = shownAfter(stage, () => {
        stage.pass(29_000);
        stage.send({ kind: 'undone', undo: 1 });
        stage.pass(minute);
      });
      expect(shown).toEqual([]);
      expect(isMuted(stage, 2)).toBe(true);
      expect(shownAfter(stage, () => stage.askAndAnswer(2, 'COMPLETED'))).toEqual([
        [true, [idOf(2), idOf(1)]],
      ]);
      expect(stage.state.follows.get(project)?.mute).toBeNull();
    });

    it('is heard again once that cannot be taken back any more', () => {
      const stage = leftAlone();
      expect(namesIn(stage.pass(29_000))).toEqual([]);
      expect(namesIn(stage.pass(2_000))).toEqual([[true, [idOf(1)]]]);
      expect(stage.state.follows.get(project)?.mute).toBeNull();
    });
  });

  it('that is followed again by an undo leaves an import muted that was so before, or came to be so since', () => {
    const stage = importing([1, 2, 3]);
    mute(stage, [1], untilItEnds);
    stage.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Films' });
    stage.send({ kind: 'muted', of: 'project', ids: [project], mute: untilItEnds });
    stage.send({ kind: 'unfollowed', follow: project, undo: 1 });
    stage.add(4);
    mute(stage, [4], untilItEnds);
    stage.send({ kind: 'undone', undo: 1 });
    stage.send({ kind: 'muted', of: 'project', ids: [project], mute: null });
    expect([1, 2, 3, 4].map((assetId) => isMuted(stage, assetId))).toEqual([true, false, false, true]);
  });

  it('is no longer muted by what stood in its place, where the clock was set back meanwhile', () => {
    const stage = importing([1]);
    stage.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Films' });
    stage.send({ kind: 'muted', of: 'project', ids: [project], mute: forAnHour(stage) });
    stage.send({ kind: 'unfollowed', follow: project, undo: 1 });
    stage.now -= hour;
    stage.send({ kind: 'tick' });
    stage.send({ kind: 'undone', undo: 1 });
    expect(stage.watch(1).mute).toBeNull();
    stage.send({ kind: 'muted', of: 'project', ids: [project], mute: null });
    expect(isMuted(stage, 1)).toBe(false);
  });

  it('and is followed again is muted for no longer than an hour, where it was left by a clock that had just been set back', () => {
    const stage = importing([1]);
    stage.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Films' });
    stage.send({ kind: 'muted', of: 'project', ids: [project], mute: forAnHour(stage) });
    stage.now -= hour;
    stage.send({ kind: 'unfollowed', follow: project, undo: 1 });
    stage.send({ kind: 'undone', undo: 1 });
    expect(stage.watch(1).mute).toBeNull();
    stage.pass(hour - minute);
    expect(isMuted(stage, 1)).toBe(true);
    stage.pass(2 * minute);
    expect(isMuted(stage, 1)).toBe(false);
  });
});

describe('an import that was taken out of the list', () => {
  it.each(['watch', 'group'] as const)(
    'by a clock that had just been set back, and comes back, is muted with its %s for no longer than an hour',
    (of) => {
      const stage = importingGroup([1]);
      const ids = of === 'watch' ? [idOf(1)] : ['g1'];
      stage.send({ kind: 'muted', of, ids, mute: forAnHour(stage) });
      stage.now -= hour;
      stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
      stage.send({ kind: 'undone', undo: 1 });
      stage.pass(hour - minute);
      expect(isMuted(stage, 1)).toBe(true);
      stage.pass(2 * minute);
      expect(isMuted(stage, 1)).toBe(false);
    },
  );

  it('and comes back is not muted until a time of day that is out of reach, where the clock was set right meanwhile', () => {
    const stage = importing([1]);
    const years = 6 * 365 * 24 * hour;
    stage.now += years;
    mute(stage, [1], { kind: 'until', at: stage.now + 20 * hour, isLength: false });
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.now -= years;
    stage.send({ kind: 'tick' });
    stage.send({ kind: 'undone', undo: 1 });
    expect(isMuted(stage, 1)).toBe(false);
  });

  it('and comes back is muted for no longer than an hour, where the clock was set back meanwhile', () => {
    const stage = importing([1]);
    mute(stage, [1]);
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.now -= hour;
    stage.send({ kind: 'tick' });
    stage.send({ kind: 'undone', undo: 1 });
    stage.pass(hour - minute);
    expect(isMuted(stage, 1)).toBe(true);
    stage.pass(2 * minute);
    expect(isMuted(stage, 1)).toBe(false);
  });
});

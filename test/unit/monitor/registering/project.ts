import type { ListedAsset } from '../../../../main/model/asset.ts';
import type { ProblemKind } from '../../../../main/model/problem.ts';
import type { NewWish } from '../../../../main/model/wish.ts';
import type { Effect } from '../../../../main/monitor/kernel/effects.ts';
import { answerOf, createStage, problemOf } from '../stage.ts';

export const minute = 60_000;
export const key = 'autumn/film.mp4';

export const wishOf = (number: number, other: Partial<NewWish> = {}): NewWish => ({
  id: `wish-${number}`,
  account: 'a1',
  workspace: 'w',
  projectId: 1,
  bucket: 'w-media',
  key: number === 1 ? key : `autumn/${number}.mp4`,
  label: null,
  replaces: null,
  ...other,
});

export const listed = (assetId: number, fileName: string | null = 'film.mp4'): ListedAsset => ({
  assetId,
  fileName,
  complete: false,
  size: null,
});

/** A project whose list shows these assets, and what each was made of. */
export function createProject(beginning: Parameters<typeof createStage>[0] = {}, saves = true) {
  const stage = createStage(beginning, { saves });
  const assets: ListedAsset[] = [listed(7, 'older.mp4')];
  const origins = new Map<number, string | null>();
  /** In progress where nothing else is said. */
  const statuses = new Map<number, string>();
  /** What was sent, and is answered by the test itself. */
  const sent: { request: number; key: string }[] = [];
  let listMeets: ProblemKind | null = null;
  let originsMeet: ProblemKind | null = null;

  function serve(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind !== 'ask') continue;
      const { request, ask } = effect;
      const value = { assets: [...assets], skipped: 0, totalCount: assets.length, pages: 1 };
      const say = (reply: Parameters<typeof stage.send>[0] & { kind: 'replied' }) => serve(stage.send(reply));
      if (ask.for === 'registration') sent.push({ request, key: ask.key });
      const meets = { survey: listMeets, origin: originsMeet }[ask.for as string] ?? null;
      if (meets !== null)
        say({ kind: 'replied', request, reply: { kind: 'problem', problem: problemOf(meets) } });
      else if (ask.for === 'survey' || ask.for === 'page')
        say({ kind: 'replied', request, reply: { kind: 'answer', for: ask.for, value } });
      if (meets === null && (ask.for === 'origin' || ask.for === 'details')) {
        const from = origins.get(ask.reference.assetId) ?? null;
        const details = { fileName: 'film.mp4', projectId: 1, metaData: null, key: from, registeredAt: null };
        say({ kind: 'replied', request, reply: { kind: 'answer', for: ask.for, value: details } });
      }
      if (ask.for === 'status') {
        const { assetId } = ask.reference;
        const said = statuses.get(assetId) ?? 'IN_PROGRESS';
        const value = answerOf(assetId, said, stage.now);
        if (said === 'not-found')
          say({ kind: 'replied', request, reply: { kind: 'problem', problem: problemOf(said) } });
        else say({ kind: 'replied', request, reply: { kind: 'answer', for: 'status', value } });
      }
    }
  }

  const project = {
    stage,
    assets,
    origins,
    statuses,
    sent,
    breakList: (kind: ProblemKind = 'unreadable') => void (listMeets = kind),
    breakOrigins: (kind: ProblemKind) => void (originsMeet = kind),
    wish: (...wishes: NewWish[]) => serve(stage.send({ kind: 'wished', wishes })),
    pass(ms: number): void {
      const end = stage.now + ms;
      for (let at = stage.wakeAt(); at !== null && at <= end; at = stage.wakeAt()) {
        stage.now = Math.max(stage.now, at);
        serve(stage.send({ kind: 'tick' }));
      }
      stage.now = end;
    },
    send: (event: Parameters<typeof stage.send>[0]) => serve(stage.send(event)),
    meet(kind: ProblemKind, { untaken = false, code = null as string | null } = {}): void {
      const { request } = sent.at(-1)!;
      const problem = { ...problemOf(kind), code };
      const reply = { kind: 'problem', problem, ...(untaken && { untaken }) } as const;
      serve(stage.send({ kind: 'replied', request, reply }));
    },
    meetAt: (request: number, kind: ProblemKind) =>
      serve(
        stage.send({
          kind: 'replied',
          request,
          reply: { kind: 'problem', problem: problemOf(kind), untaken: true },
        }),
      ),
    take: (assetId: number) =>
      serve(
        stage.send({
          kind: 'replied',
          request: sent.at(-1)!.request,
          reply: { kind: 'answer', for: 'registration', value: { assetId } },
        }),
      ),
    /** The service answered a file just now, so that several may be sent at once. */
    answeredLately() {
      stage.state.answeredFiles.put({ account: 'a1', at: stage.state.newestClock.value });
      stage.state.store.commit();
    },
    stateOf: (number: number) => stage.state.wishes.get(`wish-${number}`)?.state,
  };
  serve(stage.ready());
  return project;
}

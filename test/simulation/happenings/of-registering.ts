import { watchIdOf } from '../../../main/model/asset.ts';
import { faults } from '../faults.ts';
import { requestKinds, type RequestKind } from '../network.ts';
import { answersOfFiles, type AnswersOfFiles } from '../person/files.ts';
import type { Happening } from '../plan.ts';
import { firstProject, workspace } from '../service.ts';
import type { LeavingFile, World } from '../world.ts';
import { ofTheLaptop } from './of-the-laptop.ts';
import { ofThePerson } from './of-the-person.ts';
import { ofTheProcess } from './of-the-process.ts';
import { ofTheService } from './of-the-service.ts';
import { hour, minute, second, type Rule } from './rule.ts';

const others = { ...ofTheLaptop, ...ofThePerson, ...ofTheProcess, ...ofTheService };

/** What else may happen in the midst of it, to the account that it is of, or to the asset in whose place the new one comes. */
const amidst = [
  ...(['the app dies', 'the app is quit', 'the laptop sleeps', 'the network goes'] as const),
  ...([
    'the account',
    'a key',
    'the person pauses',
    'the person stops watching',
    'the person mutes',
  ] as const),
  ...(['imported again', 'deleted', 'moved'] as const),
];
/** What a gateway may do with requests of one kind alone. */
const ofOneKind = [
  ...['gateway 429/400', '429 with Retry-After in seconds', '429 with a long Retry-After'],
  ...['gateway 503/500', '503 with Retry-After', 'no answer at all', 'a slow answer', 'half of a JSON text'],
  ...['gateway 401/210', 'gateway 401/200', 'gateway 404/300', 'service 400/10001', 'a proxy’s 403'],
];
/** What may become of the asset before it is heard of. */
const ofTheNew = ['deleted', 'moved', 'the person stops watching'] as const;

/** What goes wrong around files that the person wants registered. All of it is drawn apart from the others. */
export const ofRegistering = {
  'requests of one kind go wrong': {
    weight: 0,
    ways: [
      ...Object.keys(faults).map((fault) => `registrations: ${fault}`),
      ...requestKinds.flatMap((kind) => ofOneKind.map((fault) => `${kind}: ${fault}`)),
    ],
    lasts: [2 * second, 50 * minute],
    act: ({ network, timeline }, { how, account, lasts }) => {
      const [kind, ...fault] = how.split(': ');
      const trouble = { account, assetId: null, of: kind as RequestKind, fault: fault.join(': ') };
      network.beginTrouble({ until: timeline.now() + lasts, ...trouble });
    },
  },
  'as a file leaves': {
    weight: 0,
    ways: [
      ...amidst.flatMap((kind) => others[kind].ways.map((how) => `${kind}: ${how}`)),
      ...ofTheNew.flatMap((kind) => others[kind].ways.map((how) => `new, ${kind}: ${how}`)),
      ...['the key is entered anew', 'no list shows it', 'it is wished again', 'its like is wished'],
    ],
    lasts: [100, 20 * minute],
    act: (world, happening) =>
      world.asFileLeaves((file) => {
        const { timeline, chance } = world;
        const delayMs = chance.oneOf([0, chance.between(0, second), chance.between(0, minute)]);
        timeline.inLaptop(delayMs, () => actAmidst(world, happening, file));
      }),
  },
  'the reply of a file is lost': {
    weight: 0,
    ways: ['lists', 'details'].flatMap((kind) => ofOneKind.map((fault) => `${kind}: ${fault}`)),
    lasts: [minute, 20 * minute],
    act: (world, { how, lasts }) =>
      world.asFileLeaves(({ account }) => {
        const { network, timeline } = world;
        const begin = (of: RequestKind, fault: string, ms: number) =>
          network.beginTrouble({ until: timeline.now() + ms, account, assetId: null, of, fault });
        const [kind, ...fault] = how.split(': ');
        begin('registrations', 'connection reset', second);
        begin(kind as RequestKind, fault.join(': '), lasts);
      }),
  },
  'the person drops files': {
    weight: 0,
    ways: ['waiting', 'sent', 'in-doubt', 'refused', 'registered', 'all'],
    lasts: [0, 0],
    act: ({ person }, { how }) => person.dropFiles(how as Parameters<typeof person.dropFiles>[0]),
  },
  'the person answers of files': {
    weight: 0,
    ways: ['look', 'send', 'look,look', 'send,send', 'look,send', 'send,look'],
    lasts: [0, 0],
    act: ({ person }, { how }) => person.answerOfFiles(how.split(',') as ('look' | 'send')[]),
  },
  'the person settles files': {
    weight: 0,
    ways: answersOfFiles,
    lasts: [minute, hour],
    act: ({ person }, { how, lasts }) => person.answersBy(how as AnswersOfFiles, lasts),
  },
} satisfies Record<string, Rule>;

export const registeringKinds = [
  ...([
    'requests of one kind go wrong',
    'requests of one kind go wrong',
    'requests of one kind go wrong',
  ] as const),
  ...(['as a file leaves', 'as a file leaves', 'as a file leaves', 'the person drops files'] as const),
  ...(['the reply of a file is lost', 'the reply of a file is lost', 'the person answers of files'] as const),
] as const;

function actAmidst(world: World, happening: Happening, { account, key, bucket }: LeavingFile): void {
  const { app, person, plan, service, timeline } = world;
  if (timeline.now() >= plan.roughMs) return;
  const { how, lasts } = happening;
  const made = service.madeOf({ account, key, bucket }).at(-1) ?? null;
  world.note(`amidst the registration of ${key}: ${how}`);
  if (how === 'the key is entered anew') return person.mend(account);
  if (how === 'it is wished again') return person.wishAgain(account, key, false);
  if (how === 'its like is wished') return person.wishAgain(account, key, true);
  if (how === 'no list shows it') {
    if (made !== null) made.listedFrom = Math.min(plan.roughMs, timeline.now() + lasts);
    return;
  }
  const [kind, way] = how.replace('new, ', '').split(': ') as [keyof typeof others, string];
  const former = [...(app.state()?.wishes.values() ?? [])].find(
    (wish) => wish.account === account && wish.key === key && wish.bucket === bucket,
  )?.replaces;
  const isOf = (assetId: number) =>
    watchIdOf(account, { workspace, projectId: firstProject, assetId }) === former;
  const formerId = plan.assets.find((asset) => asset.account === account && isOf(asset.assetId))?.assetId;
  const assetId = how.startsWith('new, ') ? made?.assetId : (formerId ?? happening.assetId);
  if (assetId === undefined) return;
  others[kind].act(world, { ...happening, kind, account, assetId, how: way });
}

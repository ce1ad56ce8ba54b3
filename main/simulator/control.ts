import * as v from 'valibot';
import type { SimulatedAnswer } from './answer.ts';
import { faultNames, type FaultName, type Faults } from './faults.ts';
import { unknownThings, type Call, type UnknownThing } from './scene.ts';
import { unfitNames, type World } from './world.ts';

interface Controlled {
  readonly world: World;
  readonly faults: Faults;
  /** Service clock minus this computer's clock, ms. */
  readonly setClockOffset: (milliseconds: number) => void;
  /** What is answered from now on to an unknown workspace, project or asset. */
  readonly setUnknownThing: (answer: UnknownThing) => void;
}

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const as = v.picklist(['COMPLETED', 'FAILED', 'FILE_NOT_EXIST', 'INVALID_METADATA']);
const text = v.optional(v.nullable(v.string()));
const unfit = v.optional(v.picklist(unfitNames));
const script = v.object({ endsAfterMs: v.nullable(v.pipe(v.number(), v.minValue(0))), as, text, unfit });

const fault = v.object({
  /** Null takes all faults back. */
  fault: v.nullable(v.picklist(faultNames as readonly [FaultName, ...FaultName[]])),
  /** Without it the whole service misbehaves. */
  assetId: v.optional(id),
  times: v.optional(v.pipe(v.number(), v.minValue(1))),
  retryAfterSeconds: v.optional(v.pipe(v.number(), v.minValue(0))),
});

type Command = (body: unknown, controlled: Controlled) => unknown;

/** What can be ordered by `POST /__simulator/NAME` with a JSON body; each throws where the order cannot be followed. */
const commands: Readonly<Record<string, Command>> = {
  fault: (body, { faults }) => setFault(v.parse(fault, body), faults),
  clock: (body, { setClockOffset }) =>
    setClockOffset(v.parse(v.object({ offsetMs: v.number() }), body).offsetMs),
  unknown: (body, { setUnknownThing }) =>
    setUnknownThing(v.parse(v.object({ answer: v.picklist(unknownThings) }), body).answer),
  workspace: (body, { world }) => world.addWorkspace(v.parse(v.object({ name: v.string() }), body).name),
  project: (body, { world }) => {
    const wish = v.parse(v.object({ workspace: v.string(), name: v.string() }), body);
    return world.addProject(wish.workspace, wish.name);
  },
  'remove-project': (body, { world }) => {
    const wish = v.parse(v.object({ workspace: v.string(), projectId: id }), body);
    world.removeProject(wish.workspace, wish.projectId);
  },
  asset: (body, { world }) =>
    world.addAsset(
      v.parse(v.object({ workspace: v.string(), projectId: id, fileName: v.string(), script }), body),
    ),
  end: (body, { world }) => {
    const wish = v.parse(v.object({ assetId: id, as, text, unfit }), body);
    world.end(wish.assetId, wish.as, wish.text, wish.unfit);
  },
  again: (body, { world }) => {
    const wish = v.parse(v.object({ assetId: id, script }), body);
    world.importAgain(wish.assetId, wish.script);
  },
  move: (body, { world }) => {
    const wish = v.parse(v.object({ assetId: id, projectId: id }), body);
    world.move(wish.assetId, wish.projectId);
  },
  remove: (body, { world }) => world.remove(v.parse(v.object({ assetId: id }), body).assetId),
};

/** Carries out one order; an answer of 400 says what was not understood. */
export function answerControl({ target, body }: Call, controlled: Controlled): SimulatedAnswer {
  const name = target.slice('/__simulator/'.length);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return told(404, `known orders: ${Object.keys(commands).join(', ')}`);
  try {
    return { status: 200, body: { message: 'done', result: command(body, controlled) ?? null } };
  } catch (error) {
    return told(400, error instanceof Error ? error.message : 'not understood');
  }
}

function told(status: number, message: string): SimulatedAnswer {
  return { status, body: { message } };
}

function setFault(wish: v.InferOutput<typeof fault>, faults: Faults): void {
  const { times, retryAfterSeconds } = wish;
  const limits = { ...(times && { times }), ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  if (wish.fault === null) faults.clear();
  else if (wish.assetId === undefined) faults.setForService(wish.fault, limits);
  else faults.setForAsset(wish.assetId, wish.fault, limits);
}

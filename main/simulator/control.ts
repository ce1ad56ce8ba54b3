import * as v from 'valibot';
import { importStatuses } from '../model/import-status.ts';
import type { SimulatedAnswer } from './answer.ts';
import { faultNames, type FaultName, type Faults } from './faults.ts';
import type { World } from './world.ts';

interface Controlled {
  readonly world: World;
  readonly faults: Faults;
  /** Service clock minus this computer's clock, ms. */
  readonly setClockOffset: (milliseconds: number) => void;
}

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const as = v.picklist(importStatuses.filter((status) => status !== 'IN_PROGRESS'));
const text = v.optional(v.nullable(v.string()));
const script = v.object({ endsAfterMs: v.nullable(v.pipe(v.number(), v.minValue(0))), as, text });

const fault = v.object({
  /** Null clears all faults. */
  fault: v.nullable(v.picklist(faultNames as readonly [FaultName, ...FaultName[]])),
  /** Without it the whole service misbehaves. */
  assetId: v.optional(id),
  /** Only what registers a file misbehaves. */
  registrations: v.optional(v.boolean()),
  /** Only Object Storage misbehaves. */
  buckets: v.optional(v.boolean()),
  times: v.optional(v.pipe(v.number(), v.minValue(1))),
  retryAfterSeconds: v.optional(v.pipe(v.number(), v.minValue(0))),
});

type Order = (body: unknown, controlled: Controlled) => unknown;

/** The orders that `POST /__simulator/NAME` takes, with a JSON body; each throws if it cannot be carried out. */
const orders: Readonly<Record<string, Order>> = {
  fault: (body, { faults }) => setFault(v.parse(fault, body), faults),
  clock: (body, { setClockOffset }) =>
    setClockOffset(v.parse(v.object({ offsetMs: v.number() }), body).offsetMs),
  asset: (body, { world }) =>
    world.addAsset(
      v.parse(v.object({ workspace: v.string(), projectId: id, fileName: v.string(), script }), body),
    ),
  object: (body, { world }) => {
    const { bucket, ...object } = v.parse(
      v.object({
        bucket: v.string(),
        key: v.string(),
        size: v.optional(id, 1_048_576),
        changedAt: v.optional(id),
        script,
      }),
      body,
    );
    world.putObject(bucket, object);
  },
  end: (body, { world }) => {
    const wish = v.parse(v.object({ assetId: id, as, text }), body);
    world.end(wish.assetId, wish.as, wish.text);
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

/** Carries out one order; a 400 says why it could not be. */
export function answerControl(target: string, body: unknown, controlled: Controlled): SimulatedAnswer {
  const name = target.slice('/__simulator/'.length);
  const order = Object.hasOwn(orders, name) ? orders[name] : undefined;
  if (order === undefined) return told(404, `known orders: ${Object.keys(orders).join(', ')}`);
  try {
    return { status: 200, body: { message: 'done', result: order(body, controlled) ?? null } };
  } catch (error) {
    return told(400, error instanceof Error ? error.message : 'not understood');
  }
}

function told(status: number, message: string): SimulatedAnswer {
  return { status, body: { message } };
}

function setFault(wish: v.InferOutput<typeof fault>, faults: Faults): void {
  const { times = Infinity, retryAfterSeconds = null } = wish;
  const where = wish.buckets ? 'buckets' : wish.registrations ? 'registrations' : (wish.assetId ?? 'service');
  if (wish.fault === null) faults.clear();
  else faults.set(where, wish.fault, { times, retryAfterSeconds });
}

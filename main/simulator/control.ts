import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import type { SimulatedAnswer } from './answer.ts';
import { faultNames, type FaultName, type Faults } from './faults.ts';
import type { World } from './world.ts';

const assetId = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const ending = v.picklist(['COMPLETED', 'FAILED', 'FILE_NOT_EXIST', 'INVALID_METADATA']);

const commands = {
  '/__simulator/fault': v.object({
    /** Null takes all faults back. */
    fault: v.nullable(v.picklist(faultNames as readonly [FaultName, ...FaultName[]])),
    /** Without it the whole service misbehaves. */
    assetId: v.optional(assetId),
    times: v.optional(v.pipe(v.number(), v.minValue(1))),
    retryAfterSeconds: v.optional(v.pipe(v.number(), v.minValue(0))),
  }),
  '/__simulator/end': v.object({ assetId, as: ending, text: v.optional(v.nullable(v.string())) }),
};

interface Controlled {
  readonly world: World;
  readonly faults: Faults;
}

/** Carries out `POST /__simulator/fault` and `POST /__simulator/end` with a JSON body. */
export async function answerControl(
  request: IncomingMessage,
  controlled: Controlled,
): Promise<SimulatedAnswer> {
  const path = request.url ?? '';
  try {
    const body: unknown = JSON.parse(await textOf(request));
    if (path === '/__simulator/fault') setFault(v.parse(commands[path], body), controlled.faults);
    else if (path === '/__simulator/end') {
      const wish = v.parse(commands[path], body);
      controlled.world.end(wish.assetId, wish.as, wish.text);
    } else return { status: 404, body: { message: `known paths: ${Object.keys(commands).join(', ')}` } };
    return { status: 200, body: { message: 'done' } };
  } catch (error) {
    return { status: 400, body: { message: error instanceof Error ? error.message : 'not understood' } };
  }
}

function setFault(wish: v.InferOutput<(typeof commands)['/__simulator/fault']>, faults: Faults): void {
  const { fault, times, retryAfterSeconds } = wish;
  const limits = { ...(times && { times }), ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  if (fault === null) faults.clear();
  else if (wish.assetId === undefined) faults.setForService(fault, limits);
  else faults.setForAsset(wish.assetId, fault, limits);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

import { sign } from '../../../main/mi/signature.ts';
import type { Simulator } from '../../../main/simulator/server.ts';

export interface CallOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly timestamp?: number;
  readonly signedTarget?: string;
  readonly secretKey?: string;
}

/** Calls the service with the simulator's own keys, unless `options` say otherwise. */
export async function callOf(simulator: Simulator, target: string, options: CallOptions = {}) {
  const { method = 'GET', body, timestamp = Date.now(), signedTarget = target } = options;
  const { accessKey, secretKey } = { ...simulator.keys, ...options };
  const response = await fetch(`${simulator.url}${target}`, {
    method,
    headers: {
      'x-ncp-apigw-timestamp': String(timestamp),
      'x-ncp-iam-access-key': accessKey,
      'x-ncp-apigw-signature-v2': sign({ method, target: signedTarget, timestamp, accessKey, secretKey }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, headers: response.headers, answer };
}

/** Gives an order on the control path; answers the HTTP status. */
export async function orderTo(simulator: Simulator, name: string, body: unknown): Promise<number> {
  const response = await fetch(`${simulator.url}/__simulator/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return response.status;
}

import { createHmac } from 'node:crypto';
import { createExchange, type Exchange, type FetchPort, type StartTimeout } from '../mi/exchange.ts';
import { readRetryAfter } from '../mi/retry-after.ts';
import type { Delivered, DeliveryFault, WebhookSecrets } from '../model/hook.ts';

export interface SendingPorts {
  readonly fetch: FetchPort;
  readonly now: () => number;
  /** See main/mi/exchange.ts. */
  readonly startTimeout?: StartTimeout;
}

/** A chat answers at once; a server of one’s own may have to do something first. */
const timeoutMs = 30_000;
/** Bytes: some answer with a page, of which nothing is needed. */
const longestReply = 16_384;

/** Posts one body. Never rejects, and follows no redirect: it would name the films to a host that nobody agreed to. */
export async function sendWebhook(
  { address, secret }: WebhookSecrets,
  { id, body }: { readonly id: string; readonly body: string },
  signal: AbortSignal,
  ports: SendingPorts,
): Promise<Delivered> {
  const seconds = Math.floor(ports.now() / 1_000);
  // A new exchange each time: one that keeps connections sends a request again by itself, without the monitor’s knowing.
  const answer = await createExchange()({
    ...{ ...ports, method: 'POST', url: address, body, limit: longestReply, timeoutMs, signal },
    // A receiver that says it has it must not be given it again because of how it says so.
    onlyStatusCounts: true,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      ...(secret !== null && { 'webhook-signature': signatureOf(secret, `${id}.${seconds}.${body}`) }),
    },
  });
  return deliveredBy(answer);
}

/** Standard Webhooks 1.0, symmetric: HMAC-SHA256 over id, time and body. A secret without their prefix is taken as it is. */
export function signatureOf(secret: string, signed: string): string {
  const prefix = 'whsec_';
  const key = secret.startsWith(prefix) ? Buffer.from(secret.slice(prefix.length), 'base64') : secret;
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

/** The codes of Node and of Chromium for a certificate that cannot be trusted, or is another host’s or out of date. */
const ofCertificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH/;
/** It is this computer’s own or the proxy’s, or nothing is wrong with it: what is trusted was changed meanwhile. */
const ofAnother = /CLIENT_AUTH|PROXY|_CHANGED/;

function deliveredBy(answer: Exchange): Delivered {
  if (answer.kind === 'response') {
    const { httpStatus, retryAfter, receivedAt, offsetMs } = answer.response;
    const fault = faultOf(httpStatus);
    const retryAfterMs = fault === 'busy' ? readRetryAfter(retryAfter, receivedAt + (offsetMs ?? 0)) : null;
    return { result: { fault, figure: httpStatus, detail: null }, retryAfterMs };
  }
  if (answer.kind === 'aborted')
    return { result: { fault: 'no-answer', figure: null, detail: null }, retryAfterMs: null };
  const { reason } = answer;
  const isOfCertificate = ofCertificate.test(reason) && !ofAnother.test(reason);
  const fault =
    reason === 'UNEXPECTED_REDIRECT' ? 'redirected' : isOfCertificate ? 'not-trusted' : 'no-answer';
  // A code alone: a sentence may quote the address.
  const detail = /^[\w:]{1,60}$/.test(reason) ? reason : null;
  return { result: { fault, figure: null, detail }, retryAfterMs: null };
}

/** Those that ask for another try by their meaning (RFC 9110, RFC 8470, RFC 6585), and every fault of the server’s own. */
function faultOf(httpStatus: number): DeliveryFault | null {
  if (httpStatus >= 200 && httpStatus < 300) return null;
  if (httpStatus >= 300 && httpStatus < 400) return 'redirected';
  return httpStatus >= 500 || [408, 425, 429].includes(httpStatus) ? 'busy' : 'refused';
}

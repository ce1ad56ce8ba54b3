import { isOnLoopback } from '../mi/api-address.ts';

export type WebhookAddress =
  /** `address`: as it is called. `origin`: what may be shown of it, since whoever has the rest can post there. */
  | { readonly kind: 'valid'; readonly address: string; readonly origin: string }
  | { readonly kind: 'invalid'; readonly reason: 'has-a-login' | 'no-webhook-address' };

/** Reads a webhook’s address as a person pastes it: https, or http on this computer itself, since names of films go there. */
export function readWebhookAddress(text: string): WebhookAddress {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || url.host === '') return { kind: 'invalid', reason: 'no-webhook-address' };
  if (url.username !== '' || url.password !== '') return { kind: 'invalid', reason: 'has-a-login' };
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOnLoopback(url.href)))
    return { kind: 'invalid', reason: 'no-webhook-address' };
  url.hash = '';
  return { kind: 'valid', address: url.href, origin: url.origin };
}

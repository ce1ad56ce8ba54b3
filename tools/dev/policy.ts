import { contentSecurityPolicy } from '../../main/security/content-security-policy.ts';

/**
 * The policy that people get, wider only by what Vite and a development build of Svelte need: styles that are made in the page by
 * who knows `nonce`, the server's own socket, and the one Trusted Types policy that Svelte makes whether it is used or not.
 */
export function developmentPolicy(nonce: string): string {
  return contentSecurityPolicy
    .replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
    .replace("connect-src 'none'", "connect-src 'self'")
    .replace("trusted-types 'none'", 'trusted-types svelte-trusted-html');
}

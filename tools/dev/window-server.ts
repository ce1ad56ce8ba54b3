import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { createServer } from 'vite';
import { windowHeaders } from '../../main/security/content-security-policy.ts';
import { windowConfig } from '../build/window.ts';
import { developmentPolicy } from './policy.ts';

/** Starts Vite's development server for the window; answers with its address. Only this computer reaches it. */
export async function startWindowServer(): Promise<string> {
  const nonce = randomBytes(16).toString('base64');
  const server = await createServer({
    ...windowConfig,
    cacheDir: resolve('out/development/vite'),
    html: { cspNonce: nonce },
    server: {
      host: '127.0.0.1',
      // Any that is free.
      port: 0,
      fs: { allow: [resolve('.'), realpathSync('node_modules')] },
      headers: { ...windowHeaders, 'Content-Security-Policy': developmentPolicy(nonce) },
      // What Vite would lay over the page is HTML from text, which the policy forbids. The terminal has the error too.
      hmr: { overlay: false },
    },
  });
  await server.listen();
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('The development server has no address.');
  return new URL(address).origin;
}

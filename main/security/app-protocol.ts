import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { CustomScheme, Protocol } from 'electron';
import { appHost, appScheme } from '../contract.ts';
import { fileOf } from './app-path.ts';
import { windowHeaders } from './content-security-policy.ts';

/** Must be registered before the app is ready. With a scheme of its own the window shares its origin with no file:// page. */
export const appSchemePrivileges: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Serves the built window from `root` at app://bundle, with its security headers on every response. */
export function serveWindow(protocol: Pick<Protocol, 'handle'>, root: string): void {
  protocol.handle(appScheme, (request) => answer(root, request));
}

/** The response to one request of the window. Exported for its tests. */
export async function answer(root: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== appHost || request.method !== 'GET') return refusal(403);
  const file = fileOf(root, url.pathname);
  const contentType = file === null ? undefined : contentTypes[extname(file)];
  if (file === null || contentType === undefined) return refusal(404);
  try {
    const content = await readFile(file);
    return new Response(new Uint8Array(content), {
      headers: { ...windowHeaders, 'Content-Type': contentType },
    });
  } catch {
    return refusal(404);
  }
}

const refusal = (status: number) => new Response(null, { status, headers: windowHeaders });

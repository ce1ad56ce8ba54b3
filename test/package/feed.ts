import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Release {
  readonly version: string;
  readonly file: string;
  readonly content: string;
  /** What the feed says that the file is; it itself, unless something went wrong on the way. */
  readonly published?: string;
}

/** A feed of updates on loopback, as electron-builder lays one out for Linux. */
export async function startFeed(address = '127.0.0.1') {
  let release: Release | null = null;
  let leadsTo: string | null = null;
  const asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://feed').pathname;
    asked.push({ path, headers: request.headers });
    if (leadsTo !== null) response.writeHead(302, { location: new URL(path, leadsTo).href }).end();
    else if (release !== null && path === '/latest-linux.yml') response.end(listOf(release));
    else if (release !== null && path === `/${release.file}`) response.end(release.content);
    else response.writeHead(404).end();
  }).listen(0, address);
  await once(server, 'listening');
  return {
    url: `http://${address}:${(server.address() as AddressInfo).port}/`,
    asked,
    /** Sends whoever asks to another address, until it is null. */
    leadTo: (address: string | null) => void (leadsTo = address),
    publish: (next: Release) => void (release = next),
    stop: () => server.close(),
  };
}

function listOf({ version, file, content, published = content }: Release): string {
  const sha512 = createHash('sha512').update(published).digest('base64');
  return `version: ${version}\nfiles:\n  - url: ${file}\n    sha512: ${sha512}\n    size: ${content.length}\npath: ${file}\nsha512: ${sha512}\nreleaseDate: '2026-01-02T03:04:05.000Z'\n`;
}

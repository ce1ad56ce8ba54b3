import type { Session } from 'electron';
import { expect, it } from 'vitest';
import { keepEncrypted } from '../../../../main/adapters/updates/keep-encrypted.ts';

type Decide = (details: { url: string }, callback: (answer: { cancel: boolean }) => void) => void;

/** Whether a request of the session to this address is stopped; null where nobody is asked of it. */
function isStopped(url: string): boolean | null {
  let stopped: boolean | null = null;
  const onBeforeRequest = ({ urls }: { urls: readonly string[] }, decide: Decide) => {
    if (urls.some((pattern) => url.startsWith(pattern.replace('*/*', ''))))
      decide({ url }, ({ cancel }) => (stopped = cancel));
  };
  keepEncrypted({ webRequest: { onBeforeRequest } } as unknown as Pick<Session, 'webRequest'>);
  return stopped;
}

it('stops each request for an update that is not encrypted, but on this computer itself', () => {
  for (const url of [
    'http://feed.example/latest.yml',
    'http://127.0.0.2:1/',
    'http://127.0.0.1.feed.example/',
    'http://localhost@feed.example/',
  ])
    expect(isStopped(url), url).toBe(true);
  for (const url of ['http://127.0.0.1:4010/latest.yml', 'http://localhost/', 'http://[::1]:8080/'])
    expect(isStopped(url), url).toBe(false);
  expect(isStopped('https://feed.example/latest.yml')).toBe(null);
});

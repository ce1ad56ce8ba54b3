import type { Session } from 'electron';
import type { FetchPort } from '../mi/exchange.ts';
import { keepReadable, type WatchedSession } from './readable-responses.ts';

type FetchSession = Pick<Session, 'closeAllConnections' | 'fetch'> & WatchedSession;

/**
 * `net.fetch` on a connection that nothing was sent on before. Chromium sends a request again by itself, be it a POST, where a connection
 * that was kept open is reset before anything came back (HttpNetworkTransaction::ShouldResendRequest), and connections are kept for each
 * session. Proxy and certificates are the system's, as with `net.fetch`.
 *
 * To close what a session kept open fails what it has on the wire, so each has one request at a time. There are as many sessions as there
 * ever were requests at once, for none can be disposed of: four for each account at the most, by its budget in the monitor.
 */
export function createFetchOnce(sessionOf: (partition: string) => FetchSession): FetchPort {
  const free = new Set<FetchSession>();
  let made = 0;
  function make(): FetchSession {
    const session = sessionOf(`once-${(made += 1)}`);
    keepReadable(session);
    return session;
  }
  return async (address, init) => {
    const [session = make()] = free;
    free.delete(session);
    const release = () => void free.add(session);
    try {
      await session.closeAllConnections();
      return withEnd(await session.fetch(address, init), release, init.signal);
    } catch (error) {
      release();
      throw error;
    }
  };
}

/** The response, which tells when it has been read to the end, was cancelled or aborted, or broke off. */
function withEnd(response: Response, tell: () => void, signal: RequestInit['signal']): Response {
  const { body, status, statusText, headers } = response;
  if (body === null) {
    tell();
    return response;
  }
  const whole = body.pipeThrough(
    new TransformStream({ flush: tell, cancel: tell }),
    signal ? { signal } : {},
  );
  return new Response(whole, { status, statusText, headers });
}

import type { Session } from 'electron';
import type { FetchPort } from '../mi/exchange.ts';

/** So many turns pass before a session is used again: by then what it had on the wire is over. */
const sessions = 16;

/**
 * `net.fetch` on a connection that nothing was sent on before. Chromium sends a request again by itself, be it a POST, where a connection
 * that was kept open is reset before anything came back (HttpNetworkTransaction::ShouldResendRequest), and connections are kept for each
 * session. Proxy and certificates are the system's, as with `net.fetch`.
 */
export function createFetchOnce(
  sessionOf: (partition: string) => Pick<Session, 'closeAllConnections' | 'fetch'>,
): FetchPort {
  let turn = 0;
  return async (address, init) => {
    turn = (turn + 1) % sessions;
    const session = sessionOf(`once-${turn}`);
    await session.closeAllConnections();
    return session.fetch(address, init);
  };
}

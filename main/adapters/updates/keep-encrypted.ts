import type { Session } from 'electron';
import { isOnLoopback } from '../../mi/api-address.ts';

/** A feed over https may lead elsewhere by a redirect: on an open line anybody could send another program with checksums of its own. */
export function keepEncrypted(session: Pick<Session, 'webRequest'>): void {
  session.webRequest.onBeforeRequest({ urls: ['http://*/*'] }, ({ url }, callback) =>
    callback({ cancel: !isOnLoopback(url) }),
  );
}

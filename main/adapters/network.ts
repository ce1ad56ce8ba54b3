import type { Net } from 'electron';

/** The system does not report network changes to main; asking costs next to nothing. */
const everyMs = 5_000;

/**
 * Tells when the machine goes offline and when it comes back, and at once if it is offline at the start. `isNeeded`: whether all that is
 * asked lies beyond this computer, which answers itself without any network, while Chromium calls it offline then.
 */
export function watchNetwork(
  net: Pick<Net, 'isOnline'>,
  isNeeded: () => boolean,
  tell: (event: { readonly kind: 'online' | 'offline' }) => void,
): () => void {
  let online = true;
  const look = () => {
    const now = net.isOnline() || !isNeeded();
    if (now === online) return;
    online = now;
    tell({ kind: online ? 'online' : 'offline' });
  };
  look();
  const timer = setInterval(look, everyMs);
  return () => clearInterval(timer);
}

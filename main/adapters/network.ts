import { networkInterfaces } from 'node:os';
import type { Net } from 'electron';

/** The system does not report network changes to main; asking costs next to nothing. */
const everyMs = 5_000;

/** The part of `os.networkInterfaces()` that is used here. */
type Interfaces = Readonly<
  Record<string, readonly { readonly address: string; readonly internal: boolean }[] | undefined>
>;

/**
 * Tells when the machine goes offline and when it comes back, and at once if it is offline at the start. `isNeeded`: whether all that is
 * asked lies beyond this computer, which answers itself without any network, while Chromium calls it offline then.
 *
 * Chromium also calls a machine offline that has nothing but a tunnel (net/base/address_tracker_linux.cc), and for good where it missed
 * a change. Nothing is asked while offline, so this is believed only of a machine without an address.
 */
export function watchNetwork(
  net: Pick<Net, 'isOnline'>,
  isNeeded: () => boolean,
  tell: (event: { readonly kind: 'online' | 'offline' }) => void,
  interfaces: () => Interfaces = networkInterfaces,
): () => void {
  let online = true;
  let wasSaid = true;
  const become = (now: boolean) => {
    if (now !== online) tell({ kind: now ? 'online' : 'offline' });
    online = now;
  };
  const look = () => {
    const isSaid = net.isOnline() || !isNeeded();
    // What was asked in vain meanwhile is asked at once.
    if (isSaid && !wasSaid) become(false);
    wasSaid = isSaid;
    become(isSaid || hasAddress(interfaces));
  };
  look();
  const timer = setInterval(look, everyMs);
  return () => clearInterval(timer);
}

/** One with which another computer can be reached: a network card gives itself a link-local one where nobody answers. */
function hasAddress(interfaces: () => Interfaces): boolean {
  try {
    return Object.values(interfaces()).some((addresses = []) =>
      addresses.some(({ address, internal }) => !internal && !/^(fe80:|169\.254\.)/.test(address)),
    );
  } catch {
    // Where the system does not tell, the requests will show.
    return true;
  }
}

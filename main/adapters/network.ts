import type { Net } from 'electron';
import type { RunnerEvent } from '../runner/runner.ts';

/** The system tells main nothing of the network; asking it costs next to nothing. */
const everyMs = 5_000;

/** Tells the monitor when the machine goes offline or comes back, also where it is offline from the start. */
export function watchNetwork(net: Pick<Net, 'isOnline'>, dispatch: (event: RunnerEvent) => void): () => void {
  let online = true;
  const look = () => {
    const now = net.isOnline();
    if (now === online) return;
    online = now;
    dispatch({ kind: online ? 'online' : 'offline' });
  };
  look();
  const timer = setInterval(look, everyMs);
  return () => clearInterval(timer);
}

import type { ViewName, WatchId } from '../contract.ts';
import { pauseEnd } from '../desk/pause.ts';
import type { Desk } from '../desk/desk.ts';
import type { TrayAction } from '../wording/tray-menu.ts';

export interface TrayActionPorts {
  readonly desk: Desk;
  readonly now: () => number;
  readonly open: (view: ViewName, watch: WatchId | null) => void;
  readonly quit: () => void;
}

/** Does what was chosen in the tray's menu. */
export function createTrayActions({ desk, now, open, quit }: TrayActionPorts): (action: TrayAction) => void {
  const { dispatch } = desk.runner;
  return (action) => {
    switch (action.kind) {
      case 'show-row':
        return open('watchlist', action.watch);
      case 'open':
        return open('watchlist', null);
      case 'check-now':
        return dispatch({ kind: 'check-now', watches: 'all' });
      case 'pause-hour':
        return dispatch({ kind: 'paused', until: pauseEnd('one-hour', now()) });
      case 'pause-tomorrow':
        return dispatch({ kind: 'paused', until: pauseEnd('until-tomorrow', now()) });
      case 'resume':
        return dispatch({ kind: 'unpaused' });
      case 'quit':
        return quit();
    }
  };
}

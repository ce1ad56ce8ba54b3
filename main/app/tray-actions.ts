import type { Pushes, UpdateAct } from '../contract.ts';
import { pauseOf } from '../desk/pause.ts';
import type { Desk } from '../desk/desk.ts';
import type { Picture } from '../desk/projection.ts';
import type { TrayAction } from '../wording/tray-menu.ts';

export interface TrayActionPorts {
  readonly desk: Desk;
  readonly now: () => number;
  readonly open: (target: Pushes['show']) => void;
  readonly update: (act: UpdateAct) => void;
  readonly quit: () => void;
}

/** Carries out what was chosen in the tray's menu. */
export function createTrayActions(ports: TrayActionPorts): (action: TrayAction) => void {
  const { desk, now, open, update, quit } = ports;
  const { dispatch } = desk.runner;
  return (action) => {
    switch (action.kind) {
      case 'show-row':
        return open({ view: 'watchlist', watch: action.watch, group: null });
      case 'open':
        return open({ view: 'watchlist', watch: null, group: null });
      case 'open-account':
        return open({ view: 'account', watch: null, group: null, ...inNeed(desk.projection.picture()) });
      case 'check-now':
        return dispatch({ kind: 'check-now', watches: 'all' });
      case 'pause-hour':
        return dispatch(pauseOf('one-hour', now()));
      case 'pause-tomorrow':
        return dispatch(pauseOf('until-tomorrow', now()));
      case 'resume':
        return dispatch({ kind: 'unpaused' });
      case 'update':
        return update(action.act);
      case 'quit':
        return quit();
    }
  };
}

/** The account that needs the person. */
function inNeed({ health }: Picture): Pick<Pushes['show'], 'account'> {
  return 'account' in health ? { account: health.account } : {};
}

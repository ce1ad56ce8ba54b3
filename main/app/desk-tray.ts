import { openTray, type TrayPorts } from '../adapters/tray/tray.ts';
import { watchTrayHost, type TrayHostPorts } from '../adapters/tray/tray-host.ts';
import type { Language, UpdateState, Warning } from '../contract.ts';
import type { Desk } from '../desk/desk.ts';
import type { Picture } from '../desk/projection.ts';
import { after } from '../runner/timer.ts';
import { trayPictureOf } from './tray-picture.ts';

export interface DeskTrayPorts extends TrayPorts {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly language: () => Language;
  readonly warnings: () => readonly Warning[];
  readonly update: () => UpdateState | null;
  /** Calls the listener when the panel may have turned dark or light. */
  readonly onShadeChange: (listener: () => void) => void;
  /** What shows the icons of the tray, and what to do where there is none. */
  readonly host: Omit<TrayHostPorts, 'after'>;
}

/** The tooltip has an age in seconds, which would be wrong soon if it were renewed only at changes. */
const agesMs = 15_000;
/** Else there are minutes in the menu, and times of which a day later another day is to be said: a pause lasts overnight. */
const minutesMs = 60_000;

/** Shows the desk in the tray, renewed at each change and as its times pass. */
export function openDeskTray(desk: Desk, ports: DeskTrayPorts) {
  const presence = openTray(pictureOf(desk.projection.picture()), ports);
  let timer: NodeJS.Timeout | undefined;
  ports.onShadeChange(presence.redraw);
  const stopWatchingHost = watchTrayHost({
    ...ports.host,
    after,
    found() {
      presence.renew();
      ports.host.found();
    },
  });

  function pictureOf(picture: Picture) {
    return trayPictureOf(desk, picture, ports.warnings(), ports.update(), ports.now(), ports.language());
  }

  function refresh(picture: Picture): void {
    clearTimeout(timer);
    presence.show(pictureOf(picture));
    const { kind } = picture.health;
    const waitMs = kind === 'watching' || kind === 'unknown' ? agesMs : minutesMs;
    timer = setTimeout(() => refresh(desk.projection.picture()), waitMs).unref();
  }

  refresh(desk.projection.picture());
  return {
    refresh,
    bounds: presence.bounds,
    stop(): void {
      clearTimeout(timer);
      stopWatchingHost();
    },
  };
}

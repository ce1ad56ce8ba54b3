import type { TrayPicture } from '../adapters/tray/tray.ts';
import type { Language } from '../contract.ts';
import type { Desk } from '../desk/desk.ts';
import { newestRows, trayMenuOf } from '../wording/tray-menu.ts';
import { tooltipOf } from '../wording/tooltip.ts';

/** Health in which a check could not be sent anyway. */
const cannotCheck = new Set(['no-account', 'key-missing']);

/** All that the tray shows of the desk at this moment (epoch ms). */
export function trayPictureOf(desk: Desk, now: number, language: Language): TrayPicture {
  const { icon, health, counts } = desk.projection.picture();
  return {
    icon,
    tooltip: tooltipOf(health, counts, now, language),
    menu: trayMenuOf(
      {
        ...newestRows(desk.projection.rows()),
        paused: desk.state.pausedUntil !== null,
        canCheck: !cannotCheck.has(health.kind),
      },
      now,
      language,
    ),
  };
}

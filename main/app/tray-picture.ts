import type { TrayPicture } from '../adapters/tray/tray.ts';
import type { Language } from '../contract.ts';
import type { Desk } from '../desk/desk.ts';
import type { Picture } from '../desk/projection.ts';
import { trayIconOf } from '../monitor/health.ts';
import { trayMenuOf } from '../wording/tray-menu.ts';
import { tooltipOf } from '../wording/tooltip.ts';

/** Health in which a check could not be sent anyway. */
const cannotCheck = new Set(['no-account', 'key-missing']);

/** All that the tray shows of the desk at this moment (epoch ms). */
export function trayPictureOf(
  desk: Desk,
  { health, counts }: Picture,
  now: number,
  language: Language,
): TrayPicture {
  const paused = desk.state.pausedUntil !== null;
  const menu = { ...desk.projection.newest(), paused, canCheck: !cannotCheck.has(health.kind) };
  return {
    icon: trayIconOf(health, counts),
    tooltip: tooltipOf(health, counts, now, language),
    menu: trayMenuOf(menu, now, language),
  };
}

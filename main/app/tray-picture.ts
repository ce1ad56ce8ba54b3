import type { TrayPicture } from '../adapters/tray/tray.ts';
import type { Language } from '../contract.ts';
import type { Desk } from '../desk/desk.ts';
import type { Picture } from '../desk/projection.ts';
import { trayIconOf } from '../monitor/health.ts';
import { trayMenuOf } from '../wording/tray-menu.ts';
import { tooltipOf } from '../wording/tooltip.ts';

/** All that the tray shows of the desk at this moment (epoch ms). */
export function trayPictureOf(
  desk: Desk,
  { health, counts }: Picture,
  now: number,
  language: Language,
): TrayPicture {
  return {
    icon: trayIconOf(health, counts),
    tooltip: tooltipOf(health, counts, now, language),
    menu: trayMenuOf({ ...desk.projection.newest(), health }, now, language),
  };
}

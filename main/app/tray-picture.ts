import type { TrayPicture } from '../adapters/tray/tray.ts';
import type { Language, UpdateState, Warning } from '../contract.ts';
import type { Desk } from '../desk/desk.ts';
import type { Picture } from '../desk/projection.ts';
import { trayIconOf } from '../monitor/view/health.ts';
import { trayMenuOf } from '../wording/tray-menu.ts';
import { tooltipOf } from '../wording/tooltip.ts';

/** During one of these warnings the app cannot keep its promise, so people who never open the window must learn of it. */
const needsPerson: ReadonlySet<Warning['kind']> = new Set(['cannot-save', 'no-notifier']);

/** Everything that the tray shows of the desk at `now` (epoch ms). */
export function trayPictureOf(
  desk: { readonly projection: Pick<Desk['projection'], 'newest'> },
  { health, counts }: Picture,
  all: readonly Warning[],
  update: UpdateState | null,
  now: number,
  language: Language,
): TrayPicture {
  const warnings = all.filter(({ kind }) => needsPerson.has(kind));
  return {
    icon: warnings.length > 0 ? 'needs-you' : trayIconOf(health, counts),
    tooltip: tooltipOf({ health, counts, warnings }, now, language),
    menu: trayMenuOf(
      { ...desk.projection.newest(), health, inDoubt: counts.inDoubt, warnings, update },
      now,
      language,
    ),
  };
}

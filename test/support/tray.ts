import type { ElectronApplication } from '@playwright/test';

interface Item {
  readonly label: string;
  readonly enabled: boolean;
  readonly submenu?: { readonly items: readonly Item[] };
  readonly click: () => void;
}
type Recorded = {
  record: {
    toolTip: string;
    menu: { items: readonly Item[] } | null;
    tray: { emit: (event: string) => boolean };
  };
};

/** The tray as the app last set it. */
export function trayOf(app: ElectronApplication) {
  return {
    toolTip: () => app.evaluate(() => (globalThis as unknown as Recorded).record.toolTip),
    labels: () =>
      app.evaluate(() =>
        ((globalThis as unknown as Recorded).record.menu?.items ?? []).map((item) => item.label),
      ),
    /** Clicks on the icon. */
    click: () => app.evaluate(() => (globalThis as unknown as Recorded).record.tray.emit('click')),
    /** Chooses an item, also one of a submenu, by its label. */
    choose: (label: string) =>
      app.evaluate((_electron, wanted) => {
        const all = (items: readonly Item[]): Item[] =>
          items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])]);
        const items = all((globalThis as unknown as Recorded).record.menu?.items ?? []);
        const found = items.find((item) => item.label === wanted);
        if (!found)
          throw new Error(
            `The tray menu has no '${wanted}'; it has: ${items.map((item) => item.label).join(', ')}`,
          );
        found.click();
      }, label),
  };
}

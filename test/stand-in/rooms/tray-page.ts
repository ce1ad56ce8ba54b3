/** What the page of the tray shows. */
export interface TrayDrawing {
  /** A data: address. */
  readonly icon: string;
  /** The shade of the panel that the icon lies on. */
  readonly shade: 'dark' | 'light';
  readonly toolTip: string;
  readonly items: readonly { readonly label: string; readonly enabled: boolean; readonly type: string }[];
}

/** The page itself. `chosen`: the name of the function that it calls with `icon`, or with the place of an item in the menu. */
export function trayPage(chosen: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<title>Tray</title>
<style>
  :root { color-scheme: light; --ground: #f6f7f9; --panel: #e4e7ec; --ink: #1f2328; --dim: #6b7280; --line: #d5d9e0; --menu: #fff; --over: #e8eefc }
  :root.dark { color-scheme: dark; --ground: #26282d; --panel: #17181b; --ink: #f2f3f5; --dim: #9aa1ac; --line: #44474e; --menu: #32353b; --over: #434a5c }
  body { margin: 0; height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink); font: 13px/1.45 system-ui, sans-serif }
  header { display: flex; align-items: center; gap: 10px; padding: 6px 12px; background: var(--panel) }
  header button { flex: none; display: grid; padding: 6px; border: 0; border-radius: 6px; background: none; cursor: pointer }
  header button:hover, header button:focus-visible { background: var(--line) }
  header img { width: 22px; height: 22px }
  menu { overflow-y: auto; margin: 10px; padding: 5px; border: 1px solid var(--line); border-radius: 8px; background: var(--menu) }
  menu button { display: block; width: 100%; padding: 5px 10px; border: 0; border-radius: 5px; background: none; color: inherit; font: inherit; text-align: start; white-space: pre-wrap; overflow-wrap: anywhere }
  menu button:enabled:hover, menu button:focus-visible { background: var(--over) }
  menu button:disabled { color: var(--dim) }
  menu hr { margin: 5px 10px; border: 0; border-top: 1px solid var(--line) }
</style>
<header><button id="icon"><img alt=""></button><span id="tooltip"></span></header>
<menu></menu>
<script>
  const icon = document.getElementById('icon');
  const menu = document.querySelector('menu');
  icon.onclick = () => ${chosen}('icon');
  globalThis.draw = (drawing) => {
    document.documentElement.className = drawing.shade;
    icon.firstChild.src = drawing.icon;
    icon.setAttribute('aria-label', drawing.toolTip);
    document.getElementById('tooltip').textContent = drawing.toolTip;
    menu.replaceChildren(...drawing.items.map(({ label, enabled, type }, place) => {
      if (type === 'separator') return document.createElement('hr');
      const item = document.createElement('button');
      item.textContent = label;
      item.disabled = !enabled;
      item.onclick = () => ${chosen}(String(place));
      return item;
    }));
  };
</script>`;
}

import type Electron from 'electron';
import { only } from './only.ts';

export class MenuItem {
  readonly id: string;
  readonly type: string;
  readonly role: string | undefined;
  readonly submenu: Menu | undefined;
  readonly accelerator: unknown;
  readonly icon: unknown;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  /** What a person reads: `&` marks the letter behind it and vanishes, `&&` is one (shell/browser/ui/gtk/menu_util.cc). */
  readonly shownLabel = (): string => this.label.replace(/&(.?)/g, '$1');
  /** As the system calls it when a person chooses the item. */
  readonly click: () => void;

  constructor(options: Electron.MenuItemConstructorOptions) {
    const { submenu } = options;
    this.id = options.id ?? '';
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.role = options.role;
    this.label = options.label ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.accelerator = options.accelerator;
    this.icon = options.icon;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : undefined;
    this.click = () => {
      if (!this.enabled) return;
      if (this.type === 'checkbox') this.checked = !this.checked;
      options.click?.(this as unknown as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
    };
    return only('MenuItem', this);
  }
}

export class Menu {
  /** Electron's own, until the app sets another or none. */
  static #application: Menu | null | undefined;
  readonly items: MenuItem[] = [];

  static readonly buildFromTemplate = (template: readonly Electron.MenuItemConstructorOptions[]): Menu => {
    const menu = new Menu();
    for (const options of template) menu.append(new MenuItem(options));
    return menu;
  };
  static readonly setApplicationMenu = (menu: Menu | null): void => void (Menu.#application = menu);
  static readonly getApplicationMenu = (): Menu | null =>
    Menu.#application === undefined
      ? Menu.buildFromTemplate([{ role: 'fileMenu' }, { role: 'editMenu' }, { role: 'viewMenu' }])
      : Menu.#application;

  append(item: MenuItem): void {
    this.items.push(item);
  }
  getMenuItemById = (id: string): MenuItem | null => this.items.find((item) => item.id === id) ?? null;
  popup(): void {}
  on = (): this => this;
  once = (): this => this;
}

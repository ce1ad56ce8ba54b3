import type Electron from 'electron';
import { KnownEvents } from './emitter.ts';
import type { Menu } from './menu.ts';

/** A tray icon that remembers what it was told. `Tray.all` is for specs; `Tray.draw` is called after each change. */
export class Tray extends KnownEvents {
  static readonly all: Tray[] = [];
  static draw: (tray: Tray) => void = () => undefined;
  /** Whether a panel shows icons. */
  static hasHost = true;
  /** Asked once, as the icon is made: what was refused then is never shown (chrome/browser/ui/views/status_icons/status_icon_linux_dbus.cc). */
  readonly isShown = Tray.hasHost;
  image: Electron.NativeImage;
  toolTip = '';
  title = '';
  menu: Menu | null = null;
  #destroyed = false;

  constructor(image: Electron.NativeImage) {
    super('Tray', [
      'click',
      'right-click',
      'double-click',
      'middle-click',
      'mouse-enter',
      'mouse-leave',
      'balloon-click',
    ]);
    this.image = image;
    Tray.all.push(this);
    Tray.draw(this);
  }

  setImage(image: Electron.NativeImage): void {
    this.image = image;
    Tray.draw(this);
  }
  setPressedImage(): void {}
  setToolTip(text: string): void {
    this.toolTip = text;
    Tray.draw(this);
  }
  setTitle(text: string): void {
    this.title = text;
  }
  getTitle = (): string => this.title;
  setContextMenu(menu: Menu | null): void {
    this.menu = menu;
    Tray.draw(this);
  }
  popUpContextMenu(): void {}
  closeContextMenu(): void {}
  focus(): void {}
  setIgnoreDoubleClickEvents(): void {}
  getBounds = () => ({ x: 0, y: 0, width: 0, height: 0 });
  isDestroyed = (): boolean => this.#destroyed;
  destroy(): void {
    this.#destroyed = true;
    const index = Tray.all.findIndex((tray) => tray.isDestroyed());
    if (index >= 0) Tray.all.splice(index, 1);
  }
}

import { KnownEvents } from './emitter.ts';
import type { Menu } from './menu.ts';

/** A tray icon that remembers what it was told; nothing is drawn. `Tray.all` is for specs. */
export class Tray extends KnownEvents {
  static readonly all: Tray[] = [];
  image: unknown;
  toolTip = '';
  title = '';
  menu: Menu | null = null;
  #destroyed = false;

  constructor(image: unknown) {
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
  }

  setImage(image: unknown): void {
    this.image = image;
  }
  setPressedImage(): void {}
  setToolTip(text: string): void {
    this.toolTip = text;
  }
  setTitle(text: string): void {
    this.title = text;
  }
  getTitle = (): string => this.title;
  setContextMenu(menu: Menu | null): void {
    this.menu = menu;
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

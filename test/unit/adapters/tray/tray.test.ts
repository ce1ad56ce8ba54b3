import type Electron from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { openTray, type TrayPicture, type TrayPorts } from '../../../../main/adapters/tray/tray.ts';
import { Menu } from '../../../stand-in/rooms/menu.ts';
import { nativeImage } from '../../../stand-in/rooms/native-image.ts';
import { Tray } from '../../../stand-in/rooms/tray.ts';

const picture: TrayPicture = {
  icon: 'importing',
  tooltip: '1 importing',
  menu: [{ kind: 'item', label: 'Quit', enabled: true, action: { kind: 'quit' } }, { kind: 'separator' }],
};

function openOn(platform: NodeJS.Platform) {
  const listeners = new Map<string, () => void>();
  const tray = {
    setImage: vi.fn(),
    setToolTip: vi.fn(),
    setContextMenu: vi.fn(),
    popUpContextMenu: vi.fn(),
    on: (name: string, listener: () => void) => listeners.set(name, listener),
    destroy: vi.fn(),
    isDestroyed: () => false,
    getBounds: vi.fn(),
  };
  const act = vi.fn();
  const buildMenu = vi.fn((template: unknown) => template);
  const ports = {
    platform,
    createTray: () => tray,
    buildMenu,
    imageOf: (icon: string) => icon,
    act,
    clicked: vi.fn(),
  };
  const presence = openTray(picture, ports as unknown as TrayPorts);
  return { presence, tray, act, buildMenu, listeners };
}

describe('openTray', () => {
  it('touches the real tray only where a value changed', () => {
    const { presence, tray, buildMenu } = openOn('linux');
    presence.show({ ...picture, menu: [...picture.menu] });
    expect(tray.setToolTip).toHaveBeenCalledTimes(1);
    expect(buildMenu).toHaveBeenCalledTimes(1);
    presence.show({ ...picture, tooltip: '2 importing' });
    expect(tray.setToolTip).toHaveBeenLastCalledWith('2 importing');
    expect(tray.setContextMenu).toHaveBeenCalledTimes(1);
    presence.show({ ...picture, icon: 'idle' });
    expect(tray.setImage).toHaveBeenCalledExactlyOnceWith('idle');
  });

  it('shows the `&` of a name, which marks a key in a menu', () => {
    const { presence, buildMenu } = openOn('linux');
    const label = 'Tom & Jerry && R&D';
    presence.show({
      ...picture,
      menu: [
        { kind: 'label', label },
        { kind: 'item', label, enabled: true, action: { kind: 'quit' } },
      ],
    });
    const template = buildMenu.mock.lastCall?.[0] as Electron.MenuItemConstructorOptions[];
    const { items } = Menu.buildFromTemplate(template);
    expect(items.map((item) => item.shownLabel())).toEqual([label, label]);
  });

  it('acts on a chosen item', () => {
    const { act, buildMenu } = openOn('linux');
    const template = buildMenu.mock.calls[0]?.[0] as { click: () => void }[];
    template[0]?.click();
    expect(act).toHaveBeenCalledWith({ kind: 'quit' });
  });

  it('keeps the click on macOS, where a set menu would take it', () => {
    const { tray, listeners } = openOn('darwin');
    expect(tray.setContextMenu).not.toHaveBeenCalled();
    listeners.get('right-click')?.();
    expect(tray.popUpContextMenu).toHaveBeenCalledOnce();
  });

  it('puts the icon up anew, as it is by then, where the panel came after the app', () => {
    const clicked = vi.fn();
    const ports = {
      platform: 'linux',
      createTray: (image: Electron.NativeImage) => new Tray(image),
      buildMenu: (template: Electron.MenuItemConstructorOptions[]) => Menu.buildFromTemplate(template),
      imageOf: () => nativeImage.createEmpty(),
      act: vi.fn(),
      clicked,
    };
    Tray.hasHost = false;
    const presence = openTray(picture, ports as unknown as TrayPorts);
    presence.show({ ...picture, tooltip: '2 importing' });
    Tray.hasHost = true;
    presence.renew();
    const [tray, ...others] = Tray.all;
    expect(others).toEqual([]);
    expect(tray).toMatchObject({ isShown: true, toolTip: '2 importing' });
    expect(tray?.menu?.items).toHaveLength(picture.menu.length);
    tray?.emit('click');
    expect(clicked).toHaveBeenCalledOnce();
  });
});

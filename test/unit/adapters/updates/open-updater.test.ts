import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openUpdater, type UpdaterPorts } from '../../../../main/adapters/updates/open-updater.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function openedWith(further: Partial<UpdaterPorts>, ...files: readonly string[]) {
  const resources = temporaryFolder();
  for (const file of files) writeFileSync(join(resources, file), '');
  const ports = { platform: 'linux', isPackaged: true, appImage: null, warn: () => undefined } as const;
  return openUpdater({ ...ports, resources, ...further });
}

describe('what a package can do about updates', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('is nothing on %s without a feed', (platform) => {
    expect(openedWith({ platform, appImage: '/home/person/app.AppImage' })).toBe(null);
  });

  it('is nothing where it is run from a checkout', () => {
    expect(openedWith({ platform: 'win32', isPackaged: false }, 'app-update.yml')).toBe(null);
  });

  it('is nothing for a folder that nobody installed', () => {
    expect(openedWith({}, 'app-update.yml')).toBe(null);
  });

  it.each(['darwin', 'win32'] as const)('is all on %s', (platform) => {
    expect(openedWith({ platform }, 'app-update.yml')?.canInstall).toBe(true);
  });

  it('is to name the page on macOS where the app lies on a disk image, or runs from the copy that macOS makes of a download', () => {
    const access = () => {
      throw Object.assign(new Error('read-only file system, access'), { code: 'EROFS' });
    };
    expect(openedWith({ platform: 'darwin', access }, 'app-update.yml')?.canInstall).toBe(false);
  });

  it('is to name the page for a deb, which belongs to the system', () => {
    expect(openedWith({}, 'app-update.yml', 'package-type')?.canInstall).toBe(false);
  });

  it('is all for an AppImage where its file can be replaced, else to name the page', () => {
    const own = temporaryFolder();
    expect(openedWith({ appImage: join(own, 'app.AppImage') }, 'app-update.yml')?.canInstall).toBe(true);
    const others = join(own, 'others');
    mkdirSync(others);
    chmodSync(others, 0o500);
    const isRoot = process.getuid?.() === 0;
    const { canInstall } =
      openedWith({ appImage: join(others, 'gone/app.AppImage') }, 'app-update.yml') ?? {};
    expect(canInstall).toBe(false);
    if (!isRoot)
      expect(openedWith({ appImage: join(others, 'app.AppImage') }, 'app-update.yml')?.canInstall).toBe(
        false,
      );
  });
});

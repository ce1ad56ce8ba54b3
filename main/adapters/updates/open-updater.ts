import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keepingOld } from './keeping-old.ts';
import type { Updater } from './updater.ts';

export interface UpdaterPorts {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** Absolute; the package's own, where electron-builder writes down the feed. */
  readonly resources: string;
  /** The file of the AppImage that this program runs from; null if it runs from none. */
  readonly appImage: string | null;
  readonly warn: (error: unknown) => void;
  /** Throws where that is not allowed, as the file system does. */
  readonly access?: typeof accessSync;
}

/** Null where the package names no feed, or is of a kind for which there is none. What reads a feed is loaded with the first look. */
export function openUpdater(ports: UpdaterPorts): Updater | null {
  const { platform, isPackaged, resources, appImage, access = accessSync } = ports;
  const feed = join(resources, 'app-update.yml');
  if (!isPackaged || !existsSync(feed)) return null;
  const isPlainFolder =
    platform === 'linux' && appImage === null && !existsSync(join(resources, 'package-type'));
  if (isPlainFolder) return null;
  const loading = async () => (await import('./electron-updater.ts')).createElectronUpdater(feed, ports.warn);
  let loaded: ReturnType<typeof loading> | null = null;
  const load = () => (loaded ??= loading());

  function isReplaceable(): boolean {
    if (platform === 'linux') return appImage !== null && faultOfWriting(dirname(appImage)) === null;
    // A disk image, or the place from which macOS runs what was never moved out of the downloads: Squirrel replaces nothing there.
    return platform !== 'darwin' || faultOfWriting(resources) !== 'EROFS';
  }

  /** Null where there may be written; else it is somebody else's, or a disk that cannot be written. */
  function faultOfWriting(folder: string): string | null {
    try {
      access(folder, constants.W_OK);
      return null;
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : '';
    }
  }

  return {
    canInstall: isReplaceable(),
    look: async () => (await load()).look(),
    download: async () => (await load()).download(),
    page: async () => (await load()).page,
    async install(moved) {
      const { install } = await load();
      return appImage === null ? install(moved) : keepingOld(appImage, () => install(moved));
    },
  };
}

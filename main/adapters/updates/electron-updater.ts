import updaters from 'electron-updater';
import { readFileSync } from 'node:fs';
import { pageOfFeed } from './feed.ts';
import { keepEncrypted } from './keep-encrypted.ts';
import type { Download } from './updater.ts';

/** Until then macOS has ended this run, or it will not: its part of the update went wrong. */
const macRestartMs = 60_000;

/**
 * electron-updater, told to leave every decision to the person: it neither downloads nor installs by itself, goes back to no older version,
 * and sends nothing by which one installation could be told from another.
 * @param file where electron-builder wrote down the feed
 */
export function createElectronUpdater(file: string, warn: (error: unknown) => void) {
  const page = pageOfFeed(readFileSync(file, 'utf8'));
  const { autoUpdater } = updaters;
  keepEncrypted(autoUpdater.netSession);
  autoUpdater.autoDownload = false;
  // macOS prepares an update while it is still downloaded, and installs it at the next quit: the person has asked for it by then.
  autoUpdater.autoInstallOnAppQuit = process.platform === 'darwin';
  autoUpdater.allowPrerelease = false;
  autoUpdater.allowDowngrade = false;
  autoUpdater.disableWebInstaller = true;
  autoUpdater.isUserWithinRollout = () => true;
  // Else each installation would send a number of its own.
  autoUpdater.requestHeaders = { 'x-user-staging-id': 'none' };
  autoUpdater.logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

  async function look(): Promise<string | null> {
    const found = await autoUpdater.checkForUpdates();
    return found?.isUpdateAvailable === true ? found.updateInfo.version : null;
  }

  return {
    page,
    look,
    async download(): Promise<Download> {
      try {
        // A release may have been replaced since, perhaps because its files were damaged.
        const version = await look();
        if (version === null) return { kind: 'failed', failure: 'interrupted' };
        await autoUpdater.downloadUpdate();
        return { kind: 'done', version };
      } catch (error) {
        warn(error);
        return { kind: 'failed', failure: isForged(error) ? 'not-genuine' : 'interrupted' };
      }
    },
    install(moved: (file: string) => void): Promise<boolean> {
      autoUpdater.on('appimage-filename-updated', moved);
      if (autoUpdater instanceof updaters.BaseUpdater)
        return Promise.resolve(autoUpdater.install(true, true));
      autoUpdater.quitAndInstall();
      return new Promise((resolve) => {
        setTimeout(resolve, macRestartMs, false);
      });
    },
  };
}

function isForged(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ERR_CHECKSUM_MISMATCH' || code === 'ERR_UPDATER_INVALID_SIGNATURE';
}

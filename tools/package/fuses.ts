import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { join } from 'node:path';

/**
 * Sets every fuse of the packed runtime, before it is signed, and refuses a runtime that has one more: a new fuse comes with Electron's
 * default, which may open what the others close. electron-builder's own setting can name eight of the nine and cannot refuse.
 */
export default async function setFuses({
  appOutDir,
  electronPlatformName,
  packager,
}: AfterPackContext): Promise<void> {
  const name = packager.platformSpecificBuildOptions.executableName ?? packager.appInfo.productFilename;
  const ending = { darwin: '.app', win32: '.exe' }[electronPlatformName] ?? '';
  await flipFuses(join(appOutDir, `${name}${ending}`), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    // V8's own protection of WebAssembly's memory; without it each access is checked in code.
    [FuseV1Options.WasmTrapHandlers]: true,
  });
}

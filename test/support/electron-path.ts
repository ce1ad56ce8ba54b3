import { runtimeFolder } from './runtime.ts';

// Outside Electron the `electron` package answers with the path of its executable, and tries to download it where it is
// not told one. electron-store imports it; with a path there it works in plain Node. Import this file before it.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= runtimeFolder();

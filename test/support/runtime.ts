import { resolve } from 'node:path';

const standIn = resolve(import.meta.dirname, '../stand-in');

/** The folder with the `electron` executable: real Electron where `IMPORT_WATCH_ELECTRON` names one, else the stand-in. */
export function runtimeFolder(): string {
  return process.env['IMPORT_WATCH_ELECTRON'] ?? standIn;
}

export function isStandIn(): boolean {
  return runtimeFolder() === standIn;
}

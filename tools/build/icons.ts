import { cp } from 'node:fs/promises';

/** Copies what the tray shows to `out/icons`. The app's own icon goes into the installers instead. */
export async function copyIcons(): Promise<void> {
  await cp('main/icons/generated/tray', 'out/icons', { recursive: true });
}

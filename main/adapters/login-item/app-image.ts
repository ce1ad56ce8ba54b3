import { isAbsolute, relative, sep } from 'node:path';

/**
 * The file of the AppImage that this program runs from; null if it runs from none. An AppImage runs from a mount that disappears when it
 * ends, so its file is what is to be started again. The variables are believed only where the program lies in the mount that they name:
 * a terminal that is an AppImage itself hands its own to whatever is started in it.
 */
export function appImageOf(
  environment: Readonly<Record<string, string | undefined>>,
  executable: string,
): string | null {
  const { APPIMAGE: file = '', APPDIR: mount = '' } = environment;
  if (!isAbsolute(file) || !isAbsolute(mount)) return null;
  return liesIn(mount, executable) ? file : null;
}

/** Both absolute. */
export function liesIn(folder: string, file: string): boolean {
  const inside = relative(folder, file);
  return inside !== '' && !isAbsolute(inside) && inside.split(sep)[0] !== '..';
}

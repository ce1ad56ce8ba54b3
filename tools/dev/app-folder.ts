import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * Makes the folder from which the developed app runs; answers with its absolute path. It is apart from what `npm run build` makes, so
 * that a development bundle can never be packaged.
 */
export async function prepareAppFolder(): Promise<string> {
  const folder = resolve('out/development');
  await mkdir(folder, { recursive: true });
  const { name, productName, version, type, desktopName } = JSON.parse(
    await readFile('package.json', 'utf8'),
  ) as Record<string, string>;
  const manifest = { name, productName, version, type, desktopName, main: 'main/index.js' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await cp('main/icons/generated/tray', join(folder, 'icons'), { recursive: true });
  return folder;
}

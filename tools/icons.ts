import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { drawIcons } from './icons/draw.ts';

/** `npm run icons`: draws every icon from the one source, `main/icons/film-frame.svg`, into `main/icons/generated`. */
const folder = 'main/icons/generated';

await rm(folder, { recursive: true, force: true });
for (const [name, bytes] of drawIcons(await readFile('main/icons/film-frame.svg', 'utf8'))) {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

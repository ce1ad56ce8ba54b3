import { rm } from 'node:fs/promises';
import { buildMain } from './build/bundles.ts';
import { copyIcons } from './build/icons.ts';
import { writeNotices } from './build/notices.ts';
import { buildWindow } from './build/window.ts';

/**
 * `npm run build`: everything the app runs, in `out/`. Fails where a part has grown over its limit. The tables of CP949, Shift-JIS and
 * EUC-JP, in which lists are opened, are 100 kB of the main part; the texts of three languages are 45 kB of the window.
 */
const limits = { main: 750_000, windowGzipped: 120_000 };

for (const folder of ['main', 'renderer', 'icons'])
  await rm(`out/${folder}`, { recursive: true, force: true });
await copyIcons();

const sizes = await buildMain();
for (const [file, size] of sizes) say(file, size, file === 'out/main/index.js' ? limits.main : null);
say('out/renderer, gzipped', await buildWindow(), limits.windowGzipped);
writeNotices();

/** @param limit Bytes, or null where there is none. */
function say(what: string, bytes: number, limit: number | null): void {
  const kilobytes = (value: number) => `${(value / 1000).toFixed(1)} kB`;
  console.log(
    [what.padEnd(24), kilobytes(bytes), limit === null ? '' : `(limit ${kilobytes(limit)})`]
      .join(' ')
      .trimEnd(),
  );
  if (limit === null || bytes <= limit) return;
  console.error(`${what} is over its limit by ${kilobytes(bytes - limit)}.`);
  process.exitCode = 1;
}

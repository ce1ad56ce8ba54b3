import { rm } from 'node:fs/promises';
import { buildMain } from './build/bundles.ts';
import { copyIcons } from './build/icons.ts';
import { writeNotices } from './build/notices.ts';
import { buildWindow } from './build/window.ts';

/**
 * `npm run build`: everything the app runs, in `out/`. Fails where a part has grown over its limit. The texts of three languages are 45 kB of
 * the window. What is loaded only when it is needed, as the thread that reads lists, has no limit.
 */
const limits = { main: 625_000, windowGzipped: 130_000 };

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

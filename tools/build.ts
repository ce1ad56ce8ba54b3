import { cp, rm } from 'node:fs/promises';
import { buildMain } from './build/bundles.ts';
import { writeNotices } from './build/notices.ts';
import { buildWindow } from './build/window.ts';

/**
 * `npm run build`: everything the app runs, in `out/`. Fails where a part has grown over its limit. The window loads the words of one language
 * besides what every start loads. What is loaded only when it is needed, as the thread that reads lists, has no limit.
 */
const limits = { main: 690_000, windowGzipped: 99_000, languageGzipped: 18_000 };

for (const folder of ['main', 'renderer', 'icons'])
  await rm(`out/${folder}`, { recursive: true, force: true });
// What the tray shows; the app's own icon goes into the installers instead.
await cp('main/icons/generated/tray', 'out/icons', { recursive: true });

const sizes = await buildMain();
for (const [file, size] of sizes) say(file, size, file === 'out/main/index.js' ? limits.main : null);
const { start, languages } = await buildWindow();
say('out/renderer, gzipped', start, limits.windowGzipped);
for (const [file, size] of languages) say(`  ${file}`, size, limits.languageGzipped);
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

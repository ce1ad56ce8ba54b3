import { svelte } from '@sveltejs/vite-plugin-svelte';
import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type InlineConfig } from 'vite';
import { languages } from '../../main/model/language.ts';

/** How the window is bundled, for `npm run build` and the development server alike. */
export const windowConfig: InlineConfig = {
  configFile: false,
  root: 'renderer',
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [svelte({ configFile: '../svelte.config.js' })],
  // The window loads one language alone, as a file of its own.
  resolve: { alias: [{ find: /^.*\/(shared-)?words\.ts$/, replacement: resolve('words/loaded-words.ts') }] },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome156',
    sourcemap: false,
    // The notices that the licences of bundled packages ask for.
    license: { fileName: 'licenses.json' },
    // The policy allows neither inline scripts nor `data:` fonts.
    modulePreload: false,
    assetsInlineLimit: 0,
    // How long each plugin took is of no use to whoever builds.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
};

/** Bundles the window to `out/renderer`; answers with the bytes, gzipped, of what every start loads, and of each language. */
export async function buildWindow(): Promise<{ start: number; languages: ReadonlyMap<string, number> }> {
  await build(windowConfig);
  const sizes = globSync('out/renderer/**/*.{html,js,css}').map(
    (file) => [basename(file), gzipSync(readFileSync(file)).length] as const,
  );
  const isLanguage = (file: string) => languages.some((language) => file.startsWith(`${language}-`));
  const ofStart = sizes.filter(([file]) => !isLanguage(file));
  return {
    start: ofStart.reduce((sum, [, size]) => sum + size, 0),
    languages: new Map(sizes.filter(([file]) => isLanguage(file))),
  };
}

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build, type InlineConfig } from 'vite';

/** How the window is bundled, for `npm run build` and the development server alike. */
export const windowConfig: InlineConfig = {
  configFile: false,
  root: 'renderer',
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [svelte({ configFile: '../svelte.config.js' })],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome156',
    sourcemap: false,
    // The notices that the licences of bundled packages ask for.
    license: { fileName: 'licenses.json' },
    // The policy allows neither inline scripts nor `data:` fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // How long each plugin took is of no use to whoever builds.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
};

/** Bundles the window to `out/renderer`; answers with the bytes of its code and styles, gzipped. */
export async function buildWindow(): Promise<number> {
  await build(windowConfig);
  return globSync('out/renderer/**/*.{html,js,css}')
    .map((file) => gzipSync(readFileSync(file)).length)
    .reduce((sum, size) => sum + size, 0);
}

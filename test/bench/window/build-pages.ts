import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { windowConfig } from '../../../tools/build/window.ts';

const pages = join(import.meta.dirname, 'page');

/** Builds the window as it is shipped, the plain list beside it, and what is run in their pages; into `folder`. */
export async function buildPages(folder: string): Promise<void> {
  await build({ ...windowConfig, build: { ...windowConfig.build, outDir: join(folder, 'window') } });
  await build({
    ...windowConfig,
    root: pages,
    plugins: [svelte({ configFile: resolve('svelte.config.js') })],
    build: {
      ...windowConfig.build,
      outDir: join(folder, 'plain'),
      rolldownOptions: { input: join(pages, 'plain.html') },
    },
  });
  for (const script of ['bridge', 'measures'])
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        target: 'chrome156',
        outDir: join(folder, 'scripts'),
        emptyOutDir: false,
        lib: { entry: join(pages, `${script}.ts`), formats: ['es'], fileName: script },
      },
    });
}

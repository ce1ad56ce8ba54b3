import { join } from 'node:path';
import { build } from 'vite';
import { windowConfig } from '../../../tools/build/window.ts';

const pages = join(import.meta.dirname, 'page');

/** Builds the window as it is shipped, and what is run in its page; into `folder`. */
export async function buildPages(folder: string): Promise<void> {
  await build({ ...windowConfig, build: { ...windowConfig.build, outDir: join(folder, 'window') } });
  for (const script of ['bridge', 'acts'])
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

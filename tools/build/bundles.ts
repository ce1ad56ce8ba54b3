import { chmod, stat } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

interface Bundle {
  readonly file: string;
  readonly entry: string;
  readonly format: 'es' | 'cjs';
  readonly target: string;
  readonly banner: string;
  /** Part of the app itself, and not a program beside it. */
  readonly inApp: boolean;
}

/** Electron 45 brings Node 24; the command line runs on what people have, and package.json promises Node 20.19. */
const bundles: readonly Bundle[] = [
  { file: 'index.js', entry: 'main/index.ts', format: 'es', target: 'node24', banner: '', inApp: true },
  // A sandboxed preload can only be one CommonJS file.
  { file: 'preload.cjs', entry: 'main/preload.ts', format: 'cjs', target: 'node24', banner: '', inApp: true },
  // A thread reads it inside the app's archive as CommonJS.
  { file: 'reading.cjs', entry: 'main/reading.ts', format: 'cjs', target: 'node24', banner: '', inApp: true },
  {
    file: 'cli.js',
    entry: 'main/cli.ts',
    format: 'es',
    target: 'node20.19',
    banner: '#!/usr/bin/env node',
    inApp: false,
  },
  {
    file: 'simulator.js',
    entry: 'main/simulator/command.ts',
    format: 'es',
    target: 'node20.19',
    banner: '#!/usr/bin/env node',
    inApp: false,
  },
];

/** Stays outside: the runtime's own modules, and node-notifier, whose programs cannot run from inside an archive. */
const external = ['electron', 'node-notifier', ...builtinModules, /^node:/];

/** Bundles each program of `main/` to one file in `out/main`; answers with each file's size in bytes. */
export async function buildMain(): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const bundle of bundles) sizes.set(`out/main/${bundle.file}`, await write(bundle, 'out/main', false));
  return sizes;
}

/** Bundles the app into a folder of its own, with the way to the development server in it. */
export async function buildForDevelopment(folder: string): Promise<void> {
  for (const bundle of bundles.filter(({ inApp }) => inApp)) await write(bundle, folder, true);
}

async function write(bundle: Bundle, folder: string, development: boolean): Promise<number> {
  const { file, entry, format, target, banner } = bundle;
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // What is only for development is left out of every other bundle.
    define: { DEVELOPMENT: JSON.stringify(development) },
    build: {
      ssr: true,
      target,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      // The notices that the licences of bundled packages ask for.
      license: { fileName: `${file}.licenses.json` },
      rolldownOptions: {
        input: entry,
        external,
        output: {
          format,
          entryFileNames: file,
          // What reads a feed of updates, and is loaded only where there is one.
          chunkFileNames: '[name].js',
          banner,
          codeSplitting: file === 'index.js',
          // Small, but with its names: a stack in a log tells the place.
          minify: { compress: { keepNames: { function: true, class: true } }, mangle: false, codegen: true },
        },
      },
    },
    resolve: {
      alias: [
        { find: /^ajv(-formats|\/dist\/2020\.js)$/, replacement: join(import.meta.dirname, 'no-schema.ts') },
        // The encodings of iconv-lite in which no file is tried.
        {
          find: /^\.\/(tables\/(cp936|gbk-added|gb18030-ranges|cp950|big5-added)\.json|sbcs-data(-generated)?|utf7|utf32)$/,
          replacement: join(import.meta.dirname, 'no-table.json'),
        },
      ],
    },
    ssr: { noExternal: true, target: 'node' },
  });
  const path = `${folder}/${file}`;
  if (banner !== '') await chmod(path, 0o755);
  return (await stat(path)).size;
}

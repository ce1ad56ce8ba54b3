import { chmod, stat } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { build } from 'vite';

interface Bundle {
  readonly file: string;
  readonly entry: string;
  readonly format: 'es' | 'cjs';
  readonly target: string;
  readonly banner: string;
}

/** Electron 45 brings Node 24; the command line runs on what people have, and package.json promises Node 20.19. */
const bundles: readonly Bundle[] = [
  { file: 'index.js', entry: 'main/index.ts', format: 'es', target: 'node24', banner: '' },
  // A sandboxed preload can only be one CommonJS file.
  { file: 'preload.cjs', entry: 'main/preload.ts', format: 'cjs', target: 'node24', banner: '' },
  { file: 'cli.js', entry: 'main/cli.ts', format: 'es', target: 'node20.19', banner: '#!/usr/bin/env node' },
  {
    file: 'simulator.js',
    entry: 'main/simulator/command.ts',
    format: 'es',
    target: 'node20.19',
    banner: '#!/usr/bin/env node',
  },
];

/** Stays outside: the runtime's own modules, and node-notifier, whose programs cannot run from inside an archive. */
const external = ['electron', 'node-notifier', ...builtinModules, /^node:/];

/** Bundles each program of `main/` to one file in `out/main`; answers with each file's size in bytes. */
export async function buildMain(): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const bundle of bundles) sizes.set(`out/main/${bundle.file}`, await write(bundle));
  return sizes;
}

async function write({ file, entry, format, target, banner }: Bundle): Promise<number> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target,
      outDir: 'out/main',
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: entry,
        external,
        output: {
          format,
          entryFileNames: file,
          banner,
          codeSplitting: false,
          // Small, but with its names: a stack in a log tells the place.
          minify: { compress: { keepNames: { function: true, class: true } }, mangle: false, codegen: true },
        },
      },
    },
    ssr: { noExternal: true, target: 'node' },
  });
  const path = `out/main/${file}`;
  if (banner !== '') await chmod(path, 0o755);
  return (await stat(path)).size;
}

import { chmod, rm, stat } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { build } from 'vite';

/** What is built from `main/`: entry -> file in `out/main`. Each becomes one file without imports of its own. */
const entries = [
  { name: 'cli', entry: 'main/cli.ts', banner: '#!/usr/bin/env node' },
  { name: 'simulator', entry: 'main/simulator/command.ts', banner: '' },
] as const;

/** Stays outside the bundles: the runtime's own modules. */
const external = ['electron', 'node-notifier', ...builtinModules, /^node:/];

await rm('out', { recursive: true, force: true });
for (const { name, entry, banner } of entries) {
  const file = `out/main/${name}.js`;
  await bundle(name, entry, banner);
  await chmod(file, 0o755);
  const { size } = await stat(file);
  console.log(`${file.padEnd(24)} ${(size / 1000).toFixed(1)} kB`);
}

async function bundle(name: string, entry: string, banner: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      // The command line runs on what people have; package.json promises Node 20.19.
      target: 'node20.19',
      outDir: 'out/main',
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { [name]: entry },
        external,
        output: { format: 'es', entryFileNames: '[name].js', banner, codeSplitting: false },
      },
    },
    ssr: { noExternal: true, target: 'node' },
  });
}

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copySources, type CopiedSources } from './copied-sources.ts';

let sources: CopiedSources;

beforeAll(() => {
  sources = copySources();
});

afterAll(() => sources.remove());

it('ends with a fault where main, the window, or a language has grown over its limit, and says by how much', () => {
  const weight = (bytes: number) => `globalThis.weight = '${randomBytes(bytes).toString('hex')}';\n`;
  // As hexadecimal digits a byte is two characters, and gzip gives one of them back.
  sources.change('main/index.ts', 'const platform', `${weight(400_000)}const platform`);
  sources.change('renderer/main.ts', 'start().catch', `${weight(100_000)}start().catch`);
  sources.change('words/ja.ts', 'export const', `${weight(20_000)}export const`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/build.ts'], {
    cwd: sources.folder,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^out\/main\/index\.js +\d+\.\d kB \(limit \d+\.\d kB\)$/m);
  expect(stdout).toMatch(/^out\/renderer, gzipped +\d+\.\d kB \(limit \d+\.\d kB\)$/m);
  expect(stderr).toMatch(/^out\/main\/index\.js is over its limit by \d+\.\d kB\.$/m);
  expect(stderr).toMatch(/^out\/renderer, gzipped is over its limit by \d+\.\d kB\.$/m);
  expect(stderr).toMatch(/ja-\S+\.js is over its limit by \d+\.\d kB\.$/m);
});

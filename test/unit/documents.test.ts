import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import * as v from 'valibot';

const root = resolve(import.meta.dirname, '../..');
const documents = globSync(['*.md', '.github/**/*.md', 'docs/**/*.md', 'test/**/*.md'], { cwd: root });
const packageJson = v.parse(
  v.object({
    scripts: v.record(v.string(), v.string()),
    optionalDependencies: v.record(v.string(), v.string()),
  }),
  JSON.parse(read('package.json')),
);

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** The text without its blocks of code, where brackets are no links and `#` begins a remark. */
function proseOf(file: string): string {
  return read(file).replace(/^```[^]*?^```/gm, '');
}

/** The anchors that GitHub makes of a document's headings. */
function anchorsOf(file: string): readonly string[] {
  return [...proseOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function deadLinksOf(file: string): readonly string[] {
  const links = [...proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? file : relative(root, join(root, dirname(file), path));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
}

describe.each(documents)('%s', (file) => {
  it('has no link that leads nowhere', () => expect(deadLinksOf(file)).toEqual([]));

  it('names only scripts that there are', () => {
    const named = [...read(file).matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });
});

test('the README is short enough to be read', () =>
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(150));

test('.nvmrc names the newest Node that the packages bring, of the one line that all of them are of', () => {
  const versions = Object.values(packageJson.optionalDependencies);
  const wanted = read('.nvmrc').trim();
  expect(versions).toContain(wanted);
  const [line, minor] = wanted.split('.').map(Number);
  for (const version of versions) {
    const [itsLine, itsMinor] = version.split('.').map(Number);
    expect(itsLine, version).toBe(line);
    expect(itsMinor, version).toBeLessThanOrEqual(minor ?? 0);
  }
});

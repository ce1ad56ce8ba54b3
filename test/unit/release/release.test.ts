import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { changelogPart } from '../../../tools/release/changelog-part.ts';
import { gatherFiles, sumsOf } from '../../../tools/release/gather.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the changelog’s part of a version', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\nNot yet.\n\n## 1.10.0 (2 January 2026)\n\nTen.\n\n### More\n\nOf it.\n\n## 1.1.0\n\n## 1.0.0\n\nFirst.\n';

  it.each([
    ['1.10.0', 'Ten.\n\n### More\n\nOf it.'],
    ['1.0.0', 'First.'],
    ['1.1.0', null],
    ['1.1', null],
    ['2.0.0', null],
    ['', null],
  ])('%s', (version, part) => expect(changelogPart(changelog, version)).toBe(part));

  it.each([
    ['1.10.0', 'v1.10.0', 'Ten.\n\n### More\n\nOf it.\n', ''],
    ['1.10.0', 'v1.1.0', '', 'The tag v1.1.0 is not that of version 1.10.0 in package.json.\n'],
    ['2.0.0', 'v2.0.0', '', 'CHANGELOG.md has no part “## 2.0.0”.\n'],
    ['2.0.0-beta.1', 'v2.0.0-beta.1', '', '2.0.0-beta.1 is a pre-release, whose feeds are not gathered.\n'],
  ])('of %s is printed for the tag %s, or why it is not', (version, tag, printed, reason) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }));
    writeFileSync(join(folder, 'CHANGELOG.md'), `${changelog}\n## 2.0.0-beta.1\n\nTo try.\n`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('tools/release-notes.ts'), tag], {
      ...{ cwd: folder, encoding: 'utf8' },
    });
    expect({ status, stdout, stderr }).toEqual({
      status: reason === '' ? 0 : 1,
      stdout: printed,
      stderr: reason,
    });
  });
});

describe('the files of a release', () => {
  function made(files: Readonly<Record<string, string>>) {
    const from = temporaryFolder();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(from, path)), { recursive: true });
      writeFileSync(join(from, path), text);
    }
    return { from, to: join(from, 'release') };
  }
  const feed = (version: string, ...urls: readonly string[]) =>
    `version: ${version}\nfiles:\n${urls.map((url) => `  - url: ${url}\n    sha512: sum\n`).join('')}path: ${urls[0]}\nsha512: sum\n`;

  it('are those of all systems, and both Macs have one feed', () => {
    const { from, to } = made({
      'installers-a/latest-mac.yml': feed('1.0.0', 'arm64.zip'),
      'installers-a/arm64.zip': 'one',
      'installers-b/latest-mac.yml': feed('1.0.0', 'x64.zip'),
      'installers-b/x64.zip': 'other',
      'notes/notes.md': 'not a file of it',
    });
    gatherFiles(from, to);
    expect(readdirSync(to).toSorted()).toEqual(['arm64.zip', 'latest-mac.yml', 'x64.zip']);
    expect(load(readFileSync(join(to, 'latest-mac.yml'), 'utf8'))).toEqual({
      version: '1.0.0',
      files: [
        { url: 'arm64.zip', sha512: 'sum' },
        { url: 'x64.zip', sha512: 'sum' },
      ],
      path: 'arm64.zip',
      sha512: 'sum',
    });
  });

  it.each([
    [
      'a feed names a file that is not there',
      { 'installers-a/latest.yml': feed('1.0.0', 'gone.exe') },
      'gone.exe',
    ],
    [
      'a file was made twice',
      { 'installers-a/app.exe': 'one', 'installers-b/app.exe': 'other' },
      'app.exe was made twice',
    ],
    [
      'the feeds are of two versions',
      {
        'installers-a/latest-mac.yml': feed('1.0.0', 'a.zip'),
        'installers-b/latest-mac.yml': feed('1.0.1', 'a.zip'),
      },
      'two versions',
    ],
  ])('are refused where %s', (_name, files, reason) => {
    const { from, to } = made(files);
    expect(() => gatherFiles(from, to)).toThrow(reason);
  });

  it('have sums that the usual program checks', () => {
    const { from } = made({ 'a file': 'one', b: 'two' });
    const sums = sumsOf(from);
    writeFileSync(join(from, 'SHA256SUMS'), sums);
    const { status, stdout } = spawnSync('sha256sum', ['--check', 'SHA256SUMS'], {
      cwd: from,
      encoding: 'utf8',
    });
    expect(stdout).toBe('a file: OK\nb: OK\n');
    expect(status).toBe(0);
  });
});

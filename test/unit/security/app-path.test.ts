import fc from 'fast-check';
import { relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOf } from '../../../main/security/app-path.ts';

const root = '/app/renderer';

describe('fileOf', () => {
  it.each([
    ['/index.html', '/app/renderer/index.html'],
    ['/', '/app/renderer/index.html'],
    ['/assets/index-1a2b.js', '/app/renderer/assets/index-1a2b.js'],
    ['/a%20b.css', '/app/renderer/a b.css'],
  ])('%s is %s', (path, file) => {
    expect(fileOf(root, path)).toBe(file);
  });

  it.each([
    '/../secret',
    '/..%2fsecret',
    '/%2e%2e/secret',
    '/assets/../index.html',
    '/..\\secret',
    '/..%5csecret',
    '/index.html%00.png',
    '/C:/windows/win.ini',
    '/%',
    '/%c0%ae%c0%ae/secret',
  ])('refuses %s', (path) => {
    expect(fileOf(root, path)).toBeNull();
  });

  it('never leaves the root', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const file = fileOf(root, `/${path}`);
        // A name may begin with two dots, and is in the root all the same.
        expect(file === null || relative(root, file).split(sep)[0] !== '..').toBe(true);
      }),
    );
  });
});

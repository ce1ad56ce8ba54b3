import { describe, expect, it } from 'vitest';
import { pageOfFeed } from '../../../../main/adapters/updates/feed.ts';

describe('the feed that a package names', () => {
  it.each([
    ['provider: generic\nurl: https://example.com/updates/\n', 'https://example.com/updates/'],
    ['provider: generic\nurl: http://127.0.0.1:8000/\n', 'http://127.0.0.1:8000/'],
    [
      'owner: somebody\nrepo: import-watch\nprovider: github\nupdaterCacheDirName: mi-import-watch-updater\n',
      'https://github.com/somebody/import-watch/releases/latest',
    ],
  ])('has a page: %s', (text, page) => expect(pageOfFeed(text)).toBe(page));

  it.each([
    'provider: generic\nurl: http://example.com/updates/\n',
    'provider: generic\nurl: file:///tmp/\n',
    'provider: s3\nbucket: updates\n',
    '',
  ])('is refused: %j', (text) => expect(() => pageOfFeed(text)).toThrow());
});

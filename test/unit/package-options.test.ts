import { describe, expect, it } from 'vitest';
import { optionsFrom } from '../../tools/package/from-environment.ts';

describe('what the environment adds to a package', () => {
  it('is nothing by itself: no feed, and a signature without a certificate', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(optionsFrom({}, platform)).toEqual({ words: [], remarks: [] });
  });

  it.each([
    ['https://example.com/updates', ['provider=generic', 'url=https://example.com/updates']],
    ['http://127.0.0.1:8000/', ['provider=generic', 'url=http://127.0.0.1:8000/']],
    ['github:owner/re.po-1', ['provider=github', 'owner=owner', 'repo=re.po-1']],
  ])('is a feed: %s', (feed, options) => {
    expect(optionsFrom({ IMPORT_WATCH_FEED: feed }, 'win32')).toEqual({
      words: options.map((option) => `-c.publish.${option}`),
      remarks: [],
    });
  });

  it.each(['http://example.com/', 'github:owner', 'example.com', 'ftp://example.com'])(
    'is never a feed on which anybody could lay another program: %s',
    (feed) => expect(() => optionsFrom({ IMPORT_WATCH_FEED: feed }, 'linux')).toThrow('IMPORT_WATCH_FEED'),
  );

  it('on macOS is a feed only with a certificate, since no other signatures agree', () => {
    const feed = { IMPORT_WATCH_FEED: 'https://example.com/' };
    const { words, remarks } = optionsFrom(feed, 'darwin');
    expect(words).toEqual([]);
    expect(remarks.join()).toContain('CSC_LINK');
    expect(optionsFrom({ ...feed, CSC_NAME: 'Somebody' }, 'darwin').words).toEqual([
      '-c.publish.provider=generic',
      '-c.publish.url=https://example.com/',
      '-c.mac.identity=',
    ]);
  });
});

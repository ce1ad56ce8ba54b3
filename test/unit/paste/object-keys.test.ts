import { unescape } from 'node:querystring';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, readObjectList, readObjects } from '../../../main/paste/object-keys.ts';
import { fitsOnLine } from '../../../main/paste/object-line.ts';
import { longestObjectKey } from '../../../main/model/registration.ts';

const read = (...lines: string[]) => readObjects(lines);
const readFor = (bucket: string, ...lines: string[]) => readObjects(lines, { bucket, most: Infinity });

describe('object keys', () => {
  it.each([
    ['media/film.mp4', null, 'media/film.mp4'],
    ['autumn ep 1.MOV', null, 'autumn ep 1.MOV'],
    ['s3://films-media/ a.mp4', 'films-media', ' a.mp4'],
    ['가을/드라마 1화.mkv', null, '가을/드라마 1화.mkv'],
    ['s3://films-media/a/b.webm', 'films-media', 'a/b.webm'],
    ['https://kr.object.ncloudstorage.com/films-media/a/b%20c.png', 'films-media', 'a/b c.png'],
    ['https://kr.object.ncloudstorage.com/films-media/%EA%B0%80%EC%9D%84.mp4', 'films-media', '가을.mp4'],
    ['https://films-media.kr.object.ncloudstorage.com/a/b.jpg', 'films-media', 'a/b.jpg'],
    ['https://films-media.kr.object.private.ncloudstorage.com/a.mp4', 'films-media', 'a.mp4'],
    ['https://kr.object.private.ncloudstorage.com/films-media/a.mp4', 'films-media', 'a.mp4'],
    ['https://kr.private.object.ncloudstorage.com/films-media/a.mp4', 'films-media', 'a.mp4'],
    ['https://kr.object.ncloudstorage.com/films-media/a.heic?X-Amz-Signature=abc', 'films-media', 'a.heic'],
    ['https://kr.object.ncloudstorage.com/films-media/100%.mp4', 'films-media', '100%.mp4'],
    ['https://films-media.kr.object.ncloudstorage.com/가을 %231%3f%5c.mp4', 'films-media', '가을 #1?\\.mp4'],
    [
      'https://films-media.kr.object.ncloudstorage.com/a.mp4?AWSAccessKeyId=a&Expires=1&Signature=b%2F%3D',
      'films-media',
      'a.mp4',
    ],
    ['100% a.mp4', null, '100% a.mp4'],
    ['photo.JPEG', null, 'photo.JPEG'],
  ])('%s', (line, bucket, key) => {
    expect(read(line)).toEqual({
      ...{ found: [{ bucket, key, line: 1, isUnknownKind: false }] },
      ...{ faulty: [], repeated: 0, left: 0 },
    });
  });

  it.each(['film', 'raw/ep.01', 'raw/2026.10.04', 'raw.d/film', '가을.제작'])(
    '%s says nothing of its kind, and is let through with that',
    (line) => {
      expect(read(line).found).toMatchObject([{ key: line, isUnknownKind: true }]);
    },
  );

  it.each([
    ['media/', 'folder'],
    ['notes.txt', 'extension'],
    ['film.avi', 'extension'],
    ['film.mp4.part', 'extension'],
    ['a.mp4\t1024', 'unprintable'],
    ['a\ud800.mp4', 'unprintable'],
    ['영\ufffd화.mp4', 'unprintable'],
    ['s3://films-media/영\ufffd화.mp4', 'unprintable'],
    ['s3://My_Bucket/a.mp4', 'bucket-name'],
    ['s3:///a.mp4', 'bucket-name'],
    ['s3://films-media/', 'no-key'],
    ['s3://films-media', 'no-key'],
    ['https://kr.object.ncloudstorage.com/films-media', 'no-key'],
    ['https://kr.object.ncloudstorage.com/', 'no-key'],
    ['https://example.com/a.mp4', 'no-key'],
    [`${'가'.repeat(400)}.mp4`, 'too-long'],
  ])('%s is %s', (line, fault) => {
    expect(read('', line).faulty).toMatchObject([{ line: 2, fault }]);
    expect(read(line).found).toEqual([]);
  });

  const before = 'https://films-media.kr.object.ncloudstorage.com/';
  it.each([
    ['a.mp4\t1024', 'unprintable'],
    ['a\n.mp4', 'unprintable'],
    ['a%09.mp4', 'unprintable'],
    ['a\ud800.mp4', 'unprintable'],
    ['ep01.mp4#2.mp4', 'ambiguous'],
    ['a.mp4?X-Amz-Signature=abc#2.mp4', 'ambiguous'],
    ['a/../b.mp4', 'ambiguous'],
    ['a/./b.mp4', 'ambiguous'],
    ['a/%2e%2E/b.mp4', 'ambiguous'],
    ['a/.%2e/b.mp4', 'ambiguous'],
    ['a\\b.mp4', 'ambiguous'],
    ['who?.mp4', 'ambiguous'],
    ['a.mp4?', 'ambiguous'],
    ['a.mp4?versionId=1', 'ambiguous'],
    ['100% a.mp4', 'ambiguous'],
    ['100%/%EA%B0%80.mp4', 'ambiguous'],
  ])('in an address, %s is %s, for it could mean another object', (path, fault) => {
    expect(read(`${before}${path}`)).toMatchObject({ found: [], faulty: [{ fault }] });
    expect(read(`https://kr.object.ncloudstorage.com/films-media/${path}`).faulty).toMatchObject([{ fault }]);
  });

  it.each([
    '2026-11-24 09:12:44  120333399 media/film.mp4',
    '2026-11-24 09:12:44  114.8 MiB media/film.mp4',
    '2026-11-24 09:12   120333399  s3://films-media/film.mp4',
    'upload: ./film.mp4 to s3://films-media/film.mp4',
    's3://films-media/a.mp4 s3://films-media/b.mp4',
    's3://films-media/a.mp4,s3://films-media/b.mp4',
    `${before}a.mp4 ${before}b.mp4`,
    '"media/film.mp4"',
    '"media/film.mp4",',
    '"media/film"',
    '{"Key": "media/film.mp4"}',
    'media/film.mp4,120333399',
    'a.mp4, b.mp4',
    'media/film.mp4  # the second cut',
    '# autumn',
    '                           PRE media/',
    '2026-11-24 09:12:44      PRE media/',
    '[2026-11-24 09:12:44 KST] 1.2GiB STANDARD film.mp4',
    '-rw-r--r-- 1 root root 120333399 Nov 24 09:12 film.mp4',
    '-rw-r--r--@ 1 root root 120333399 Nov 24 09:12 film.mp4',
    'drwxr-xr-x 2 root root 4096 Nov 24 09:12 media',
    'total 117516',
    '120333399 media/film.mp4',
    '- media/film.mp4',
    '* media/film.mp4',
    '• media/film.mp4',
    '-',
    'key: media/film.mp4',
    'File name = film.mp4',
    '<Key>media/film.mp4</Key>',
    '<Contents>',
    './media/film.mp4',
    '../film.mp4',
    '/mnt/media/film.mp4',
    'media\\film.mp4',
    '\\\\server\\media\\film.mp4',
    'D:/media/film.mp4',
    'file:///media/film.mp4',
    'gs://films-media/film.mp4',
    's3a://films-media/film.mp4',
    'kr.object.ncloudstorage.com/films-media/film.mp4',
    'films-media.kr.object.ncloudstorage.com/film.mp4',
  ])('%s is what a list has around its keys, and no key', (line) => {
    expect(read(line)).toMatchObject({ found: [], faulty: [{ fault: 'ambiguous' }] });
  });

  it.each([
    '2026-11-24 09-12-44.mp4',
    '2026-11-24 09:12:44.mp4',
    'Love, Actually.mp4',
    "it's #1.mov",
    '#1.mp4',
    '1. Intro.mp4',
    '01 - 오프닝.mp4',
    '2026 recap.mp4',
    '20261124 interview.mp4',
    '12:30 news.mp4',
    'Mission: Impossible.mp4',
    '-1.mp4',
    '<3.mp4',
    'total 12.mp4',
    '.hidden.mp4',
    'kr.object.mp4',
  ])('%s is a key all the same', (line) => {
    expect(read(line).found).toMatchObject([{ key: line }]);
  });

  it.each([
    ' a.mp4',
    '\u3000a.mp4',
    '\u00a0s3://films-media/a.mp4',
    ' https://kr.object.ncloudstorage.com/b-b/a.mp4',
  ])('that has a blank at an end may name another: %j', (line) => {
    expect(read(line).faulty).toMatchObject([{ fault: 'ambiguous' }]);
  });

  it.each(['a.mp4, b', '# autumn.mp4', '2026-11-24 09:12:44  1 a.mp4'])(
    '%s is the key of which an address says so',
    (key) => {
      expect(read(`s3://films-media/${key}`).found).toMatchObject([{ key }]);
    },
  );

  it.each(['key', 'Object Key', 'object_key', 'File name', 'name', '파일명', 'ファイル名'])(
    '%s above them is the heading of a column',
    (heading) => {
      expect(read('', heading, 'film.mp4')).toMatchObject({
        found: [{ key: 'film.mp4' }],
        faulty: [{ text: heading, line: 2, fault: 'ambiguous' }],
      });
      expect(read('film.mp4', heading).found).toHaveLength(2);
    },
  );

  it('stand once, however often they are named', () => {
    expect(read('a.mp4', 'b.mp4', 'a.mp4', 's3://films-media/a.mp4')).toMatchObject({
      found: [{ key: 'a.mp4' }, { key: 'b.mp4' }, { bucket: 'films-media', key: 'a.mp4' }],
      repeated: 1,
    });
    expect(readFor('films-media', 'a.mp4', 's3://films-media/a.mp4')).toMatchObject({
      found: [{ bucket: 'films-media', key: 'a.mp4' }],
      faulty: [],
      repeated: 1,
    });
  });

  it('have the bucket that their line names, and else the chosen one; the same key of two cannot be told apart', () => {
    const { found, faulty } = readFor('films-media', 's3://other-media/a.mp4', 'b.mp4', 'a.mp4');
    expect(found).toMatchObject([
      { bucket: 'other-media', key: 'a.mp4' },
      { bucket: 'films-media', key: 'b.mp4' },
    ]);
    expect(faulty).toEqual([{ text: 'a.mp4', line: 3, fault: 'same-key' }]);
    const [composed, decomposed] = ['가.mp4'.normalize('NFC'), '가.mp4'.normalize('NFD')];
    expect(readFor('films-media', composed, decomposed).faulty).toEqual([
      { text: decomposed, line: 2, fault: 'same-key' },
    ]);
  });

  it('are read up to a number, and the rest is counted', () => {
    const reading = readObjects(['a.mp4', '', 'b.mp4', 'c.mp4', 'a.mp4'], { bucket: null, most: 2 });
    expect(reading.found.map(({ key }) => key)).toEqual(['a.mp4', 'b.mp4']);
    expect(reading.left).toBe(2);
    expect(readObjects(['x/', 'y/', 'z/'], { bucket: null, most: 2 })).toMatchObject({ left: 1 });
  });

  it('show no signature of an address that is none', () => {
    expect(read('https://example.com/a.mp4?X-Amz-Signature=abc').faulty[0]!.text).toBe(
      'https://example.com/a.mp4',
    );
  });

  it('come from a file in any encoding; what is no text is told', () => {
    const wishes = { bucket: 'films-media', most: 10 };
    const list = 'autumn/가을.mp4\r\ns3://other-media/b.mov\r\n';
    const fromFile = readObjectList(Buffer.from(`\ufeff${list}`, 'utf16le'), wishes);
    expect(fromFile).toEqual(readObjectList(list, wishes));
    expect(fromFile.found).toHaveLength(2);
    expect(readObjectList(Buffer.from([0, 159, 146, 0, 150]), wishes).faulty).toMatchObject([
      { fault: 'not-text' },
    ]);
  });
});

describe('any lines', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      's3://',
      'https://',
      'kr.object.ncloudstorage.com',
      'films-media',
      '/',
      '.',
      '.mp4',
      '%',
      '%20',
      '가',
    ),
  );
  const line = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));

  it('give only what can be sent as it is, each object once, and lose no line', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.option(fc.constant('films-media')),
        (lines, bucket) => {
          const { found, faulty, repeated, left } = readObjects(lines, { bucket, most: 12 });
          for (const object of found) {
            expect(object.key).not.toBe('');
            expect(object.key.isWellFormed()).toBe(true);
            expect(object.key.endsWith('/')).toBe(false);
            expect(new TextEncoder().encode(object.key).length).toBeLessThanOrEqual(longestObjectKey);
            if (bucket !== null) expect(object.bucket).not.toBeNull();
          }
          expect(new Set(found.map((each) => JSON.stringify([each.bucket, each.key]))).size).toBe(
            found.length,
          );
          const written = lines.filter((each) => each.trim() !== '').length;
          expect(found.length + faulty.length + repeated + left).toBe(written);
        },
      ),
      { numRuns: 500 },
    );
  });

  const odd = [
    ...['가을', ' ', '%20', '100%', '#', '?', '+', '\t', '\n', '\\'],
    ...['/', '/../', '/./', '..', '%2e%2e'],
  ];
  const name = fc
    .array(fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom(...odd)), { minLength: 1, maxLength: 4 })
    .map((parts) => `a${parts.join('')}b.mp4`);
  const addresses = (path: string) => [
    `https://kr.object.ncloudstorage.com/films-media/${path}`,
    `https://films-media.kr.object.ncloudstorage.com/${path}`,
  ];

  it('written as s3:// or as an address mean the same object, but for steps through folders, which mean none', () => {
    fc.assert(
      fc.property(name, (key) => {
        const parts = key.split('/');
        const hasSteps = parts.includes('.') || parts.includes('..');
        const { found } = read(`s3://films-media/${key}`);
        expect(found).toMatchObject(/\p{Cc}/u.test(key) ? [] : [{ bucket: 'films-media', key }]);
        for (const address of addresses(parts.map(encodeURIComponent).join('/')))
          for (const text of [address, `${address}?X-Amz-Date=1`])
            expect(read(text).found).toEqual(hasSteps ? [] : found);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ...['240115 news.mp4', '/intro.mp4', '- teaser.mp4', '# 1 hit.mp4', 'a\\b.mp4', ' a.mp4', '"a".mp4'],
    ...['ep01.mp4, director cut.mov', '100%.mp4', 'a%20b.mp4', 'who?.mp4', 'a.mp4?b#c.mp4', 's3://a.mp4'],
    ...['//a.mp4', './a.mp4', '../a.mp4', 'Path: home.mp4', 'name', '2026-11-24 10:00 news.mp4'],
  ])('written as s3:// with its bucket is read, though by itself it may be doubtful: %s', (key) => {
    expect(fitsOnLine(key)).toBe(true);
    expect(read(`s3://films-media/${key}`).found).toMatchObject([{ bucket: 'films-media', key }]);
  });

  it('fit on a line where just that key is read from it', () => {
    const any = fc
      .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), part, fc.constantFrom(...odd)), {
        maxLength: 6,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(any, name), fc.constantFrom('', ' ', '\ufeff', '.mp4'), (start, end) => {
        const key = `${start}b${end}`;
        fc.pre(!/\.(?!mp4$)[^./]*$/.test(key));
        const { found } = read(...linesOf(`s3://films-media/${key}`)!);
        expect(found.some((object) => object.key === key)).toBe(fitsOnLine(key));
      }),
      { numRuns: 500 },
    );
  });

  it('put behind a host as they are mean the object of that name, or as it is decoded, and never another one', () => {
    fc.assert(
      fc.property(name, (key) => {
        for (const address of addresses(key))
          for (const object of read(address).found) expect([key, unescape(key)]).toContain(object.key);
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readObjects } from '../../../main/paste/object-keys.ts';

const read = (...lines: string[]) => readObjects(lines);

describe('object keys', () => {
  it.each([
    ['media/film.mp4', null, 'media/film.mp4'],
    ['  autumn ep 1.MOV ', null, 'autumn ep 1.MOV'],
    ['가을/드라마 1화.mkv', null, '가을/드라마 1화.mkv'],
    ['s3://films-media/a/b.webm', 'films-media', 'a/b.webm'],
    ['https://kr.object.ncloudstorage.com/films-media/a/b%20c.png', 'films-media', 'a/b c.png'],
    ['https://films-media.kr.object.ncloudstorage.com/a/b.jpg', 'films-media', 'a/b.jpg'],
    ['https://kr.object.ncloudstorage.com/films-media/a.heic?X-Amz-Signature=abc', 'films-media', 'a.heic'],
    ['100% a.mp4', null, '100% a.mp4'],
  ])('%s', (line, bucket, key) => {
    expect(read(line)).toEqual({ found: [{ bucket, key }], faulty: [], repeated: 0 });
  });

  it.each([
    ['media/', 'folder'],
    ['notes.txt', 'extension'],
    ['film', 'extension'],
    ['s3://My_Bucket/a.mp4', 'bucket-name'],
    ['s3://films-media/', 'no-key'],
    ['s3://films-media', 'no-key'],
    ['https://kr.object.ncloudstorage.com/films-media', 'no-key'],
    ['https://example.com/a.mp4', 'no-key'],
    [`${'가'.repeat(400)}.mp4`, 'too-long'],
  ])('%s is %s', (line, fault) => {
    expect(read('', line).faulty).toMatchObject([{ line: 2, fault }]);
    expect(read(line).found).toEqual([]);
  });

  it('stand once, however often they are named', () => {
    expect(read('a.mp4', 'b.mp4', 'a.mp4', 's3://films-media/a.mp4')).toMatchObject({
      found: [{ key: 'a.mp4' }, { key: 'b.mp4' }, { bucket: 'films-media', key: 'a.mp4' }],
      repeated: 1,
    });
  });

  it('show no signature of an address that is none', () => {
    expect(read('https://example.com/a.mp4?X-Amz-Signature=abc').faulty[0]!.text).toBe(
      'https://example.com/a.mp4',
    );
  });
});

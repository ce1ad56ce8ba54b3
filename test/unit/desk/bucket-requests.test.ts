import { describe, expect, it } from 'vitest';
import type { BucketClient } from '../../../main/bucket/bucket-client.ts';
import { createBucketRequests, createObjectLook } from '../../../main/desk/bucket-requests.ts';
import type { MediaIntelligenceClient } from '../../../main/mi/client.ts';
import type { BucketPage, ObjectState } from '../../../main/model/bucket.ts';
import type { ProblemKind } from '../../../main/model/problem.ts';
import type { Reply } from '../../../main/model/reply.ts';
import { problemOf } from '../monitor/stage.ts';

const gigabyte = 1024 ** 3;
const empty: BucketPage = { folders: [], objects: [], skipped: 0, next: null };

function requestsWith({
  page = empty as BucketPage | ProblemKind,
  mayRegister = true,
  hasClient = true,
  hasBuckets = true,
} = {}) {
  const asked: unknown[] = [];
  const reply: Reply<BucketPage> =
    typeof page === 'string'
      ? { kind: 'problem', problem: problemOf(page) }
      : { kind: 'answer', value: page };
  const client: BucketClient = {
    list: (...place) => {
      asked.push(place);
      return Promise.resolve(reply);
    },
    stateOf: () => Promise.reject(new Error('not asked here')),
  };
  const requests = createBucketRequests({
    client: () => (hasClient ? ({} as MediaIntelligenceClient) : null),
    bucketClient: () => (hasBuckets ? client : null),
    mayRegister: () => mayRegister,
  });
  const list = (prefix = '') =>
    requests.listBucket({ account: 'a1', bucket: 'w-media', prefix, after: null });
  return { asked, list };
}

const object = (key: string, size = 1) => ({ key, size, changedAt: 1 });

describe('looking into a bucket', () => {
  it('gives folders and files the names that they have in their folder, and keeps the keys', async () => {
    const page = {
      ...empty,
      folders: ['autumn/raw/'],
      objects: [object('autumn/ra_01.mov'), object('autumn/ra\u202e02.mov')],
      next: { by: 'token', value: 't' },
    } as const;
    expect(await requestsWith({ page }).list('autumn/ra')).toEqual({
      kind: 'answer',
      value: {
        folders: [{ prefix: 'autumn/raw/', name: 'raw/' }],
        objects: [
          { key: 'autumn/ra_01.mov', name: 'ra_01.mov', size: 1, changedAt: 1, unfit: null },
          { key: 'autumn/ra\u202e02.mov', name: 'ra 02.mov', size: 1, changedAt: 1, unfit: null },
        ],
        skipped: 0,
        next: { by: 'token', value: 't' },
      },
    });
  });

  it.each([
    ['film.mp4', 10 * gigabyte, null],
    ['film.MKV', 10 * gigabyte + 1, 'video-too-large'],
    ['film.webm', 1, null],
    ['film.mov', 1, null],
    ['still.PNG', 10 * 1024 ** 2, null],
    ['still.jpg', 10 * 1024 ** 2 + 1, 'picture-too-large'],
    ['still.jpeg', 1, null],
    ['still.heic', 1, null],
    ['script.pdf', 1, 'extension'],
    ['film.mp4.part', 1, 'extension'],
    // Nothing says what it is.
    ['film', 1, null],
    ['film.mp4 ', 1, 'unprintable'],
    ['fi\ufffdlm.mp4', 1, 'unprintable'],
    ['a, s3://films/film.mp4', 1, 'unprintable'],
    [' film.mp4', 1, null],
    ['s3://film.mp4', 1, null],
    ['fi\nlm.mp4', 1, 'unprintable'],
  ])('says of %s with %i bytes whether it would be imported: %s', async (key, size, unfit) => {
    const { list } = requestsWith({ page: { ...empty, objects: [object(key, size)] } });
    expect(await list()).toMatchObject({ value: { objects: [{ unfit }] } });
  });

  it.each([
    [{ mayRegister: false }, 'registering-off'],
    [{ hasClient: false }, 'no-usable-key'],
    [{ hasBuckets: false }, 'no-object-storage'],
  ])('asks nothing where %o', async (lack, code) => {
    const { list, asked } = requestsWith(lack);
    await expect(list()).rejects.toMatchObject({ error: { code } });
    expect(asked).toEqual([]);
  });

  it('hands a problem on', async () => {
    expect(await requestsWith({ page: 'permission' }).list()).toMatchObject({
      kind: 'problem',
      problem: { kind: 'permission' },
    });
  });
});

describe('what there is to say of an object before it is registered again', () => {
  const source = { bucket: 'w-media', key: 'a.mp4' };
  const registeredAt = 1_000_000;

  function lookWith(...states: (ObjectState | ProblemKind)[]) {
    const asked: string[] = [];
    const look = createObjectLook({
      bucketClient: () => ({
        list: () => Promise.reject(new Error('not asked here')),
        stateOf: (_bucket, key) => {
          asked.push(key);
          const state = states[asked.length - 1]!;
          return Promise.resolve(
            typeof state === 'string'
              ? { kind: 'problem', problem: problemOf(state) }
              : { kind: 'answer', value: state },
          );
        },
      }),
    });
    return { asked, look };
  }

  it.each([
    [999_000, registeredAt, { kind: 'unchanged', changedAt: 999_000 }],
    // Both may have been in the same second, and in either order.
    [999_001, registeredAt, null],
    [1_000_001, registeredAt, null],
    [null, registeredAt, null],
    [999_000, null, null],
  ])('last written at %s, registered at %s: %o', async (changedAt, at, news) => {
    const { look } = lookWith({ isThere: true, changedAt }, { isThere: true, changedAt });
    expect(await look('a1', { source, outcome: 'failed' }, at)).toEqual(news);
    expect(await look('a1', { source, outcome: 'not-valid' }, at)).toEqual(news);
  });

  it('is whether it is there now, where it was not', async () => {
    const { look } = lookWith({ isThere: true, changedAt: 1 }, { isThere: false });
    expect(await look('a1', { source, outcome: 'file-not-there' }, registeredAt)).toEqual({ kind: 'there' });
    expect(await look('a1', { source, outcome: 'file-not-there' }, registeredAt)).toEqual({ kind: 'gone' });
  });

  it('is that it is gone, whatever the failure was', async () => {
    const { look } = lookWith({ isThere: false });
    expect(await look('a1', { source, outcome: 'failed' }, null)).toEqual({ kind: 'gone' });
  });

  it('is nothing where the bucket cannot be asked, and it is not asked again', async () => {
    const { look, asked } = lookWith('permission', { isThere: false });
    expect(await look('a1', { source, outcome: 'failed' }, registeredAt)).toBeNull();
    expect(await look('a1', { source, outcome: 'failed' }, registeredAt)).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('is nothing of what has no object', async () => {
    const { look, asked } = lookWith();
    expect(await look('a1', { source: null, outcome: 'failed' }, registeredAt)).toBeNull();
    expect(asked).toEqual([]);
  });
});

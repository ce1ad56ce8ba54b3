import '../../../support/electron-path.ts';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolderInMemory } from '../../../support/temporary-folder.ts';
import { changesOf, noticeOf, watchOf } from './entries.ts';
import { listed, openIn } from './opened.ts';

const none = Buffer.alloc(0);
const pageBytes = 4_096;

/** The store's files as they are on disk. */
interface Image {
  readonly file: Buffer;
  readonly log: Buffer;
}

function imageOf(folder: string): Image {
  const file = join(folder, 'watchlist.db');
  return { file: readFileSync(file), log: readFileSync(`${file}-wal`) };
}

/** The rows that a start finds after a power loss left these files. */
async function foundIn({ file, log }: Image) {
  const folder = temporaryFolderInMemory();
  writeFileSync(join(folder, 'watchlist.db'), file);
  if (log.length > 0) writeFileSync(join(folder, 'watchlist.db-wal'), log);
  const store = await openIn(folder);
  expect(store.warnings).toEqual([]);
  await store.close();
  return listed(store.stored);
}

/** The files and the rows after each of several saves, and the file after a checkpoint. Each save changes several pages. */
async function savesOf(labels: readonly string[]) {
  const folder = join(temporaryFolderInMemory(), 'user');
  mkdirSync(folder);
  const store = await openIn(folder);
  await store.save(changesOf({ watches: [watchOf(1)] }));
  const images = [imageOf(folder)];
  const lists = [await foundIn(images[0]!)];
  for (const [number, label] of labels.entries()) {
    const watches = Array.from({ length: 20 }, (_, index) => watchOf(index + 1, `${number} ${label}`));
    await store.save(changesOf({ watches, notices: [noticeOf(number + 1)] }));
    images.push(imageOf(folder));
    lists.push(await foundIn(images.at(-1)!));
  }
  await store.close();
  const file = readFileSync(join(folder, 'watchlist.db'));
  rmSync(folder, { recursive: true });
  return { images, lists, checkpointed: file };
}

const labels = fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { minLength: 1, maxLength: 5 });
const severalSeconds = 60_000;

test(
  'a power loss during a save leaves the saves before it, and all or nothing of that save',
  { timeout: severalSeconds },
  async () => {
    const losses = fc.record({
      share: fc.integer({ min: 0, max: 1_000 }),
      tail: fc.constantFrom('missing', 'zeros', 'noise'),
      seed: fc.nat(255),
    });
    await fc.assert(
      fc.asyncProperty(labels, fc.array(losses, { minLength: 8, maxLength: 8 }), async (texts, all) => {
        const { images, lists } = await savesOf(texts);
        const { file, log } = images.at(-1)!;
        for (const { share, tail, seed } of all) {
          const cut = Math.round((log.length * share) / 1_000);
          const rest = Buffer.alloc(log.length - cut, seed).map((byte, at) => (byte + at * seed) & 0xff);
          const end = { missing: none, zeros: Buffer.alloc(rest.length), noise: Buffer.from(rest) }[tail];
          const found = await foundIn({ file, log: Buffer.concat([log.subarray(0, cut), end]) });
          const saved = images.findLastIndex(({ log: before }) => before.length <= cut);
          const whole = saved === -1 ? new Map() : lists[saved];
          expect(found, `${cut} of ${log.length} bytes, then ${tail}`).toEqual(whole);
        }
      }),
      { numRuns: 25 },
    );
  },
);

test('a power loss during a checkpoint loses nothing', { timeout: severalSeconds }, async () => {
  await fc.assert(
    fc.asyncProperty(
      labels,
      fc.array(fc.constantFrom('old', 'new', 'torn'), { minLength: 30, maxLength: 30 }),
      async (texts, fates) => {
        const { images, lists, checkpointed } = await savesOf(texts);
        const { file, log } = images.at(-1)!;
        const pages = Array.from({ length: checkpointed.length / pageBytes }, (_, index) => {
          const [from, to] = [index * pageBytes, (index + 1) * pageBytes];
          const before = Buffer.concat([file.subarray(from, to), Buffer.alloc(pageBytes)]).subarray(
            0,
            pageBytes,
          );
          const after = checkpointed.subarray(from, to);
          const torn = Buffer.concat([after.subarray(0, 512), before.subarray(512)]);
          return { old: before, new: after, torn }[fates[index % fates.length]!];
        });
        expect(await foundIn({ file: Buffer.concat(pages), log })).toEqual(lists.at(-1));
      },
    ),
    { numRuns: 25 },
  );
});

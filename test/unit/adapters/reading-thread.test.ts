import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createReadingThread } from '../../../main/adapters/reading-thread.ts';
import type { Wishes } from '../../../main/paste/collector.ts';
import { readObjectList } from '../../../main/paste/object-keys.ts';
import { understand } from '../../../main/paste/understand.ts';

const program = join(import.meta.dirname, '../../../main/reading.ts');
const wishesFor = (text: Wishes['text']): Wishes => ({
  ...{ text, workspace: 'drama', projectId: 1, uses: [] },
  watched: new Set(['drama/5679']),
});

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'reading-'))));
afterEach(() => void vi.useRealTimers());
afterAll(() => rmSync(folder, { recursive: true }));

/** A thread of another program, which the text of each message runs. */
function threadOf() {
  const path = join(folder, 'other.cjs');
  writeFileSync(
    path,
    `const { parentPort, threadId } = require('node:worker_threads');
    parentPort.on('message', ({ text }) =>
      parentPort.postMessage(new Function('threadId', Buffer.from(text).toString('utf16le'))(threadId)));`,
  );
  const { understand: read } = createReadingThread(path);
  return (text: string) => read(wishesFor(text));
}

describe('the thread that reads texts', () => {
  it('answers as the reader does, in the order of the questions', async () => {
    const { understand: read } = createReadingThread(program);
    const texts = ['5678-5680', new Uint8Array(Buffer.from('asset_id\n5681')), 'what?', ''];
    expect(await Promise.all(texts.map((text) => read(wishesFor(text))))).toEqual(
      texts.map((text) => understand(wishesFor(text))),
    );
  });

  it('reads object keys for the one who registers files, in between', async () => {
    const { understand: read, readObjects } = createReadingThread(program);
    const wishes = { bucket: 'films-media', most: 10 };
    const texts = [
      'autumn/가을.mp4',
      Buffer.from('\ufeffautumn/가을.mp4', 'utf16le'),
      Buffer.from([0, 1, 2, 3, 0]),
    ];
    const [asset, ...objects] = await Promise.all([
      read(wishesFor('5678')),
      ...texts.map((text) => readObjects(text, wishes)),
    ]);
    expect(asset).toEqual(understand(wishesFor('5678')));
    expect(objects).toEqual(texts.map((text) => readObjectList(text, wishes)));
  });

  it('leaves this thread to others while a text is read', async () => {
    const path = join(folder, 'turn');
    // It waits for a file that this thread writes meanwhile.
    const reading = threadOf()(`while (!process.getBuiltinModule('fs').existsSync('${path}')); return 1;`);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    writeFileSync(path, '');
    expect(await reading).toBe(1);
  });

  it('hands on each sign of a text as it is, and each byte of a file', async () => {
    const { understand: read } = createReadingThread(program);
    const label = 'a\ud800\ufeff\u0000가😀';
    const texts = [`asset_id,label\n5678,${label}`, Buffer.from('\ufeffasset_id\n5678', 'utf16le')];
    for (const text of texts) expect(await read(wishesFor(text))).toEqual(understand(wishesFor(text)));
  });

  it('a text that breaks it costs that text alone', async () => {
    const run = threadOf();
    await expect(run('throw new Error("broken")')).rejects.toThrow('broken');
    expect(await run('return 1')).toBe(1);
    await expect(run('process.exit()')).rejects.toThrow('ended');
    expect(await run('return 2')).toBe(2);
  });

  it('a text that takes all its memory costs that text alone', async () => {
    const run = threadOf();
    const greedy = 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length));';
    await expect(run(greedy)).rejects.toThrow('memory');
    expect(await run('return 1')).toBe(1);
  });

  it('a text without an end is given up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const run = threadOf();
    const endless = run('for (;;);');
    vi.advanceTimersByTime(60_000);
    await expect(endless).rejects.toThrow('took too long');
    expect(await run('return 1')).toBe(1);
  });

  it('a text that ends just as it is given up answers no other', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const run = threadOf();
    const path = join(folder, 'answered');
    const late = run(
      `process.getBuiltinModule('worker_threads').parentPort.postMessage('late');
      process.getBuiltinModule('fs').writeFileSync('${path}', '');`,
    );
    late.catch(() => undefined);
    // The answer is under way, and nobody here has looked at it.
    while (!existsSync(path));
    vi.advanceTimersByTime(60_000);
    expect(await run('return 1')).toBe(1);
    await expect(late).rejects.toThrow('took too long');
  });

  it('ends when nobody has asked for long, and begins again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const run = threadOf();
    const first = await run('return threadId');
    expect(await run('return threadId')).toBe(first);
    vi.advanceTimersByTime(60_000);
    expect(await run('return threadId')).not.toBe(first);
  });

  it('knows nothing of what the app was started with', async () => {
    process.env['NCLOUD_SECRET_KEY'] = 'secret';
    try {
      expect(await threadOf()('return Object.keys(process.env)')).toEqual([]);
    } finally {
      delete process.env['NCLOUD_SECRET_KEY'];
    }
  });
});

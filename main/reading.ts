import { parentPort } from 'node:worker_threads';
import type { Wishes } from './paste/collector.ts';
import { understand } from './paste/understand.ts';

interface Sent extends Wishes {
  readonly text: Uint8Array<ArrayBuffer>;
  readonly isText: boolean;
}

/** The program of the reading thread: each text that it is sent is answered with what it means, in the same order. */
parentPort?.on('message', ({ text, isText, ...wishes }: Sent) => {
  const read = isText ? Buffer.from(text.buffer).toString('utf16le') : text;
  parentPort?.postMessage(understand({ ...wishes, text: read }));
});

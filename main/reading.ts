import { parentPort } from 'node:worker_threads';
import type { Wishes } from './paste/collector.ts';
import { readObjectList, type ObjectWishes } from './paste/object-keys.ts';
import { understand } from './paste/understand.ts';

interface OfText {
  readonly text: Uint8Array<ArrayBuffer>;
  readonly isText: boolean;
}
type Sent = OfText & ((Wishes & { readonly for: 'assets' }) | (ObjectWishes & { readonly for: 'objects' }));

/** The program of the reading thread: each text that it is sent is answered with what it means, in the same order. */
parentPort?.on('message', (sent: Sent) => {
  const text = sent.isText ? Buffer.from(sent.text.buffer).toString('utf16le') : sent.text;
  parentPort?.postMessage(sent.for === 'assets' ? understand({ ...sent, text }) : readObjectList(text, sent));
});

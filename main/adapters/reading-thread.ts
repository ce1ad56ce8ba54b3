import { Worker } from 'node:worker_threads';
import type { FoundObjects, Understanding } from '../contract.ts';
import type { Wishes } from '../paste/collector.ts';
import type { ObjectWishes } from '../paste/object-keys.ts';

type Text = Wishes['text'];

interface Waiting {
  readonly resolve: (meaning: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** In ms. The longest of texts takes some seconds; an idle thread holds some megabytes that a tray app gives back. */
const times = { patience: 60_000, idle: 60_000 };

/**
 * Reads what people paste in a thread of its own, so that not even two megabytes hold up the tray, the window or an answer of the service.
 * It begins with the first text. A text that breaks it, or takes all its memory or time, costs what waits for it at that time, and nothing else.
 *
 * @param program Path of the thread's program, which answers each message with one. Electron reads it inside the app's archive, too (19 and later).
 *   It is told what the text is read for. Of what is `isText`, the text is sent in UTF-16.
 */
export function createReadingThread(program: string) {
  let worker: Worker | null = null;
  /** In the order in which they asked, and are answered. */
  let waiting: Waiting[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin(): Worker {
    // Keys may be among what the app was started with.
    const begun = new Worker(program, {
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const endThis = (why: Error) => begun === worker && end(why);
    begun.unref();
    begun.on('message', (meaning: unknown) => {
      // Given up, it may have answered in that very moment: what waits now waits for another thread.
      if (begun !== worker) return;
      waiting.shift()?.resolve(meaning);
      watchTime();
    });
    begun.on('error', endThis);
    begun.on('exit', () => endThis(new Error('The thread that reads texts has ended.')));
    return begun;
  }

  function end(why: Error): void {
    clearTimeout(timer);
    const [ended, dropped] = [worker, waiting];
    [worker, waiting] = [null, []];
    void ended?.terminate();
    for (const { reject } of dropped) reject(why);
  }

  function watchTime(): void {
    clearTimeout(timer);
    const why = new Error('The thread that reads texts took too long.');
    timer = setTimeout(() => end(why), waiting.length > 0 ? times.patience : times.idle);
    timer.unref();
  }

  const ask = <Meaning>({ text, ...beside }: { readonly text: Text; readonly for: string }) =>
    new Promise<Meaning>((resolve, reject) => {
      worker ??= begin();
      waiting.push({ resolve: (meaning) => resolve(meaning as Meaning), reject });
      const bytes = bytesOf(text);
      worker.postMessage({ ...beside, text: bytes, isText: typeof text === 'string' }, [bytes.buffer]);
      watchTime();
    });

  /** Both reject where the thread fails at it. */
  return {
    understand: (wishes: Wishes) => ask<Understanding>({ ...wishes, for: 'assets' }),
    readObjects: (text: Text, wishes: ObjectWishes) => ask<FoundObjects>({ ...wishes, text, for: 'objects' }),
  };
}

/** Handed over without another copy. To send a string of two megabytes as it is takes 13 ms (V8 14, 2 × AMD EPYC), and this one or two. */
function bytesOf(text: Text): Uint8Array<ArrayBuffer> {
  if (typeof text !== 'string') return Uint8Array.from(text);
  const bytes = Buffer.alloc(2 * text.length);
  bytes.write(text, 'utf16le');
  return bytes;
}

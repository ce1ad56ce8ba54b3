import type { Writable } from 'node:stream';

/** Resolves with null once the line was taken, or with why nobody takes it. Never rejects. */
export type WriteLine = (line: string) => Promise<NodeJS.ErrnoException | null>;

/**
 * Writes each line once the one before was taken: a stream that has several sends them together, and where it breaks, what was read of
 * them would be called lost with the others. One that broke takes nothing more: it may keep what it is given for ever.
 */
export function lineWriter(stream: Writable): WriteLine {
  // Each line hears by itself that it was lost.
  stream.on('error', () => undefined);
  let before: ReturnType<WriteLine> = Promise.resolve(null);
  const write = (line: string): ReturnType<WriteLine> =>
    new Promise((resolve) => {
      stream.write(`${line}\n`, (error) => resolve(error ?? null));
    });
  return (line) => {
    before = before
      .then((broken) => broken ?? write(line))
      // A file throws at once in some releases of Node.
      .catch((error: NodeJS.ErrnoException) => error);
    return before;
  };
}

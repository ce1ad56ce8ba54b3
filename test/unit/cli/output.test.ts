import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { lineWriter } from '../../../main/cli/line-writer.ts';
import { createOutput } from '../../../main/cli/output.ts';

/** A pipe whose reader goes after so many lines. What comes together is lost together. */
function pipeOf(most: number) {
  const read: string[] = [];
  const gone = Object.assign(new Error('broken pipe'), { code: 'EPIPE' });
  const take = (chunks: readonly string[], done: (error?: Error) => void) =>
    setImmediate(() => {
      for (const chunk of chunks) {
        if (read.length === most) return done(gone);
        read.push(chunk);
      }
      done();
    });
  const stream = new Writable({
    decodeStrings: false,
    // As the standard streams are.
    autoDestroy: false,
    write: (chunk: string, _encoding, done) => take([chunk], done),
    writev: (chunks, done) =>
      take(
        chunks.map(({ chunk }) => String(chunk)),
        done,
      ),
  });
  return { stream, read };
}

const lines = ['one', 'two', 'three', 'four', 'five'];

async function tell(isWork: boolean) {
  const [out, err] = [pipeOf(2), pipeOf(Infinity)];
  const ports = { out: lineWriter(out.stream), err: lineWriter(err.stream), coloured: false };
  const output = createOutput(ports, 'en', isWork);
  for (const line of lines) output.text(line);
  const isWhole = await output.flushed();
  return { read: out.read, onTheSide: err.read, isWhole, isUnheard: output.unheard.aborted };
}

test('of work, each line stands in one of both places, once', async () => {
  expect(await tell(true)).toEqual({
    read: ['one\n', 'two\n'],
    onTheSide: ['three\n', 'four\n', 'five\n'],
    isWhole: true,
    isUnheard: false,
  });
});

test('what is only watched is over where nobody reads', async () => {
  expect(await tell(false)).toEqual({
    read: ['one\n', 'two\n'],
    onTheSide: [],
    isWhole: true,
    isUnheard: true,
  });
});

test('a stream that throws has not taken the line', async () => {
  const stream = new Writable();
  stream.write = () => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  };
  const write = lineWriter(stream);
  expect(await write('one')).toMatchObject({ code: 'ENOSPC' });
  expect(await write('two')).toMatchObject({ code: 'ENOSPC' });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result, Understanding } from '../../../../main/contract.ts';
import { createReading } from '../../../../renderer/views/add/understanding.svelte.ts';

const delayMs = 200;

function understood(assetId: number): Result<Understanding> {
  const reference = { workspace: 'drama', projectId: 1234, assetId };
  return {
    ok: true,
    value: {
      found: [{ reference, label: null, fileName: null, watched: false }],
      notUnderstood: [],
      repeated: 0,
      shortened: 0,
    },
  };
}

const refused: Result<Understanding> = {
  ok: false,
  error: { code: 'bad-field', field: 'text', fault: 'too-long' },
};

const idsOf = (answer: Understanding | null): readonly number[] | null =>
  answer === null ? null : answer.found.map(({ reference }) => reference.assetId);

describe('reading of a pasted text', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks once for a text that is typed without a pause', async () => {
    const reading = createReading<Understanding>(delayMs);
    const ask = vi.fn(() => Promise.resolve(understood(5678)));
    for (const text of ['5', '56', '567', '5678']) {
      reading.read(text, ask);
      await vi.advanceTimersByTimeAsync(delayMs - 1);
    }
    expect(ask).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ask).toHaveBeenCalledOnce();
    expect(idsOf(reading.answer)).toEqual([5678]);
    expect(reading.pending).toBe(false);
  });

  it('drops the answer to an older text, also when it comes last', async () => {
    const reading = createReading<Understanding>(delayMs);
    const older = Promise.withResolvers<Result<Understanding>>();
    reading.read('1', () => older.promise);
    await vi.advanceTimersByTimeAsync(delayMs);
    reading.read('2', () => Promise.resolve(understood(2)));
    await vi.advanceTimersByTimeAsync(delayMs);
    older.resolve(understood(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(idsOf(reading.answer)).toEqual([2]);
  });

  it('does not call the newer text answered while only the older answer has come', async () => {
    const reading = createReading<Understanding>(delayMs);
    const older = Promise.withResolvers<Result<Understanding>>();
    reading.read('1', () => older.promise);
    await vi.advanceTimersByTimeAsync(delayMs);
    reading.read('2', () => Promise.resolve(understood(2)));
    older.resolve(understood(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(reading.pending).toBe(true);
    expect(reading.answer).toBeNull();
  });

  it('forgets the answer with the text, without asking', async () => {
    const reading = createReading<Understanding>(delayMs);
    const ask = vi.fn(() => Promise.resolve(understood(5678)));
    reading.read('5678', ask);
    await vi.advanceTimersByTimeAsync(delayMs);
    reading.read(' \n', ask);
    expect(reading.answer).toBeNull();
    expect(reading.pending).toBe(false);
    await vi.advanceTimersByTimeAsync(delayMs);
    expect(ask).toHaveBeenCalledOnce();
  });

  it('says a refusal in place of an answer, and takes it back with the next answer', async () => {
    const reading = createReading<Understanding>(delayMs);
    reading.read('1', () => Promise.resolve(refused));
    await vi.advanceTimersByTimeAsync(delayMs);
    expect(reading).toMatchObject({ answer: null, refusal: { fault: 'too-long' }, pending: false });
    reading.read('2', () => Promise.resolve(understood(2)));
    await vi.advanceTimersByTimeAsync(delayMs);
    expect(reading.refusal).toBeNull();
    expect(idsOf(reading.answer)).toEqual([2]);
  });

  it('asks nothing more once its view is gone', async () => {
    const reading = createReading<Understanding>(delayMs);
    const ask = vi.fn(() => Promise.resolve(understood(5678)));
    reading.read('5678', ask);
    reading.stop();
    await vi.advanceTimersByTimeAsync(delayMs);
    expect(ask).not.toHaveBeenCalled();
  });
});

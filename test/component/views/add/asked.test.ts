import { describe, expect, it } from 'vitest';
import type { Asked, Result } from '../../../../main/contract.ts';
import { createLiveList } from '../../../../renderer/views/add/asked.svelte.ts';
import { aProblem } from '../../../support/samples/problems.ts';

type Names = Result<Asked<readonly string[]>>;

const answer = (...names: string[]): Names => ({ ok: true, value: { kind: 'answer', value: names } });

const permission = aProblem('permission', { httpStatus: 403, code: '400' });

describe('list of the service', () => {
  it('is loading from the question to the answer', async () => {
    const list = createLiveList<readonly string[]>();
    expect(list.state).toEqual({ kind: 'idle' });
    const loading = list.load(() => Promise.resolve(answer('drama')));
    expect(list.state).toEqual({ kind: 'loading' });
    await loading;
    expect(list.state).toEqual({ kind: 'answer', value: ['drama'] });
  });

  it('keeps the answer to the newest question, in whichever order answers come', async () => {
    const list = createLiveList<readonly string[]>();
    const older = Promise.withResolvers<Names>();
    const first = list.load(() => older.promise);
    await list.load(() => Promise.resolve(answer('newer')));
    older.resolve(answer('older'));
    await first;
    expect(list.state).toEqual({ kind: 'answer', value: ['newer'] });
  });

  it('stays empty when it was cleared before the answer came', async () => {
    const list = createLiveList<readonly string[]>();
    const late = Promise.withResolvers<Names>();
    const loading = list.load(() => late.promise);
    list.clear();
    late.resolve(answer('drama'));
    await loading;
    expect(list.state).toEqual({ kind: 'idle' });
  });

  it('tells a problem of the service apart from a refusal of the app', async () => {
    const list = createLiveList<readonly string[]>();
    await list.load(() => Promise.resolve({ ok: true, value: { kind: 'problem', problem: permission } }));
    expect(list.state).toEqual({ kind: 'problem', problem: permission });
    await list.load(() => Promise.resolve({ ok: false, error: { code: 'account-gone' } }));
    expect(list.state).toEqual({ kind: 'refused', error: { code: 'account-gone' } });
  });
});

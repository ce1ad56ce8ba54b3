import { describe, expect, it, vi } from 'vitest';
import { CannotSave } from '../../../main/adapters/stores/cannot-save.ts';
import { limits, type FieldFault, type RequestChannel } from '../../../main/contract.ts';
import { refuseField } from '../../../main/desk/refusal.ts';
import { replyTo } from '../../../main/security/reply.ts';

const canary = 'CANARYSECRET0000000000000000000000000001';

const draft = { id: null, name: 'Mine', accessKey: 'A', secretKey: null, apiUrl: 'https://example.com' };
const paste = { account: 'a1', text: '', workspace: null, projectId: null };
const page = { account: 'a1', workspace: 'my-space', projectId: 1, page: 1 };

describe('replyTo', () => {
  it.each<[RequestChannel, unknown, string | null, FieldFault]>([
    ['checkNow', { watches: 7 }, 'watches', 'wrong-shape'],
    ['checkNow', { watches: 'all', more: 1 }, 'more', 'wrong-shape'],
    ['understand', { ...paste, text: 'x'.repeat(limits.pasteLength + 1) }, 'text', 'too-long'],
    ['understand', { ...paste, workspace: 'a/b' }, 'workspace', 'not-a-workspace-name'],
    ['listProjects', { account: 'a1', workspace: '../x' }, 'workspace', 'not-a-workspace-name'],
    ['listAssets', { ...page, projectId: -1 }, 'projectId', 'not-an-id'],
    ['listAssets', { ...page, projectId: 'abc' }, 'projectId', 'not-an-id'],
    [
      'add',
      { account: 'a1', assets: [{ reference: { workspace: 'abc', projectId: 1, assetId: 2 ** 53 } }] },
      'assets.0.reference.assetId',
      'not-an-id',
    ],
    ['saveAccount', { ...draft, secretKey: canary.repeat(20) }, 'secretKey', 'too-long'],
    ['testAccount', { draft: { ...draft, name: 'x'.repeat(201) }, run: '1' }, 'draft.name', 'too-long'],
    ['openLink', { link: 'https://example.com' }, 'link', 'wrong-shape'],
    ['changeSettings', { floorMs: 1 }, 'floorMs', 'wrong-shape'],
    ['snapshot', { any: 1 }, null, 'wrong-shape'],
  ])('refuses a wrong %s request: %j', async (channel, request, field, fault) => {
    const answer = vi.fn();
    const reply = await replyTo(channel, request, answer, vi.fn());
    expect(reply).toEqual({ ok: false, error: { code: 'bad-field', field, fault } });
    expect(answer).not.toHaveBeenCalled();
    expect(JSON.stringify(reply)).not.toContain(canary);
  });

  it('never repeats what was sent', async () => {
    const wrong = { ...draft, secretKey: { canary } };
    const reply = await replyTo('saveAccount', wrong, vi.fn(), vi.fn());
    expect(JSON.stringify(reply)).not.toContain(canary);
  });

  it('hands over a refusal as it is', async () => {
    const answer = () => {
      throw refuseField('secretKey', 'empty');
    };
    expect(await replyTo('resume', undefined, answer, vi.fn())).toEqual({
      ok: false,
      error: { code: 'bad-field', field: 'secretKey', fault: 'empty' },
    });
  });

  it('says that the disk did not take it, which is no fault of ours', async () => {
    const wentWrong = vi.fn();
    const answer = () => Promise.reject(new CannotSave('disk-full', 'ENOSPC'));
    const reply = await replyTo('resume', undefined, answer, wentWrong);
    expect(reply).toEqual({ ok: false, error: { code: 'cannot-save' } });
    expect(wentWrong).not.toHaveBeenCalled();
  });

  it('keeps the text of our own faults from the window', async () => {
    const wentWrong = vi.fn();
    const fault = new Error(`signing with ${canary} failed at /home/someone`);
    const reply = await replyTo('resume', undefined, () => Promise.reject(fault), wentWrong);
    expect(reply).toEqual({ ok: false, error: { code: 'failed' } });
    expect(JSON.stringify(reply)).not.toContain(canary);
    expect(wentWrong).toHaveBeenCalledWith(fault);
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { RequestChannel } from '../../../main/contract.ts';
import { refuse } from '../../../main/desk/refusal.ts';
import { replyTo } from '../../../main/security/reply.ts';

const canary = 'CANARYSECRET0000000000000000000000000001';

describe('replyTo', () => {
  it.each<[RequestChannel, unknown, string | null]>([
    ['checkNow', { watches: 7 }, 'watches'],
    ['checkNow', { watches: 'all', more: 1 }, 'more'],
    ['understand', { account: 'a1', text: 'x'.repeat(4_000_001), workspace: null, projectId: null }, 'text'],
    ['listProjects', { account: 'a1', workspace: '../x' }, 'workspace'],
    ['listAssets', { account: 'a1', workspace: 'my-space', projectId: -1, page: 1 }, 'projectId'],
    [
      'add',
      { account: 'a1', assets: [{ reference: { workspace: 'abc', projectId: 1, assetId: 2 ** 53 } }] },
      'assets.0.reference.assetId',
    ],
    ['openLink', { link: 'https://example.com' }, 'link'],
    ['changeSettings', { floorMs: 1 }, 'floorMs'],
    ['snapshot', { any: 1 }, null],
  ])('refuses a wrong %s request and names the field', async (channel, request, field) => {
    const answer = vi.fn();
    const reply = await replyTo(channel, request, answer, vi.fn());
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-request', field } });
    expect(answer).not.toHaveBeenCalled();
  });

  it('never repeats what was sent', async () => {
    const draft = { id: null, name: '', accessKey: 'A', secretKey: { canary }, apiUrl: '' };
    const reply = await replyTo('saveAccount', draft, vi.fn(), vi.fn());
    expect(JSON.stringify(reply)).not.toContain(canary);
  });

  it('hands over a refusal as it is', async () => {
    const answer = () => {
      throw refuse('account-draft', 'secretKey', 'Enter the secret key.');
    };
    expect(await replyTo('resume', undefined, answer, vi.fn())).toEqual({
      ok: false,
      error: { code: 'account-draft', field: 'secretKey', message: 'Enter the secret key.' },
    });
  });

  it('keeps the text of our own faults from the window', async () => {
    const wentWrong = vi.fn();
    const fault = new Error(`signing with ${canary} failed at /home/someone`);
    const reply = await replyTo('resume', undefined, () => Promise.reject(fault), wentWrong);
    expect(reply).toMatchObject({ ok: false, error: { code: 'failed' } });
    expect(JSON.stringify(reply)).not.toContain(canary);
    expect(wentWrong).toHaveBeenCalledWith(fault);
  });
});

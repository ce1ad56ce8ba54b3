import { describe, expect, it, vi } from 'vitest';
import {
  limits,
  mostRegisteredAgain,
  settingDefinitions,
  settingNames,
  type FieldFault,
  type RequestChannel,
} from '../../../main/contract.ts';
import { answerRequest } from '../../../main/security/answer-request.ts';

const canary = 'CANARYSECRET0000000000000000000000000001';

const draft = { id: null, name: 'Mine', accessKey: 'A', secretKey: null, apiUrl: 'https://example.com' };
const paste = { account: 'a1', text: '', workspace: null, projectId: null };
const page = { account: 'a1', workspace: 'my-space', projectId: 1, page: 1 };

const hook = { scope: { kind: 'account', account: 'a1' }, events: ['failed'] };
const place = { account: 'a1', bucket: 'films', prefix: '', after: null };
const manyWatches = Array.from({ length: mostRegisteredAgain + 1 }, (_, index) => `a1:my-space/${index + 1}`);

const ports = () => ({ refusalOf: () => null, wentWrong: vi.fn() });

describe('answerRequest', () => {
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
    ['changeSettings', { sound: undefined }, 'sound', 'wrong-shape'],
    ['changeSettings', { theme: 'dark', more: 1 }, 'more', 'wrong-shape'],
    ['snapshot', { any: 1 }, null, 'wrong-shape'],
    // Neither which program nor which object can be named by a page.
    ['addHook', { ...hook, target: { kind: 'program', path: '/bin/sh' } }, 'target.path', 'wrong-shape'],
    ['register', { plan: 1, key: 'film.mp4' }, 'key', 'wrong-shape'],
    ['listBucket', { ...place, bucket: 'a/../b' }, 'bucket', 'not-a-bucket-name'],
    ['listBucket', { ...place, after: { by: 'list-type', value: '1' } }, 'after.by', 'wrong-shape'],
    ['planRegisterAgain', { watches: manyWatches }, 'watches', 'wrong-shape'],
  ])('refuses a wrong %s request: %j', async (channel, request, field, fault) => {
    const handle = vi.fn();
    const result = await answerRequest(channel, request, handle, ports());
    expect(result).toEqual({ ok: false, error: { code: 'bad-field', field, fault } });
    expect(handle).not.toHaveBeenCalled();
    expect(JSON.stringify(result)).not.toContain(canary);
  });

  it.each(settingNames)('lets every choice of the setting %s through', async (name) => {
    for (const choice of settingDefinitions[name].choices)
      expect(
        await answerRequest('changeSettings', { [name]: choice }, (request) => request, ports()),
      ).toEqual({
        ok: true,
        value: { [name]: choice },
      });
  });

  it('never repeats what was sent', async () => {
    const wrong = { ...draft, secretKey: { canary } };
    const result = await answerRequest('saveAccount', wrong, vi.fn(), ports());
    expect(JSON.stringify(result)).not.toContain(canary);
  });

  it('hands over a refusal as it is, and reports no fault', async () => {
    const wentWrong = vi.fn();
    const error = { code: 'bad-field', field: 'secretKey', fault: 'empty' } as const;
    const refused = () => Promise.reject(new Error('refused'));
    const result = await answerRequest('resume', undefined, refused, { refusalOf: () => error, wentWrong });
    expect(result).toEqual({ ok: false, error });
    expect(wentWrong).not.toHaveBeenCalled();
  });

  it('keeps the text of our own faults from the window', async () => {
    const given = ports();
    const fault = new Error(`signing with ${canary} failed at /home/someone`);
    const result = await answerRequest('resume', undefined, () => Promise.reject(fault), given);
    expect(result).toEqual({ ok: false, error: { code: 'failed' } });
    expect(JSON.stringify(result)).not.toContain(canary);
    expect(given.wentWrong).toHaveBeenCalledWith(fault);
  });

  it.each([
    ['a line end', 'Autumn\r\nep 1', 'Autumn ep 1'],
    ['a mark that turns what follows', 'a\u202efdp.mov', 'a fdp.mov'],
    ['isolates', '\u2066x\u2069y', 'x y'],
    ['an escape sign', 'a\u001b[2Jb', 'a [2Jb'],
    ['a zero-width space', 'a\u200bb', 'a b'],
    ['nothing else', '  <b>가을</b> 👩‍👩‍👧  ', '<b>가을</b> 👩‍👩‍👧'],
  ])('takes names without what nobody sees in them: %s', async (_what, sent, kept) => {
    const handle = vi.fn();
    const reference = { workspace: 'abc', projectId: 1, assetId: 2 };
    await answerRequest('rename', { watch: 'w', label: sent }, handle, ports());
    await answerRequest('saveAccount', { ...draft, name: sent }, handle, ports());
    await answerRequest('renameGroup', { group: 'g', name: sent }, handle, ports());
    const asset = { reference, label: sent, fileName: sent };
    await answerRequest('add', { account: 'a1', assets: [asset], group: null }, handle, ports());
    expect(handle.mock.calls.flat()).toMatchObject([
      { label: kept },
      { name: kept },
      { name: kept },
      { assets: [{ label: kept, fileName: kept }] },
    ]);
  });

  it('takes a label of nothing but such signs for none', async () => {
    const handle = vi.fn();
    await answerRequest('rename', { watch: 'w', label: ' \u202e\n' }, handle, ports());
    expect(handle).toHaveBeenCalledWith({ watch: 'w', label: null });
  });
});

import { expect, it } from 'vitest';
import { checkDraft } from '../../../main/app/check-draft.ts';
import { defaultApiUrl, type AccountDraft, type FieldFault } from '../../../main/contract.ts';

const draft: AccountDraft = {
  id: null,
  name: ' Drama team ',
  accessKey: ' ACCESS0001\n',
  secretKey: '',
  apiUrl: `${defaultApiUrl}/api/v1/`,
};

it('takes off what a copied line brings along, and lets an empty key stay as it is kept', () => {
  expect(checkDraft(draft)).toEqual({
    id: null,
    name: 'Drama team',
    accessKey: 'ACCESS0001',
    secretKey: null,
    apiUrl: defaultApiUrl,
  });
});

it('takes http for this computer itself', () => {
  expect(checkDraft({ ...draft, apiUrl: 'http://127.0.0.1:4010' }).apiUrl).toBe('http://127.0.0.1:4010');
});

it.each<[keyof AccountDraft, string, FieldFault]>([
  ['name', '  ', 'empty'],
  ['accessKey', 'ACC ESS', 'blank-inside'],
  ['accessKey', 'ACC\nESS', 'line-end-inside'],
  ['accessKey', '키', 'not-printable'],
  ['secretKey', 'S'.repeat(201), 'too-long'],
  ['apiUrl', '', 'not-an-address'],
  ['apiUrl', 'http://mi.apigw.ntruss.com', 'not-https'],
  ['apiUrl', 'https://someone:CANARY@mi.apigw.ntruss.com', 'has-a-login'],
  ['apiUrl', 'https://mi.apigw.ntruss.com/elsewhere', 'has-a-path'],
])('refuses a %s of %j: %s', (field, value, fault) => {
  expect(() => checkDraft({ ...draft, [field]: value })).toThrow(
    expect.objectContaining({ error: { code: 'bad-field', field, fault } }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOnLoopback, readApiAddress } from '../../../main/mi/api-address.ts';
import { defaultApiUrl } from '../../../main/model/account.ts';

describe('readApiAddress', () => {
  it.each([
    [defaultApiUrl, defaultApiUrl],
    [' https://mi.apigw.ntruss.com/api/v1/ ', defaultApiUrl],
    ['HTTPS://MI.apigw.ntruss.com:443/', defaultApiUrl],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://localhost:4010/', 'http://localhost:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
  ])('takes %j', (text, origin) => {
    expect(readApiAddress(text)).toMatchObject({ kind: 'valid', origin, host: new URL(origin).host });
  });

  it.each([
    ['', 'not-an-address'],
    ['mi.apigw.ntruss.com', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['http://mi.apigw.ntruss.com', 'not-https'],
    ['http://127.0.0.1.example.com', 'not-https'],
    ['http://localhost.example.com', 'not-https'],
    ['ftp://127.0.0.1', 'not-https'],
    ['https://user:password@mi.apigw.ntruss.com', 'has-a-login'],
    ['https://mi.apigw.ntruss.com/other', 'has-a-path'],
    ['https://mi.apigw.ntruss.com/?a=1', 'has-a-path'],
    ['https://mi.apigw.ntruss.com/#a', 'has-a-path'],
  ])('refuses %j: %s', (text, reason) => {
    expect(readApiAddress(text)).toEqual({ kind: 'invalid', reason });
  });

  it('never lets http leave this computer, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ validSchemes: ['http', 'https', 'ws'] })), (text) => {
        const address = readApiAddress(text);
        if (address.kind === 'invalid') return;
        expect(address.origin).toMatch(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$)/);
      }),
    );
  });
});

it.each([
  ['http://127.0.0.1:4010', true],
  ['https://localhost:4010/', true],
  ['http://[::1]', true],
  [defaultApiUrl, false],
  ['https://localhost.example.com', false],
  ['localhost', false],
])('an address of this computer itself needs no network: %s', (text, isOwn) => {
  expect(isOnLoopback(text)).toBe(isOwn);
});

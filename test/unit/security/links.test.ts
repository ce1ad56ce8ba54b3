import { describe, expect, it } from 'vitest';
import { linkNames } from '../../../main/contract.ts';
import { guideLink, workspaceLink } from '../../../main/security/links.ts';

describe('workspaceLink', () => {
  it('takes an https address of the service', () => {
    expect(workspaceLink('https://mi.example.ncloud.com/my-workspace')).toBe(
      'https://mi.example.ncloud.com/my-workspace',
    );
  });

  it.each([
    'https://console.ncloud.com/mi',
    'https://mi.navercloudcorp.com/a',
    'https://mi.apigw.ntruss.com/a',
  ])('takes %s', (address) => {
    expect(workspaceLink(address)).toBe(address);
  });

  it.each([
    'http://mi.ncloud.com/',
    'https://ncloud.com.example.com/',
    'https://evilncloud.com/',
    'https://user@mi.ncloud.com/',
    'https://mi.ncloud.com:8443/',
    'file:///etc/passwd',
    'not an address',
    'https://somebodys-function.apigw.ntruss.com/',
    'https://somebodys-bucket.kr.object.ncloudstorage.com/',
    'https://ntruss.com/',
  ])('refuses %s', (address) => {
    expect(workspaceLink(address)).toBeNull();
  });
});

it.each([
  ['en', 'https://guide.ncloud-docs.com/docs/en/maiu-spec'],
  ['ko', 'https://guide.ncloud-docs.com/docs/maiu-spec'],
  ['ja', 'https://guide.ncloud-docs.com/docs/ja/maiu-spec'],
] as const)('opens a page in the person’s language: %s', (language, address) => {
  expect(guideLink('supportedFiles', language)).toBe(address);
});

it('every named link is a page of the service’s guides', () => {
  for (const link of linkNames)
    expect(guideLink(link, 'en')).toMatch(/^https:\/\/(guide|api)\.ncloud-docs\.com\/docs\/en\/[a-z-]+$/);
});

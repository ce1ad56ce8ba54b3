import { AwsV4Signer } from 'aws4fetch';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { region } from '../../../main/bucket/object-storage-address.ts';
import { signRequest } from '../../../main/bucket/signed-request.ts';
import { authenticateForBucket } from '../../../main/simulator/bucket-authentication.ts';

/** The keys and the day of the examples in the S3 API reference, “Authenticating Requests: Using the Authorization Header”. */
const example = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const keys = { accessKey: example.accessKeyId, secretKey: example.secretAccessKey };
const at = Date.UTC(2013, 4, 24);
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const vectors = [
  ['?max-keys=2&prefix=J', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
  ['?lifecycle=', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
] as const;

describe('the signature', () => {
  it.each(vectors)('is that of the published example %s', async (query, signature) => {
    const signer = new AwsV4Signer({
      ...{ ...example, method: 'GET', url: `https://examplebucket.s3.amazonaws.com/${query}` },
      ...{ service: 's3', region: 'us-east-1', datetime: '20130524T000000Z' },
      headers: { 'x-amz-content-sha256': emptyHash },
    });
    expect((await signer.sign()).headers.get('authorization')).toBe(
      `AWS4-HMAC-SHA256 Credential=${example.accessKeyId}/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=${signature}`,
    );
  });

  it.each(vectors)('is checked by the simulator as the published example %s', (query, signature) => {
    const headers = {
      host: 'examplebucket.s3.amazonaws.com',
      'x-amz-content-sha256': emptyHash,
      'x-amz-date': '20130524T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=${example.accessKeyId}/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=${signature}`,
    };
    const request = { method: 'GET', target: `/${query}`, headers };
    expect(authenticateForBucket(request, keys, 'us-east-1', at)).toBe('accepted');
    expect(authenticateForBucket({ ...request, method: 'HEAD' }, keys, 'us-east-1', at)).toBe(
      'wrong-signature',
    );
    expect(authenticateForBucket(request, keys, 'us-east-1', at + 16 * 60_000)).toBe('wrong-time');
  });

  it('holds for whatever an object is called, and the name arrives as it is', async () => {
    const key = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => text.toWellFormed())
      .filter((text) => !text.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part)));
    await fc.assert(
      fc.asyncProperty(key, key, async (name, prefix) => {
        const signed = await signRequest(
          { method: 'HEAD', bucket: 'films', key: name, query: { prefix } },
          keys,
          'https://kr.object.ncloudstorage.com',
          at,
        );
        if (signed.kind !== 'signed') throw new Error('not signed');
        const url = new URL(signed.url);
        const headers = { ...signed.headers, host: url.host };
        const target = `${url.pathname}${url.search}`;
        expect(authenticateForBucket({ method: 'HEAD', target, headers }, keys, region, at)).toBe('accepted');
        expect(decodeURIComponent(url.pathname)).toBe(`/films/${name}`);
        expect(url.searchParams.get('prefix')).toBe(prefix);
      }),
    );
  });

  it.each(['a b+c%20d.mp4', '가을/예고편 (최종).mp4', '//double//slash.mov', '🎬/*’!\\?#&=.mp4'])(
    'holds for %s',
    async (key) => {
      const signed = await signRequest({ method: 'HEAD', bucket: 'films', key }, keys, 'https://host', at);
      if (signed.kind !== 'signed') throw new Error('not signed');
      const { pathname } = new URL(signed.url);
      expect(decodeURIComponent(pathname)).toBe(`/films/${key}`);
      const request = { method: 'HEAD', target: pathname, headers: { ...signed.headers, host: 'host' } };
      expect(authenticateForBucket(request, keys, region, at)).toBe('accepted');
    },
  );
});

describe('what is not sent', () => {
  const sign = (bucket: string, key?: string) =>
    signRequest({ method: 'HEAD', bucket, ...(key !== undefined && { key }) }, keys, 'https://host', at);

  it.each(['..', 'a/../../other/b.mp4', './a', 'a/.'])(
    'a key that would lead to another object: %s',
    async (key) => {
      expect(await sign('films', key)).toMatchObject({ kind: 'not-a-request', field: { path: 'key' } });
    },
  );

  it.each(['', 'a', 'films/../other', 'Films', 'films?x', '..', 'a@b.example'])(
    'a bucket that is none: %j',
    async (bucket) => {
      expect(await sign(bucket)).toMatchObject({ kind: 'not-a-request', field: { path: 'bucket' } });
    },
  );

  it('a key of nothing, or of more than 1,024 bytes', async () => {
    expect(await sign('films', '')).toMatchObject({ field: { fault: 'empty' } });
    expect(await sign('films', '가'.repeat(342))).toMatchObject({
      field: { fault: 'too-long', figure: 1_024 },
    });
  });

  it('the secret key', async () => {
    expect(JSON.stringify(await sign('films', 'a.mp4'))).not.toContain(keys.secretKey);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Judgement } from '../../../main/mi/judgement.ts';
import { gatewayRows, serviceRows } from '../../../main/mi/problem-kinds.ts';
import { problemKinds, problemRules } from '../../../main/model/problem.ts';

const judged = (httpStatus: number, body: unknown): Judgement =>
  judge(httpStatus, { kind: 'text', text: typeof body === 'string' ? body : JSON.stringify(body) }, 1_024);

describe('the gateway table', () => {
  it.each(gatewayRows)('%i / %s is %s, with a code of text or number', (status, code, problemKind) => {
    for (const errorCode of [code, Number(code)]) {
      const body = { error: { errorCode, message: 'Words', details: 'More <b>words</b>' } };
      expect(judged(status, body)).toEqual({
        kind: 'failure',
        problemKind,
        code,
        message: 'Words: More words',
        field: null,
        byService: true,
        hasResult: false,
      });
    }
  });

  it('believes the body before the status', () => {
    const error = { errorCode: '410', message: 'Throttle Limited' };
    for (const status of [200, 403, 500])
      expect(judged(status, { error })).toMatchObject({ problemKind: 'rate-limit' });
  });

  it.each([
    [400, '400', 'refused'],
    [404, '404', 'not-found'],
    [401, '401', 'credentials'],
    [500, '500', 'service'],
    [400, '80031', 'refused'],
  ])(
    '%i with the code %s, which is the status again or unknown, goes by the status',
    (status, code, problemKind) => {
      expect(judged(status, { error: { errorCode: code, message: 'x' } })).toMatchObject({
        problemKind,
        code,
      });
    },
  );
});

describe('the service table', () => {
  it.each(serviceRows)('%i / %s is %s, flat and nested', (status, code, problemKind) => {
    for (const body of [
      { code, message: 'Words' },
      { code: Number(code), message: 'Words' },
      { responseError: { code, message: 'Words' } },
    ]) {
      expect(judged(status, body)).toMatchObject({ kind: 'failure', problemKind, code, message: 'Words' });
    }
  });

  it('is no answer where it calls success 0 and has an error all the same', () => {
    const error = { errorCode: '500', message: 'Endpoint Error' };
    expect(judged(200, { code: '0', result: {}, error })).toMatchObject({ problemKind: 'service' });
    expect(judged(200, { code: '0', result: {}, error: null })).toMatchObject({ kind: 'success' });
  });

  it.each([
    [404, '20404', 'not-found'],
    [401, '20401', 'refused'],
    [403, '20403', 'refused'],
    [409, '20409', 'refused'],
    [500, '20500', 'service'],
    [200, '20200', 'refused'],
  ])('%i with the undocumented code %s goes by the status', (status, code, problemKind) => {
    expect(judged(status, { code, message: 'x' })).toMatchObject({ problemKind, code, message: 'x' });
  });

  it.each([
    [200, { code: '20000', message: 'OK' }],
    [201, { code: 20100, message: 'Created' }],
    [202, { code: '20200', message: 'Accepted' }],
    [200, { code: '00000', message: 'success' }],
    [200, { code: '0', message: 'success', error: { errorCode: '0', message: 'none' } }],
  ])('%i with %j says success, and is an answer where it has a result', (status, body) => {
    expect(judged(status, { ...body, result: { assetId: 5 } })).toMatchObject({ kind: 'success' });
    expect(judged(status, body)).toMatchObject({ problemKind: 'intercepted', byService: false });
    expect(judged(400, { ...body, result: { assetId: 5 } })).toMatchObject({ problemKind: 'refused' });
  });

  it('reads the infrastructure shape', () => {
    const body = { responseError: { returnCode: '900', returnMessage: 'Unexpected' } };
    expect(judged(400, body)).toMatchObject({ problemKind: 'service', code: '900', message: 'Unexpected' });
  });
});

/** The same refusals as the gateway's, by someone who is not the gateway. */
const refusalsOfOthers = [
  '',
  '<!DOCTYPE html><html><body>Sign in</body></html>',
  'Unauthorized',
  '{}',
  '[]',
  'null',
  '"Authentication Failed"',
  '{"message":"Unauthorized"}',
  '{"code":"200","message":"Authentication Failed"}',
  '{"code":401,"message":"Unauthorized"}',
  '{"error":"Authentication Failed"}',
  '{"error":{"code":"200","message":"Authentication Failed"}}',
  '{"error":{"errorCode":"200"}}',
  '{"error":{"errorCode":"210","message":""}}',
  '{"error":{"errorCode":["200"],"message":"Authentication Failed"}}',
  '{"errorCode":"200","message":"Authentication Failed"}',
  '[{"error":{"errorCode":"200","message":"Authentication Failed"}}]',
  '{"responseError":{"returnCode":"200","returnMessage":"Authentication Failed"}}',
];

describe('what stops an account', () => {
  it.each([401, 403].flatMap((status) => refusalsOfOthers.map((body) => [status, body] as const)))(
    'is not %i with %j',
    (status, body) => {
      const judgement = judged(status, body);
      expect(judgement.kind === 'failure' && problemRules[judgement.problemKind].then).toBe('slow');
    },
  );

  it.each([
    [401, '230'],
    [403, '200'],
    [403, '210'],
    [400, '200'],
    [404, '210'],
    [500, '200'],
    [200, '200'],
    [200, '230'],
  ])('is not %i with the code %s, which the gateway sends with another status', (status, errorCode) => {
    const judgement = judged(status, { error: { errorCode, message: 'Words' } });
    expect(judgement.kind === 'failure' && problemRules[judgement.problemKind].then).toBe('slow');
  });
});

describe('a success that is no JSON of the service', () => {
  it.each([
    '',
    ' \n',
    'OK',
    '<!DOCTYPE html><html><body>Sign in</body></html>',
    '<TITLE>Login</TITLE><BODY>',
    '\n<title>Login</title>',
    '<div>Welcome</div>',
    '<a href="/login">Sign in</a>',
    '<!-- portal --><p>',
    '<?xml version="1.0"?><WISPAccessGatewayParam/>',
    '<svg/onload=alert(1)>',
    'window.location = "/login";',
    '(function () { location.replace("/login") })()',
    '{ top.location = "/login" }',
    'callback({"code":"0","result":{}})',
    'Success\n',
    '{}',
    '[]',
    'null',
    'true',
    '0',
    '"0"',
    '{"status":"ok"}',
    '{"result":{}}',
    '{"code":0,"msg":"ok","data":{}}',
    '{"code":"1","result":{}}',
    '{"code":200,"message":"OK"}',
    '{"message":"success"}',
    '{"error":"login_required"}',
    '{"code":{"toString":[]}}',
  ])('such as %j means that something on the network answered', (body) => {
    for (const status of [200, 203, 204])
      expect(judged(status, body)).toMatchObject({ problemKind: 'intercepted', byService: false });
  });
});

describe('bodies without a known shape', () => {
  const page = '<TITLE>Sign in</TITLE>';
  it.each([
    [403, page, 'intercepted'],
    [404, page, 'intercepted'],
    [511, page, 'intercepted'],
    [407, '', 'intercepted'],
    [302, '', 'intercepted'],
    [429, page, 'rate-limit'],
    [502, page, 'service'],
    [401, '', 'intercepted'],
    [403, '', 'intercepted'],
    [404, '', 'not-found'],
    [429, '', 'rate-limit'],
    [500, '', 'service'],
    [503, 'upstream connect error', 'service'],
    [418, '[]', 'refused'],
  ])('%i with %j is %s and is not the word of the service', (status, body, problemKind) => {
    expect(judged(status, body)).toMatchObject({ kind: 'failure', problemKind, byService: false });
  });

  it('prove with a code of their own not even that something is not there', () => {
    expect(judged(404, { code: 'NOT_FOUND', message: 'No such page' })).toMatchObject({
      problemKind: 'not-found',
      code: null,
      message: 'No such page',
    });
  });

  it('is what the service began to say where it is the half of an answer', () => {
    expect(judged(200, '{"code":"0","mess')).toMatchObject({
      problemKind: 'unreadable',
      field: { path: null, fault: 'not-json' },
    });
  });

  it('names the limit of an answer without end', () => {
    expect(judge(200, { kind: 'too-large' }, 1_024)).toMatchObject({
      problemKind: 'unreadable',
      field: { path: null, fault: 'too-large', figure: 1024 },
    });
    expect(judge(503, { kind: 'too-large' }, 1_024)).toMatchObject({ problemKind: 'service' });
  });
});

it('always comes to a judgement of a known kind', () => {
  const code = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.object());
  const shaped = fc.record({ code, message: fc.anything(), result: fc.anything() }, { requiredKeys: [] });
  const nested = fc.record({ error: fc.record({ errorCode: code, message: fc.anything() }) });
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    shaped.map((value) => JSON.stringify(value)),
    nested.map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 599 }), body, (status, text) => {
      const judgement = judge(status, { kind: 'text', text }, 1_024);
      if (judgement.kind === 'success') expect(status).toBeLessThan(300);
      else expect(problemKinds).toContain(judgement.problemKind);
    }),
  );
});

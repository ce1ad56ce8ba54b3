import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Judgement } from '../../../main/mi/judgement.ts';
import { gatewayRows, serviceRows } from '../../../main/mi/problem-kinds.ts';
import { problemKinds } from '../../../main/model/problem.ts';

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
      });
    }
  });

  it('believes the body before the status', () => {
    expect(judged(403, { error: { errorCode: '200', message: '' } })).toMatchObject({
      problemKind: 'credentials',
    });
    expect(judged(200, { error: { errorCode: '210' } })).toMatchObject({ problemKind: 'permission' });
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

  it.each([
    [404, '20404', 'not-found'],
    [403, '20403', 'permission'],
    [409, '20409', 'refused'],
    [500, '20500', 'service'],
    [200, '20200', 'refused'],
  ])('%i with the undocumented code %s goes by the status', (status, code, problemKind) => {
    expect(judged(status, { code, message: 'x' })).toMatchObject({ problemKind, code, message: 'x' });
  });

  it('reads the infrastructure shape', () => {
    const body = { responseError: { returnCode: '900', returnMessage: 'Unexpected' } };
    expect(judged(400, body)).toMatchObject({ problemKind: 'service', code: '900', message: 'Unexpected' });
  });
});

describe('bodies without a known shape', () => {
  const page = '<!DOCTYPE html><html><body>Sign in</body></html>';
  it.each([
    [200, page, 'intercepted'],
    [403, page, 'intercepted'],
    [511, page, 'intercepted'],
    [407, '', 'intercepted'],
    [302, '', 'intercepted'],
    [429, page, 'rate-limit'],
    [502, page, 'service'],
    [401, '', 'credentials'],
    [403, '', 'permission'],
    [404, '', 'not-found'],
    [429, '', 'rate-limit'],
    [500, '', 'service'],
    [503, 'upstream connect error', 'service'],
    [418, '[]', 'refused'],
  ])('%i with %j is %s and is not the word of the service', (status, body, problemKind) => {
    expect(judged(status, body)).toMatchObject({ kind: 'failure', problemKind, byService: false });
  });

  it.each([
    ['', null, 'not-json'],
    ['OK', null, 'not-json'],
    ['{"code":"0","mess', null, 'not-json'],
    ['{"result":{}}', 'code', 'another-value'],
    ['null', 'code', 'another-value'],
    ['"0"', 'code', 'another-value'],
  ])('200 with %j is unreadable and names %s as %s', (body, path, fault) => {
    expect(judged(200, body)).toMatchObject({ problemKind: 'unreadable', field: { path, fault } });
  });

  it('names the limit of an answer without end', () => {
    expect(judge(200, { kind: 'too-large' }, 1_024)).toMatchObject({
      problemKind: 'unreadable',
      field: { path: null, fault: 'too-large', figure: 1024 },
    });
  });
});

it('takes a code that is an object of its own for unreadable', () => {
  const text = '{"code":{"toString":[]}}';
  expect(judge(200, { kind: 'text', text }, 1_024)).toMatchObject({ problemKind: 'unreadable' });
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

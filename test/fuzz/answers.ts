import fc from 'fast-check';
import { createClient } from '../../main/mi/client.ts';
import { anyJson, anyText, ensure, fuzzTarget, spoilt, unseen } from './target.ts';

const reference = { workspace: 'films', projectId: 1, assetId: 7 };
const never = new AbortController().signal;

const asset = { assetId: 7, fileName: 'a.mov', projectId: 1, metaData: { size: 5, format: 'mov' } };
const results = fc.oneof(
  spoilt({ assetId: 7, uploadStatus: 'COMPLETED', uploadResult: 'done', metaData: { durationMs: 5 } }),
  spoilt(asset),
  fc
    .array(fc.oneof(spoilt(asset), anyJson), { maxLength: 4 })
    .chain((content) => spoilt({ content, totalCount: content.length, totalPage: 1 })),
  fc
    .array(fc.oneof(spoilt({ projectId: 1, name: 'Autumn' }), anyJson), { maxLength: 4 })
    .chain((projects) => spoilt({ projects })),
  anyJson,
);
const bodies = fc.oneof(
  results
    .chain((result) => spoilt({ code: '0', message: 'success', result }))
    .map((body) => JSON.stringify(body)),
  spoilt({ error: { errorCode: '200', message: 'Authentication Failed', details: 'Invalid' } }).map((body) =>
    JSON.stringify(body),
  ),
  anyJson.map((body) => JSON.stringify(body)),
  anyText,
  fc.constantFrom('<!DOCTYPE html><title>Login</title>', '{"code":"0"', '[', '\ufeff{}'),
);
const headers = fc.record(
  {
    date: fc.oneof(
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      fc.constantFrom('', 'now'),
    ),
    'retry-after': fc.oneof(fc.nat().map(String), fc.constantFrom('1e9', '-1', 'soon', '1795898028')),
    'x-ncp-trace-id': fc.constantFrom('', 'a'.repeat(5_000), 'trace'),
    age: fc.constantFrom('1', ''),
  },
  { requiredKeys: [] },
);

const questions = ['importStatus', 'assetDetails', 'listWorkspaces', 'listProjects', 'readPage'] as const;

function ask(client: ReturnType<typeof createClient>, question: (typeof questions)[number]) {
  switch (question) {
    case 'importStatus':
    case 'assetDetails':
      return client[question](reference, never);
    case 'listWorkspaces':
      return client.listWorkspaces(never);
    case 'listProjects':
      return client.listProjects('films', never);
    case 'readPage':
      return client.readPage('films', 1, 1, never);
  }
}

/** What a service, a proxy or a portal can answer. */
export const answers = fuzzTarget(
  'answers',
  fc.record({
    question: fc.constantFrom(...questions),
    status: fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 599 })),
    body: bodies,
    headers,
  }),
  async ({ question, status, body, headers }) => {
    const isEmpty = [204, 205, 304].includes(status);
    const client = createClient({
      fetch: () => Promise.resolve(new Response(isEmpty ? null : body, { status, headers })),
      now: () => 1_795_898_028_000,
      credentials: () => ({ accessKey: 'ACCESSKEY1234', secretKey: 'CANARYSECRET5678' }),
      apiUrl: 'https://mi.example.com',
      startTimeout: () => () => undefined,
      wait: () => Promise.resolve(),
    });
    const reply = await ask(client, question);
    const told = JSON.stringify(reply);
    ensure(!told.includes('CANARYSECRET'), 'the secret key is told');
    if (reply.kind === 'problem') {
      ensure(Number.isFinite(reply.problem.at), 'a problem without a time');
      const texts = [reply.problem.message, reply.problem.code, reply.problem.traceId];
      ensure(!texts.some((text) => text !== null && unseen.test(text)), 'a text with what nobody sees');
      ensure(!texts.some((text) => text !== null && [...text].length > 300), 'a text that is too long');
    }
    if (reply.kind === 'answer' && 'status' in reply.value) {
      ensure(reply.value.assetId === reference.assetId, 'an answer about another asset');
      ensure(!unseen.test(reply.value.status), 'a status with what nobody sees');
    }
  },
);

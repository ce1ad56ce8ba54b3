import type { HeadersReceivedResponse, OnHeadersReceivedListenerDetails } from 'electron';
import { expect, it } from 'vitest';
import { keepReadable, type WatchedSession } from '../../../main/adapters/readable-responses.ts';

type Details = OnHeadersReceivedListenerDetails;
type Came = Pick<Details, 'statusLine' | 'statusCode' | 'responseHeaders'>;
type Listener = (details: Details, answer: (response: HeadersReceivedResponse) => void) => void;

const well: Came = {
  statusLine: 'HTTP/1.1 200 OK',
  statusCode: 200,
  responseHeaders: { Date: ['Tue, 24 Nov 2026 09:00:00 GMT'], 'x-ncp-trace-id': ['abc'] },
};

/** What becomes of a response in `net.fetch` (lib/browser/api/net-fetch.ts), which throws outside of any promise. */
function handOn({ statusLine, statusCode, responseHeaders = {} }: Came): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(responseHeaders)) headers.set(name, values.join(', '));
  return new Response(null, {
    headers,
    status: statusCode,
    statusText: statusLine.replace(/^\S+ \d+ ?/, ''),
  });
}

/** The response as the session passes it on: a status is taken only along with headers (shell/browser/api/electron_api_web_request.cc). */
function passed(came: Came): Came {
  let after = came;
  const onHeadersReceived = (listener: Listener) =>
    listener(came as Details, ({ statusLine = came.statusLine, responseHeaders }) => {
      if (responseHeaders === undefined) return;
      const named = Object.entries(responseHeaders).map(([name, values]) => [name, [values].flat()]);
      const statusCode = Number(statusLine.split(' ')[1]);
      after = { statusLine, statusCode, responseHeaders: Object.fromEntries(named) };
    });
  keepReadable({ webRequest: { onHeadersReceived } } as WatchedSession);
  return after;
}

it('leaves alone what can be handed on', () => {
  expect(passed(well)).toBe(well);
  const latin: Came = { ...well, responseHeaders: { ...well.responseHeaders, 'x-name': ['Müller'] } };
  expect(passed(latin)).toBe(latin);
  const bare: Came = { statusLine: 'HTTP/1.1 204', statusCode: 204 };
  expect(passed(bare)).toBe(bare);
});

it.each([
  ['x-gateway', ['보안 장비']],
  ['x-gateway', ['known', '\ufffd\ufffd']],
  ['보안', ['on']],
])('takes away a header that cannot: %s: %j', (name, values) => {
  const came = { ...well, responseHeaders: { ...well.responseHeaders, [name]: values } };
  expect(() => handOn(came)).toThrow();
  const { status, headers } = handOn(passed(came));
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toEqual({
    date: 'Tue, 24 Nov 2026 09:00:00 GMT',
    'x-ncp-trace-id': 'abc',
  });
});

it.each([
  ['HTTP/1.1 403 접근 금지', 403, 403],
  ['HTTP/1.1 999 Request denied', 999, 502],
  ['HTTP/1.1 600', 600, 502],
])('takes away a reason that cannot, and a status that is none: %s', (statusLine, statusCode, status) => {
  const came = { ...well, statusLine, statusCode };
  expect(() => handOn(came)).toThrow();
  const response = handOn(passed(came));
  expect(response).toMatchObject({ status, statusText: '' });
  expect(response.headers.get('x-ncp-trace-id')).toBe('abc');
});

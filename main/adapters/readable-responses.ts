import type { WebRequest } from 'electron';

export interface WatchedSession {
  readonly webRequest: Pick<WebRequest, 'onHeadersReceived'>;
}

/**
 * Takes from the responses of a session what `net.fetch` cannot hand on, such as a header in Korean, which security gateways add. It throws
 * on these where nobody can catch it, and the request stays open until its time is up (electron/electron#42244): not one answer would ever
 * come through such a gateway.
 */
export function keepReadable({ webRequest }: WatchedSession): void {
  webRequest.onHeadersReceived(({ statusLine, statusCode, responseHeaders = {} }, answer) => {
    const all = Object.entries(responseHeaders);
    const readable = all.filter(([name, values]) => canBe(() => new Headers([[name, values.join(', ')]])));
    const statusText = statusLine.split(' ').slice(2).join(' ');
    const hasReadableStatus = canBe(() => new Response(null, { status: statusCode, statusText }));
    if (hasReadableStatus && readable.length === all.length) return answer({});
    // One that HTTP does not know is none that could be judged.
    const isStatus = statusCode >= 200 && statusCode < 600;
    answer({
      responseHeaders: Object.fromEntries(readable),
      statusLine: `HTTP/1.1 ${isStatus ? statusCode : 502}`,
    });
  });
}

function canBe(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

import { problemRules, type ProblemKind } from '../model/problem.ts';
import type { RemoteError } from './remote-error.ts';

type Row = readonly [status: number, code: string, kind: ProblemKind];

/** The gateway's documented rows ("Legacy API error handling"): HTTP status, `errorCode`, and what it means for the person. */
export const gatewayRows: readonly Row[] = [
  [400, '100', 'refused'],
  [401, '200', 'credentials'],
  // The gateway sends 401, not 403: by the status alone the key would be blamed for a missing policy.
  [401, '210', 'permission'],
  [403, '230', 'permission'],
  [404, '300', 'not-found'],
  [413, '430', 'refused'],
  [429, '400', 'rate-limit'],
  [429, '410', 'rate-limit'],
  [429, '420', 'rate-limit'],
  [500, '900', 'service'],
  [503, '500', 'service'],
  [504, '510', 'service'],
];

/** The gateway was seen to send it for an API that is not enabled, with the code as a number; no table has it. */
const seenRows: readonly Row[] = [[401, '401', 'credentials']];

/** The service's own rows (API overview, response status codes). The table goes on after 10027, but the rest was not readable. */
export const serviceRows: readonly Row[] = [
  [400, '10001', 'refused'],
  [400, '10014', 'refused'],
  [400, '10016', 'refused'],
  [400, '10023', 'refused'],
  [400, '10027', 'refused'],
];

const rowsOf: Readonly<Record<RemoteError['layer'], readonly Row[]>> = {
  gateway: [...gatewayRows, ...seenRows],
  infrastructure: gatewayRows,
  service: serviceRows,
};

const statuses: Readonly<Record<number, ProblemKind>> = {
  404: 'not-found',
  // Sent by proxies and hotel networks, never by the service.
  407: 'intercepted',
  408: 'service',
  410: 'not-found',
  425: 'service',
  429: 'rate-limit',
  511: 'intercepted',
};

/**
 * What an error of the service's own means for the person: the body decides, then the status. A service behind the gateway may use
 * the gateway's shape with the HTTP status as its code (`{"errorCode":"404"}`). Such a code says no more than the status does, and
 * must not be mistaken for the gateway's own 400 and 500. What stops an account is believed only as the gateway itself says it.
 */
export function kindOfError(httpStatus: number, { layer, code, message }: RemoteError): ProblemKind {
  const rows = rowsOf[layer];
  const isBelieved = ([, , kind]: Row) =>
    problemRules[kind].then !== 'stop' || (layer === 'gateway' && message !== null);
  const exact = rows.find((row) => row[0] === httpStatus && row[1] === code && isBelieved(row));
  if (exact !== undefined) return exact[2];
  const byCode = rows.find(([, known, kind]) => known === code && problemRules[kind].then !== 'stop');
  if (byCode !== undefined && code !== String(httpStatus)) return byCode[2];
  return kindOfStatus(httpStatus);
}

/**
 * What something means that the service did not write, as far as can be told: a page, a text, a JSON of someone else. A 401 or a 403
 * of a proxy is no word about the key, and a success without an answer is none.
 */
export function kindOfForeign(httpStatus: number, isPage: boolean): ProblemKind {
  if (httpStatus < 300 || httpStatus === 401 || httpStatus === 403) return 'intercepted';
  const kind = kindOfStatus(httpStatus);
  return isPage && kind !== 'service' && kind !== 'rate-limit' ? 'intercepted' : kind;
}

function kindOfStatus(httpStatus: number): ProblemKind {
  const listed = statuses[httpStatus];
  if (listed !== undefined) return listed;
  if (httpStatus >= 500) return 'service';
  if (httpStatus >= 300 && httpStatus < 400) return 'intercepted';
  return 'refused';
}

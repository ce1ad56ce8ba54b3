import type { ProblemKind } from '../model/problem.ts';
import type { RemoteError } from './remote-error.ts';

/** The gateway's documented rows ("Legacy API error handling"): HTTP status, `errorCode`, and what it means for the person. */
export const gatewayRows: readonly (readonly [status: number, code: string, kind: ProblemKind])[] = [
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

/** The service's own rows (API overview, response status codes). The table goes on after 10027, but the rest was not readable. */
export const serviceRows: readonly (readonly [status: number, code: string, kind: ProblemKind])[] = [
  [400, '10001', 'refused'],
  [400, '10014', 'refused'],
  [400, '10016', 'refused'],
  [400, '10023', 'refused'],
  [400, '10027', 'refused'],
];

const statuses: Readonly<Record<number, ProblemKind>> = {
  401: 'credentials',
  403: 'permission',
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
 * What an error means for the person: the body decides, then the status. A service behind the gateway may use the gateway's shape with
 * the HTTP status as its code (`{"errorCode":"404"}`). Such a code says no more than the status does, and must not be mistaken for
 * the gateway's own 400 and 500.
 */
export function kindOfError(httpStatus: number, error: RemoteError | null): ProblemKind {
  if (error === null || error.code === null) return kindOfStatus(httpStatus);
  const rows = error.layer === 'gateway' ? gatewayRows : serviceRows;
  const exact = rows.find(([status, code]) => status === httpStatus && code === error.code);
  if (exact !== undefined) return exact[2];
  if (error.code === String(httpStatus)) return kindOfStatus(httpStatus);
  return rows.find(([, code]) => code === error.code)?.[2] ?? kindOfStatus(httpStatus);
}

/** An HTML page in place of an answer. The service did not write it, and only the status shows who may have. */
export function kindOfPage(httpStatus: number): ProblemKind {
  const kind = kindOfStatus(httpStatus);
  return kind === 'service' || kind === 'rate-limit' ? kind : 'intercepted';
}

function kindOfStatus(httpStatus: number): ProblemKind {
  const listed = statuses[httpStatus];
  if (listed !== undefined) return listed;
  if (httpStatus >= 500) return 'service';
  if (httpStatus >= 300 && httpStatus < 400) return 'intercepted';
  return 'refused';
}

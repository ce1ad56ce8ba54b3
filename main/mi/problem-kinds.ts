import type { ProblemKind } from '../monitor/problem.ts';
import type { RemoteError } from './remote-error.ts';

/** The gateway's documented rows ("Legacy API error handling"): HTTP status, `errorCode`, what it is for the person. */
export const gatewayRows: readonly (readonly [status: number, code: string, kind: ProblemKind])[] = [
  [400, '100', 'refused'],
  [401, '200', 'credentials'],
  // Comes with 401, not 403: reading the status alone would blame the key for a missing policy.
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

/** The service's own rows (API overview, response status codes); the table goes on after 10027, but was not readable. */
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
  // Spoken by a proxy and by a hotel's network, never by the service.
  407: 'intercepted',
  408: 'service',
  410: 'not-found',
  425: 'service',
  429: 'rate-limit',
  511: 'intercepted',
};

/**
 * What an error is for the person: the body decides, then the status. A service behind the gateway may speak in the
 * gateway's shape with the HTTP status as its code (`{"errorCode":"404"}`); then the code says nothing that the status
 * does not, and must not be mistaken for the gateway's own 400 and 500.
 */
export function kindOfError(httpStatus: number, error: RemoteError | null): ProblemKind {
  if (error === null || error.code === null) return kindOfStatus(httpStatus);
  const rows = error.layer === 'gateway' ? gatewayRows : serviceRows;
  const exact = rows.find(([status, code]) => status === httpStatus && code === error.code);
  if (exact !== undefined) return exact[2];
  if (error.code === String(httpStatus)) return kindOfStatus(httpStatus);
  return rows.find(([, code]) => code === error.code)?.[2] ?? kindOfStatus(httpStatus);
}

/** A page instead of an answer. Not the service's words; whose they are shows only in the status. */
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

/** An answer of the gateway: HTTP status, errorCode, message and details. */
interface GatewayFault {
  readonly status: number;
  readonly errorCode: string | number;
  readonly message: string;
  readonly details?: string;
}

const invalid = 'Invalid authentication information.';

/** Every row of the gateway's error table, and the answers that were seen although no table has them. */
export const gatewayFaults = {
  'bad-request': { status: 400, errorCode: '100', message: 'Bad Request Exception' },
  'wrong-key': { status: 401, errorCode: '200', message: 'Authentication Failed', details: invalid },
  'key-missing': {
    status: 401,
    errorCode: '200',
    message: 'Authentication Failed',
    details: 'Authentication information are missing.',
  },
  'numeric-code': { status: 401, errorCode: 401, message: '인증에 실패했습니다.' },
  'not-subscribed': {
    status: 401,
    errorCode: '210',
    message: 'Permission Denied',
    details: 'A subscription to the API is required.',
  },
  'no-permission': { status: 401, errorCode: '210', message: 'Permission Denied' },
  forbidden: { status: 403, errorCode: '230', message: 'Forbidden' },
  'not-found': { status: 404, errorCode: '300', message: 'Not Found Exception' },
  'too-large': { status: 413, errorCode: '430', message: 'Request Entity Too Large' },
  quota: { status: 429, errorCode: '400', message: 'Quota Exceeded' },
  throttled: { status: 429, errorCode: '410', message: 'Throttle Limited' },
  'rate-limited': { status: 429, errorCode: '420', message: 'Rate Limited' },
  unexpected: { status: 500, errorCode: '900', message: 'Unexpected Error' },
  'endpoint-error': { status: 503, errorCode: '500', message: 'Endpoint Error' },
  'endpoint-timeout': { status: 504, errorCode: '510', message: 'Endpoint Timeout' },
  'markup-in-message': {
    status: 400,
    errorCode: '80031',
    message: '<strong>Please try again later.</strong><br>',
  },
} as const satisfies Record<string, GatewayFault>;

/** Every readable row of the service's status code table. */
export const serviceFaults = {
  'invalid-request': { status: 400, code: '10001', message: 'Invalid Request.' },
  'nothing-selected': { status: 400, code: '10014', message: 'Select the asset you want to analyze.' },
  'folder-selected': {
    status: 400,
    code: '10016',
    message: 'Select the bucket to integrate (folder selection not available).',
  },
  'too-many-assets': { status: 400, code: '10023', message: 'You can request up to 10 assets at a time.' },
  'base-project': { status: 400, code: '10027', message: 'The base project name cannot be changed.' },
} as const;

/** Errors of Object Storage (S3 API, error responses). */
export const storageFaults = {
  'access-denied': { status: 403, code: 'AccessDenied', message: 'Access Denied' },
  'unknown-key': {
    status: 403,
    code: 'InvalidAccessKeyId',
    message: 'The access key ID you provided does not exist in our records.',
  },
  'wrong-signature': {
    status: 403,
    code: 'SignatureDoesNotMatch',
    message: 'The request signature we calculated does not match the signature you provided.',
  },
  'wrong-time': {
    status: 403,
    code: 'RequestTimeTooSkewed',
    message: 'The difference between the request time and the current time is too large.',
  },
  'no-such-bucket': { status: 404, code: 'NoSuchBucket', message: 'The specified bucket does not exist.' },
  'no-such-key': { status: 404, code: 'NoSuchKey', message: 'The specified key does not exist.' },
  'method-not-allowed': { status: 405, code: 'MethodNotAllowed', message: 'Not allowed.' },
  'slow-down': { status: 503, code: 'SlowDown', message: 'Please reduce your request rate.' },
} as const;

/** Misbehaviour below or beside the API. */
export const wireFaults = [
  'slow',
  'hang',
  'cut',
  'reset',
  'lost-request',
  'huge',
  'html',
  'login-page',
  'half-answer',
  'empty-body',
  'empty-error',
  'text-plain',
  'redirect',
  'unknown-status',
  'extra-fields',
  'wrong-type',
  'nested-error',
] as const;

/** With these nothing of the service has seen the call, so that nothing was done. */
export function comesBefore(name: FaultName): boolean {
  return name in gatewayFaults ? !passedOn.has(name) : name in serviceFaults || name === 'lost-request';
}

/** The gateway had passed the call on before it lost the answer. */
const passedOn: ReadonlySet<string> = new Set(['unexpected', 'endpoint-error', 'endpoint-timeout']);

export type WireFault = (typeof wireFaults)[number];
export type FaultName =
  keyof typeof gatewayFaults | keyof typeof serviceFaults | keyof typeof storageFaults | WireFault;

export const faultNames: readonly FaultName[] = [
  ...(Object.keys(gatewayFaults) as (keyof typeof gatewayFaults)[]),
  ...(Object.keys(serviceFaults) as (keyof typeof serviceFaults)[]),
  ...(Object.keys(storageFaults) as (keyof typeof storageFaults)[]),
  ...wireFaults,
];

export interface Fault {
  readonly name: FaultName;
  /** How many more answers it spoils; Infinity until it is cleared. */
  times: number;
  /** Sent as `Retry-After`, in seconds. */
  readonly retryAfterSeconds: number | null;
}

/** What misbehaves: Media Intelligence, one of its assets, what registers a file, or Object Storage. */
export type Faulty = 'service' | 'registrations' | 'buckets' | number;

export type Faults = ReturnType<typeof createFaults>;

/** The faults in force. */
export function createFaults() {
  const inForce = new Map<Faulty, Fault>();
  return {
    set(
      where: Faulty,
      name: FaultName,
      { times = Infinity, retryAfterSeconds = null }: Partial<Omit<Fault, 'name'>> = {},
    ): void {
      inForce.set(where, { name, times, retryAfterSeconds });
    },
    clear: () => inForce.clear(),
    /** The fault of the first of these that spoils the next answer; it counts as used once. */
    take(...places: readonly Faulty[]): Fault | null {
      const place = places.find((each) => inForce.has(each));
      if (place === undefined) return null;
      const fault = inForce.get(place)!;
      fault.times -= 1;
      if (fault.times <= 0) inForce.delete(place);
      return fault;
    },
  };
}

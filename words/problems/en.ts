/**
 * Why nothing fresh is known, and what to do next, by the kind of problem. A problem is never a failed import. `short` stands in the one line
 * under the window's title, behind `Action needed:` or before the time since when; the narrowest window shows all of it.
 */
export const problems = {
  offline: {
    title: 'Can’t reach Media Intelligence',
    short: 'No connection',
    advice: 'Check your network connection. Checking resumes automatically when it’s back.',
  },
  intercepted: {
    title: 'Another server answered instead of the service',
    short: 'Request intercepted',
    advice:
      'A sign-in page, proxy, or security program may be in the way. Sign in to the network, or allow the API address.',
  },
  // By how much the clock is off is said instead, where that is known. A certificate out of its time may have expired as well.
  clock: {
    title: 'This computer’s clock is wrong, or a certificate has expired',
    short: 'check the clock',
    advice: 'Set the date, time, and time zone to automatic in the system settings, then check again.',
  },
  credentials: {
    title: 'The service rejected the key',
    short: 'key rejected',
    advice:
      'Check in the console that the key is in use, and that you copied both keys completely. If you can’t see the secret key any more, create a new key.',
  },
  permission: {
    title: 'The key doesn’t have permission',
    short: 'no permission',
    advice:
      'Assign the NCP_VPC_MEDIA_INTELLIGENCE_VIEWER policy to the sub account, allow it API Gateway access, and check that you’ve subscribed to Media Intelligence.',
  },
  unconfirmed: {
    title: 'The service rejected a request',
    short: 'Request rejected',
    advice: 'You don’t need to do anything. Import Watch will try again.',
  },
  'rate-limit': {
    title: 'Too many requests',
    short: 'Too many requests',
    advice: 'You don’t need to do anything. Import Watch checks less often for a while.',
  },
  service: {
    title: 'Media Intelligence is having problems',
    short: 'Service problem',
    advice: 'You don’t need to do anything. Import Watch keeps trying, less often, until it’s back.',
  },
  unreadable: {
    title: 'Unexpected response from the service',
    short: 'Unexpected response',
    advice: 'Import Watch will try again. If this keeps happening, check for a newer version.',
  },
  'not-found': {
    title: 'Asset not found',
    short: 'Asset not found',
    advice: 'It may have been deleted or moved. Check the workspace, project, and asset ID.',
  },
  refused: {
    title: 'The service rejected the request',
    short: 'Request rejected',
    advice: 'Check the workspace, project, and asset ID.',
  },
  'account-gone': {
    title: 'Its account was removed from Import Watch',
    short: 'account disconnected',
    advice:
      'This import is no longer checked. Connect the account again with the same access key, or stop watching it.',
  },
};

/** Sentences that make a problem exact. */
export const problemDetails = {
  /** In place of `intercepted`, where a proxy says so itself. */
  proxyRefused: {
    title: 'The proxy refused the connection',
    advice:
      'The proxy of this network refuses the connection, or wants a user name and password, which Import Watch can’t enter. Ask whoever runs the network to allow the API address without them.',
  },
  clockBehind: (duration: string) => `This computer’s clock is ${duration} behind`,
  clockAhead: (duration: string) => `This computer’s clock is ${duration} ahead`,
  field: (path: string, expected: string) => `Field: ${path} (${expected})`,
  wholeAnswer: 'whole response',
  answerFaults: {
    missing: 'missing',
    'not-text': 'expected text',
    'not-a-number': 'expected a number',
    'not-a-list': 'expected a list',
    'not-an-object': 'expected an object',
    'not-json': 'expected JSON',
    'not-as-expected': 'unexpected value',
  },
  anotherValue: (value: string) => `expected ${value}`,
  tooLarge: (size: string) => `larger than ${size}`,
  serviceSaid: (message: string) => `Message from the service: ${message}`,
  httpStatus: (status: string) => `HTTP ${status}`,
  code: (code: string) => `code ${code}`,
  traceId: (traceId: string) => `Trace ID for support: ${traceId}`,
  retryAfter: (duration: string) => `The service asked for a pause of at least ${duration}.`,
};

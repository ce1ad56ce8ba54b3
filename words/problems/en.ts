/** Why nothing fresh is known, and what to do next, by the kind of problem. A problem is never a failed import. */
export const problems = {
  offline: {
    title: 'Media Intelligence cannot be reached',
    advice: 'Check the network connection. Checking goes on by itself as soon as it is back.',
  },
  intercepted: {
    title: 'Something on the network answered in place of the service',
    advice:
      'A sign-in page, a proxy or a security program may stand in between. Sign in to the network, or allow the API address.',
  },
  clock: {
    title: 'This computer’s clock is wrong',
    advice: 'Set the date, time and time zone to automatic in the system settings, then check again.',
  },
  credentials: {
    title: 'The key was refused',
    advice:
      'Compare the access key and the secret key with those in the console, and see that the key is still active.',
  },
  permission: {
    title: 'The key has no permission',
    advice:
      'Give the sub account the policy NCP_VPC_MEDIA_INTELLIGENCE_VIEWER, and see that Media Intelligence is subscribed.',
  },
  'rate-limit': {
    title: 'The service asks for fewer requests',
    advice: 'Nothing needs to be done. Checking goes on more slowly.',
  },
  service: {
    title: 'Media Intelligence has a disturbance',
    advice: 'Nothing needs to be done. It is tried again by itself, less often until it is over.',
  },
  unreadable: {
    title: 'The answer could not be read',
    advice: 'It is tried again. If this stays, look for a newer version of Import Watch.',
  },
  'not-found': {
    title: 'The asset was not found',
    advice: 'It may have been deleted or moved. Check the workspace, the project and the asset id.',
  },
  refused: {
    title: 'The service refused the request',
    advice: 'Check the workspace, the project and the asset id.',
  },
  'account-gone': {
    title: 'Its account was forgotten',
    advice:
      'It is not checked any more. Connect the account again and add the import anew, or stop watching it.',
  },
};

/** Sentences that make a problem exact. */
export const problemDetails = {
  clockBehind: (duration: string) => `This computer’s clock is ${duration} behind`,
  clockAhead: (duration: string) => `This computer’s clock is ${duration} ahead`,
  field: (path: string, expected: string) => `Field: ${path} (${expected})`,
  wholeAnswer: 'the whole answer',
  answerFaults: {
    missing: 'missing',
    'not-text': 'text is expected',
    'not-a-number': 'a number is expected',
    'not-a-list': 'a list is expected',
    'not-an-object': 'an object is expected',
    'not-json': 'JSON is expected',
    'not-as-expected': 'something else is expected',
  },
  anotherValue: (value: string) => `${value} is expected`,
  tooLarge: (size: string) => `larger than ${size}`,
  serviceSaid: (message: string) => `The service said: ${message}`,
  httpStatus: (status: number) => `HTTP ${status}`,
  code: (code: string) => `code ${code}`,
  traceId: (traceId: string) => `Trace id for support: ${traceId}`,
  retryAfter: (duration: string) => `The service asked to wait ${duration}.`,
};

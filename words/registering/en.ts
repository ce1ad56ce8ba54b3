import { plural, type Count } from '../plural.ts';

/** What the app says where it registers files itself. */
export const registering = {
  /** Why the service refused to register a file, by its code where that says more than the kind of the problem; what to do next. */
  refused: {
    invalidRequest: {
      title: 'The service rejected the bucket or the object key',
      advice:
        'Check that the bucket exists and belongs to this account, and that the object key is complete: every folder, and capital and small letters as in Object Storage.',
    },
    nothingSelected: {
      title: 'The service found no file to register',
      advice: 'Enter the full name of the object, with its folders.',
    },
    folder: {
      title: 'A folder can’t be registered',
      advice: 'Register the files in the folder instead, one object key for each.',
    },
    tooMany: {
      title: 'Ten files are being registered already',
      advice: 'You don’t need to do anything. Import Watch sends this file when the others are through.',
    },
    permission: {
      title: 'This key can’t register files',
      advice:
        'Assign the NCP_VPC_MEDIA_INTELLIGENCE_MANAGER policy to the sub account, and check that you’ve subscribed to Media Intelligence. A key that only reads is enough for everything else.',
    },
    projectNotFound: {
      title: 'The service didn’t find the project or the bucket',
      advice: 'One of them may have been deleted. Check the workspace, the project, and the bucket.',
    },
    accountGone: {
      title: 'The account was disconnected',
      advice:
        'Connect the account again with the same access key, allow it to register files, and then try again.',
    },
    otherwise: {
      title: 'The service rejected the request',
      advice: 'Check the workspace, the project, the bucket, and the object key.',
    },
  },
  /** In the account view. */
  may: 'Allow registering files',
  mayHint: (policy: string) =>
    `Off unless you need it. It takes the ${policy} policy; for everything else, a read-only key is enough.`,
  /** Below the account test: whether the key may do it is said by the service only when it is done. */
  notTested: (policy: string) =>
    `Not tested: registering files. Only registering a file shows whether this key is allowed to. Check in the console that its sub account has the ${policy} policy.`,
  again: 'Register again',
  planning: 'Looking up where the files came from…',
  againTitle: 'Register again?',
  againAdvice: 'Each file becomes a new asset, which takes the place of the failed one in your list.',
  /** Said of a file that stays as it failed. */
  first: 'Do this first:',
  unchanged: (when: string) =>
    `The object hasn’t changed since this import was registered (last changed: ${when}).`,
  gone: 'The bucket has no such object now.',
  there: 'The object is in the bucket now.',
  leftOut: 'Left out: the service doesn’t say which object it came from.',
  sameObject: 'Left out: a file above comes from the same object.',
  most: (count: string) => `Only the first ${count} are shown. Register the others afterward.`,
  register: (count: Count) =>
    plural(count, { one: `Register ${count.text} file`, other: `Register ${count.text} files` }),
  progress: (done: string, all: Count) =>
    plural(all, {
      one: `Registering: ${done} of ${all.text} file…`,
      other: `Registering: ${done} of ${all.text} files…`,
    }),
  /** The files that haven’t been sent yet are not registered. */
  stop: 'Stop',
  cancel: 'Cancel',
  inDoubtTitle: (name: string) => `Was ${name} registered?`,
  inDoubtAdvice:
    'No response came back, and the file couldn’t be found in the project’s list. Check the console: if you register it again and it’s there, it becomes a second asset.',
  look: 'Look again',
  sendAnyway: 'It isn’t there: register',
  leaveIt: 'It’s there: done',
  moreInDoubt: (count: Count) =>
    plural(count, {
      one: `${count.text} more file to check after these`,
      other: `${count.text} more files to check after these`,
    }),
  refusedTitle: (name: string, reason: string) => `${name} wasn’t registered: ${reason}`,
  refusedMany: (count: string, reason: string) => `${count} files weren’t registered: ${reason}`,
  refusedSome: (count: Count) =>
    plural(count, {
      one: `${count.text} file wasn’t registered`,
      other: `${count.text} files weren’t registered`,
    }),
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
};

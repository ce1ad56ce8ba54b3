import { plural, type Count } from '../plural.ts';

/** The way of adding that registers files of Object Storage. */
export const registerFiles = {
  way: 'Register files',
  explained: 'Register files of Object Storage in a project. Import Watch then watches their imports.',
  offTitle: (account: string) => `Registering files is off for ${account}`,
  /** `account` and `allow`: where it is turned on. */
  offAdvice: (policy: string, account: string, allow: string) =>
    `A key needs the ${policy} policy for this. Turn on “${allow}” under ${account}. For everything else, a read-only key is enough.`,
  toAccount: 'Open account settings',
  bucket: 'Bucket',
  bucketInvalid: 'Enter 3–63 lowercase letters, digits, hyphens, or periods.',
  bucketUnknown: 'The service names no bucket for this workspace. Enter one.',
  keys: 'Object keys, one on each line',
  keysHint: (examples: string) => `${examples}, or an Object Storage URL`,
  foundNone: 'No files recognized yet.',
  foundTitle: (count: Count) =>
    plural(count, { one: `${count.text} file recognized`, other: `${count.text} files recognized` }),
  named: 'name already in the project',
  namedCount: (count: Count) =>
    plural(count, {
      one: `${count.text} has a name that is already in the project, and becomes a second asset with that name.`,
      other: `${count.text} have names that are already in the project, and become second assets with those names.`,
    }),
  unknownCount: (count: Count) =>
    plural(count, {
      one: `${count.text} has no extension, so it isn’t known whether the service takes it.`,
      other: `${count.text} have no extension, so it isn’t known whether the service takes them.`,
    }),
  comparing: 'Comparing with the names in the project…',
  notCompared: 'The names in the project haven’t been compared.',
  namesCut: (count: string) => `Only the first ${count} names in the project were compared.`,
  repeated: (count: Count) =>
    plural(count, {
      one: `${count.text} is listed more than once; registered once`,
      other: `${count.text} are listed more than once; each is registered once`,
    }),
  left: (count: Count, most: string) =>
    plural(count, {
      one: `At most ${most} at once: ${count.text} more line wasn’t read. Register these first.`,
      other: `At most ${most} at once: ${count.text} more lines weren’t read. Register these first.`,
    }),
  faultyTitle: (count: Count) =>
    plural(count, {
      one: `${count.text} line can’t be registered`,
      other: `${count.text} lines can’t be registered`,
    }),
  confirmTitle: (count: Count, project: string) =>
    plural(count, {
      one: `Register ${count.text} file in ${project}?`,
      other: `Register ${count.text} files in ${project}?`,
    }),
  confirmAdvice: (buckets: string) =>
    `From ${buckets}. Each file becomes a new asset. This can’t be undone here: delete assets in the console.`,
  registerNone: 'Register files',
  resultsTitle: 'Last registered',
  progress: (done: string, all: string) => `${done} of ${all}`,
  states: {
    waiting: 'Waiting',
    sent: 'Waiting for the response',
    'in-doubt': 'Unknown: decide at the top of the window',
    registered: (id: string) => `Registered as asset ${id}`,
  },
  /** Why a line of object keys names no file that could be registered. */
  objectFaults: {
    folder: 'A folder can’t be registered.',
    extension: 'Media Intelligence doesn’t take files with this extension.',
    unprintable: 'This has a tab or another control character in it. Keep only the object key.',
    'too-long': 'The object key is longer than 1,024 bytes.',
    'bucket-name': 'This is not a bucket name.',
    'no-key': 'This names no object in Object Storage.',
    ambiguous: 'This can be read in more than one way. Enter it as s3://bucket/key.',
    'not-text': 'This isn’t a text file. Save the list as text, with one object key on each line.',
    'same-key':
      'A line above has the same key in another bucket or another Unicode form. Register this file after that one.',
    'no-bucket': 'No bucket given. Enter it above.',
    underway: 'This file is already being registered, or waits for your decision at the top of the window.',
  },
  unknownKind: 'No extension: whether the service takes it isn’t known.',
};

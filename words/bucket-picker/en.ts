import { plural, type Count } from '../plural.ts';

/** Picking files from a bucket of Object Storage. */
export const bucketPicker = {
  open: 'Pick from the bucket',
  close: 'Close',
  path: 'Folder',
  find: 'Find in the files shown',
  findHint:
    'This looks through what has been loaded. The whole folder can only be searched for how names begin.',
  search: 'Search the folder',
  beginning: (text: string) => `Names beginning with “${text}”`,
  selectShown: 'Select all shown',
  loadMore: 'Load more',
  loaded: (count: Count) =>
    plural(count, { one: `${count.text} entry loaded`, other: `${count.text} entries loaded` }),
  nothing: 'There are no files here.',
  noMatch: 'No name that has been loaded contains this.',
  useNone: 'Add object keys',
  use: (count: Count) =>
    plural(count, { one: `Add ${count.text} object key`, other: `Add ${count.text} object keys` }),
  /** Why an object can’t be picked. */
  unfit: {
    extension: 'Media Intelligence doesn’t take files with this extension',
    'video-too-large': 'Larger than 10 GB, the most for a video',
    'picture-too-large': 'Larger than 10 MB, the most for an image',
    unprintable:
      'Can’t be added by name: it ends with a space, or contains an unreadable character or another address',
  },
  /** What Object Storage says instead of a list. */
  problems: {
    permission: {
      title: 'This key can’t list the bucket',
      advice: (policy: string) =>
        `Assign the ${policy} policy to the sub account, and check that the bucket belongs to this account. You can also enter the object keys instead.`,
    },
    'not-found': {
      title: 'The bucket was not found',
      advice: 'Check its name. Import Watch looks in the Korea region of Object Storage.',
    },
    credentials: {
      title: 'Object Storage rejected the key',
      advice:
        'Check in the console that the key is in use. If Media Intelligence accepts it, enter the object keys instead.',
    },
    offline: {
      title: 'Can’t reach Object Storage',
      advice: (host: string) =>
        `Check your network connection. A firewall must let ${host} through. You can also enter the object keys instead.`,
    },
    service: {
      title: 'Object Storage is having problems',
      advice: 'Try again later, or enter the object keys instead.',
    },
  },
};

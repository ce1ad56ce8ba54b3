import type { RowOutcome } from '../../main/contract.ts';

interface Advice {
  readonly happened: string;
  /** Where the service's own text takes the place of `happened`. It may be in any language. */
  readonly saidInstead: (said: string) => string;
  readonly next: string;
}

/** The visible word of a status. The service's own word stands beside it where there is room. */
export const outcomes: Readonly<Record<RowOutcome, string>> = {
  waiting: 'Not checked yet',
  importing: 'Importing',
  completed: 'Completed',
  failed: 'Failed',
  'file-not-there': 'File not found',
  'not-valid': 'Invalid file',
  gone: 'Asset not found',
  unknown: 'Unknown status',
};

/** What an ended import means and what to do next, by outcome. The three limits are those of the import-status page. */
export const advice: Readonly<Record<Exclude<RowOutcome, 'waiting' | 'importing'>, Advice>> = {
  completed: {
    happened: 'The import is complete and the asset is ready to use.',
    saidInstead: (said) => said,
    next: 'You can start the analysis in the workspace.',
  },
  failed: {
    happened: 'Media Intelligence couldn’t import the file.',
    saidInstead: (said) => said,
    next: 'Import the file again. It becomes a new asset with a new ID.',
  },
  'file-not-there': {
    happened: 'The file wasn’t found in Object Storage.',
    saidInstead: (said) => said,
    next: 'Check the bucket and the file name (object key) in Object Storage, then import the file again.',
  },
  'not-valid': {
    happened: 'Media Intelligence doesn’t support this file.',
    saidInstead: (said) => said,
    next: 'Convert it to 360p–1080p, then import it again. Video: mp4, mkv, mov, webm, up to 6 hours and 10 GB. Image: png, jpg, heic, up to 10 MB.',
  },
  // Also of an ID that never was there; what a notification tells of it was, and has words of its own.
  gone: {
    happened: 'The asset was deleted or moved to another project, or its workspace, project, or ID is wrong.',
    saidInstead: (said) => said,
    next: 'Check these, and look for it in the workspace. If it’s in another project, add it again from there.',
  },
  unknown: {
    happened: 'Media Intelligence didn’t return a status that this version recognizes.',
    saidInstead: (said) => said,
    next: 'Check the asset in the workspace. Import Watch keeps checking.',
  },
};

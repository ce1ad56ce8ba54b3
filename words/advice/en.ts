/** What an ended import means and what to do next, by outcome. The three limits are those of the import-status page. */
export const advice = {
  completed: {
    happened: 'The import has finished and the asset can be used.',
    next: 'You can start the analysis in the workspace.',
  },
  failed: {
    happened: 'The service could not finish the import.',
    next: 'Register the file again. It becomes a new asset with a new id.',
  },
  'file-not-there': {
    happened: 'The file was gone before it was copied.',
    next: 'Check the object key and the bucket in Object Storage, then register the file again.',
  },
  'not-valid': {
    happened: 'The file is outside what the service accepts.',
    next: 'Convert it to 360p to 1080p, up to 6 hours, as mp4, mkv, mov, webm, png, jpg or heic, then register it again.',
  },
  gone: {
    happened: 'The service has this asset no longer, or it was moved to another project.',
    next: 'Look in the workspace where it is. If it was moved, add it again from its new project.',
  },
  unknown: {
    happened: 'The service answered with a status that this version does not know.',
    next: 'Look at the asset in the workspace. Checking goes on.',
  },
};

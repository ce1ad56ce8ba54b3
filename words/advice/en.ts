/** What an ended import means and what to do next, by outcome. The three limits are those of the import-status page. */
export const advice = {
  completed: {
    happened: 'The import is complete and the asset is ready to use.',
    next: 'You can start the analysis in the workspace.',
  },
  failed: {
    happened: 'Media Intelligence couldn’t import the file.',
    next: 'Import the file again. It becomes a new asset with a new ID.',
  },
  'file-not-there': {
    happened: 'The file wasn’t found in Object Storage.',
    next: 'Check the bucket and the file name (object key) in Object Storage, then import the file again.',
  },
  'not-valid': {
    happened: 'Media Intelligence doesn’t support this file.',
    /** In place of `happened`: the service says which limit was not kept, in a language of its own. */
    said: (said: string) => `${said}`,
    next: 'Convert it to 360p–1080p, then import it again. Video: mp4, mkv, mov, webm, up to 6 hours and 10 GB. Image: png, jpg, heic, up to 10 MB.',
  },
  gone: {
    happened: 'The asset was deleted or moved to another project.',
    next: 'Look for it in the workspace. If it was moved, add it again from its new project.',
  },
  unknown: {
    happened: 'Media Intelligence returned a status that this version doesn’t recognize.',
    next: 'Check the asset in the workspace. Import Watch keeps checking.',
  },
};

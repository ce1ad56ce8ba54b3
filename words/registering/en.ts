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
      title: 'The project was not found',
      advice: 'It may have been deleted. Check the workspace and project ID.',
    },
  },
};

/** The visible word of a status. The service's own word stands beside it where there is room. */
export const outcomes = {
  waiting: 'Not checked yet',
  importing: 'Importing',
  completed: 'Completed',
  failed: 'Failed',
  'file-not-there': 'File not found',
  'not-valid': 'Invalid file',
  gone: 'Asset not found',
  unknown: 'Unknown status',
};

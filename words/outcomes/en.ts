/** The visible word of a status. The service's own word stands beside it where there is room. */
export const outcomes = {
  waiting: 'Waiting',
  importing: 'Importing',
  completed: 'Completed',
  failed: 'Failed',
  'file-not-there': 'File not there',
  'not-valid': 'Not a valid file',
  gone: 'No longer there',
  unknown: 'Unknown status',
};

/** Why a request was refused: what is wrong, and what is expected or to be done. */
export const refusals = {
  fields: {
    name: 'Name',
    accessKey: 'Access key',
    secretKey: 'Secret key',
    apiUrl: 'API address',
    text: 'Pasted text',
    workspace: 'Workspace',
    projectId: 'Project id',
    assetId: 'Asset id',
    label: 'Name',
  },
  inField: (field: string, sentence: string) => `${field}: ${sentence}`,
  tooLong: (most: string) =>
    `This is longer than ${most} characters. See whether more was pasted than is meant.`,
  notAnAddress: (example: string) => `This is not an address. One such as ${example} is expected.`,
  faults: {
    empty: 'This is empty. Fill it in.',
    'blank-inside': 'There is a blank inside. Copy the key again, with nothing else.',
    'line-end-inside': 'There is a line end inside. Paste one key alone, on one line.',
    'not-printable':
      'There is a character that a key cannot have. Only Latin letters, digits and signs are expected.',
    'not-https':
      'This does not begin with https://, so the key would cross the network unprotected. Only an address of this computer may begin with http://.',
    'has-a-path': 'There is more after the host. Leave out the path and all that follows it.',
    'has-a-login': 'There is a login in the address. Leave out the part before the @.',
    'name-taken': 'Another account has this name. Enter a different one.',
    'not-a-workspace-name':
      'This is not a workspace name. 3 to 63 small Latin letters, digits and hyphens are expected, as in the console.',
    'not-an-id': 'This is not an id. A whole number from 1 to 9007199254740991 is expected.',
    'wrong-shape':
      'Import Watch did not understand what this window asked for. Close the window and open it again.',
  },
  /** An export is written where the person chose; they choose again. */
  fileNotWritten: {
    'disk-full': 'The disk is full. Free some space, or save the file somewhere else.',
    'quota-used-up': 'Your share of the disk is used up. Delete something, or save the file somewhere else.',
    'read-only': 'The disk can only be read. Save the file somewhere else.',
    'no-permission': 'You may not write to this folder. Save the file somewhere else.',
    'folder-gone': 'The folder is gone. Save the file somewhere else.',
    'in-the-way': 'Something else stands where the file should be. Choose another name.',
    'too-many-files': 'Too many files are open. Close some programs, then try again.',
    'disk-fault': 'The disk reported a fault. Save the file somewhere else, and have the disk checked.',
    unknown: 'The disk did not take the file. Check that it is connected, or save the file somewhere else.',
  },
  codes: {
    'account-gone': 'This account is no longer there. Choose another one, or add it again.',
    'no-usable-key': 'No key of this account can be used. Enter its keys under Account.',
    'found-keys-gone': 'These keys are no longer on this computer. Enter the keys by hand.',
    'called-back': 'The request was broken off. Try again.',
    'cannot-save':
      'Nothing could be written to the disk. Free some space or check the folder’s permissions, then try again.',
    'login-item-sandboxed':
      'Programs from Flatpak or Snap may not start themselves at login. Set it in the system settings.',
    'login-item-demo': 'The demo leaves nothing behind on this computer. Leave the demo first.',
    'login-item-failed':
      'The system did not accept it. Add Import Watch to the programs that start at login in the system settings.',
    failed:
      'Something went wrong inside Import Watch. Try again; if it stays so, quit Import Watch and start it again.',
  },
};

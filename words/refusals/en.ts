/** Why a request was refused: what is wrong, and what is expected or to be done. */
export const refusals = {
  fields: {
    name: 'Name',
    accessKey: 'Access key',
    secretKey: 'Secret key',
    apiUrl: 'API address',
    address: 'Webhook address',
    signingSecret: 'Signing secret',
    text: 'Pasted text',
    workspace: 'Workspace',
    projectId: 'Project ID',
    assetId: 'Asset ID',
    bucket: 'Bucket',
    key: 'Object key',
    label: 'Name',
  },
  inField: (field: string, sentence: string) => `${field}: ${sentence}`,
  partOf: (text: string, part: string) => `${part} in ${text}`,
  tooLong: (most: string) => `Enter ${most} characters or fewer. You may have pasted more than you meant to.`,
  notAnAddress: (example: string) => `Enter an address such as ${example}.`,
  faults: {
    empty: 'Enter a value.',
    'blank-inside': 'The key contains a space. Copy only the key, then paste it again.',
    'line-end-inside': 'The key contains a line break. Paste one key, on one line.',
    'not-printable':
      'The key contains a character that keys can’t have. Use only English letters, digits, and symbols.',
    'not-https':
      'Use an address that starts with https://, or your requests and access key are sent unencrypted. Only addresses on this computer can use http://.',
    'has-a-path': 'Remove everything after the host name.',
    'has-a-login': 'Remove the user name and password: everything after // up to and including @.',
    'name-taken': 'Another account has this name. Enter a different one.',
    'needed-for-new-address':
      'The address has changed, so enter both keys again. Saved keys are never sent to another address.',
    'no-webhook-address':
      'Enter a whole address that starts with https://. Only addresses on this computer can use http://.',
    'not-a-workspace-name':
      'Enter a workspace name as shown in the console: 3 to 63 lowercase letters, digits, or hyphens.',
    'not-a-bucket-name':
      'Enter a bucket name as shown in Object Storage: 3 to 63 lowercase letters, digits, hyphens, or periods.',
    'not-an-id': 'Enter a whole number from 1 to 9007199254740991.',
    'wrong-shape': 'Import Watch couldn’t process the request. Close the window, then open it again.',
    'not-readable': 'You don’t have permission to read it, or the disk reported an error.',
    'is-a-folder': 'It is a folder, not a file.',
    'is-no-file': 'It is not an ordinary file, or it is too large.',
    unexpanded: 'It contains a placeholder or the name of a variable instead of its value.',
    'no-keys-inside': 'It contains no keys.',
  },
  /** An export is written where the person chose; they choose again. */
  fileNotWritten: {
    'disk-full': 'The disk is full. Free up some space, or save the file somewhere else.',
    'quota-used-up': 'You’ve used all your disk space. Delete some files, or save the file somewhere else.',
    'read-only': 'The disk is read-only. Save the file somewhere else.',
    'no-permission': 'You don’t have permission to save in this folder. Save the file somewhere else.',
    'folder-gone': 'The folder no longer exists. Save the file somewhere else.',
    'in-the-way': 'A folder or another item already has this name. Choose another name.',
    'in-use': 'Another program is using this file. Close it there, or choose another name.',
    'not-read': 'A file with this name can’t be read. Choose another name.',
    'too-many-files': 'Too many files are open. Close some apps, then try again.',
    'disk-fault': 'The disk reported an error. Save the file somewhere else, and have the disk checked.',
    unknown: 'Couldn’t write the file. Check that the disk is connected, or save the file somewhere else.',
  },
  codes: {
    'account-gone': 'This account was removed. Choose another account, or connect it again.',
    'no-usable-key': 'This account has no usable key. Enter its keys in Account.',
    'found-keys-gone': 'These keys are no longer on this computer. Enter the keys by hand.',
    'called-back': 'The request was canceled. Try again.',
    'not-agreed': 'You didn’t agree, so nothing was sent or saved.',
    'dialog-open': 'Another dialog of Import Watch is open. Close it, then try again.',
    'cannot-save':
      'Couldn’t write to the disk. Free up some space or check the folder’s permissions, then try again.',
    'list-full':
      'The list has no room for these imports. Stop watching some that have finished, then try again.',
    'registering-off': 'This isn’t allowed for the account. Turn it on in Account first.',
    'plan-gone': 'This list is out of date. Open it again.',
    'no-object-storage':
      'The buckets can only be listed for an account at the service’s own address. Enter the object keys instead.',
    'not-copied': 'Couldn’t copy. Another app may use the clipboard. Try again.',
    'login-item-sandboxed':
      'Apps installed from Flatpak or Snap can’t turn this on themselves. Turn it on in the system settings.',
    'login-item-needs-approval':
      'macOS asks you to allow this first. In System Settings, open General > Login Items and turn on Import Watch.',
    'login-item-demo': 'You can’t change this in the demo. Exit the demo first.',
    'login-item-failed':
      'The system didn’t allow this. In the system settings, add Import Watch to the apps that start at login.',
    'shortcut-refused':
      'These keys can’t be used: another program has them, or this desktop doesn’t allow shortcuts. Try other keys.',
    'hooks-full': 'You’ve set up as many as Import Watch runs. Remove one first.',
    'hook-gone': 'This was removed from the settings. Nothing was tried.',
    'hook-busy': 'This is being tried already. Wait until it is over.',
    'group-gone': 'This group is gone. Choose another group or an account.',
    failed:
      'Something went wrong in Import Watch. Try again. If it keeps happening, quit Import Watch and start it again.',
  },
};

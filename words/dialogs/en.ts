/** The system's dialogs, in which the person agrees to what no page may decide. */
export const dialogs = {
  newHost: {
    question: (host: string) => `Send this account’s access key to ${host}?`,
    detail:
      'Import Watch has not sent anything to this host before. Continue only if you entered this address yourself and trust it.',
    yes: 'Send',
  },
  weakly: {
    question: (name: string) => `Store the secret key of “${name}” with weak encryption?`,
    detail: 'Anyone who can read your files can read the key.',
    yes: 'Store',
  },
  cancel: 'Cancel',
};

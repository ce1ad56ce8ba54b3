/** The system's dialogs, in which the person agrees to what no page may decide. */
export const dialogs = {
  'new-host': {
    question: (host: string) => `Send an account’s access key to ${host}?`,
    detail:
      'Import Watch cannot tell whether you agreed to this host before. Continue only if you entered this address yourself and trust it.',
    yes: 'Send',
  },
  weakly: {
    question: (name: string) => `Store the secret key of “${name}” with weak encryption?`,
    detail: 'Anyone who can read your files can read the key.',
    yes: 'Store',
  },
  webhook: {
    question: (host: string) => `Send import results to ${host}?`,
    detail:
      'From now on, the result of each import is sent to this address, with the service’s message, the asset’s name, workspace, project, and ID, and the account and group names. Continue only if you entered the address yourself and trust it.',
    yes: 'Send',
  },
  'webhook-weakly': {
    question: (host: string) => `Store the address of the webhook at ${host} with weak encryption?`,
    detail:
      'Anyone who can read your files can read it and send messages to it. If you don’t store it, Import Watch keeps it only until you quit.',
    yes: 'Store',
  },
  program: {
    title: 'Choose the program to run after an import ends',
    question: (path: string) => `Run “${path}” after imports end?`,
    detail:
      'It runs with all your rights, without asking each time. Continue only if you chose this file yourself and trust it.',
    yes: 'Run',
  },
  register: {
    question: (name: string) => `Let Import Watch register files with the keys of “${name}”?`,
    detail:
      'It can then create assets in the projects of this account, which may cost money. Continue only if you turned this on yourself.',
    yes: 'Allow',
  },
  /** At the start, where this computer or its temporary folder lets no lock be made that keeps the app from running twice. */
  noLock: (folder: string, temporary: string) =>
    `Import Watch didn’t start, because it couldn’t make the files that keep it from running twice, in one of these folders:\n\n${folder}\n${temporary}\n\nCheck that the disk has room and that you can write to both folders. Then start it again.`,
  /** On Windows, where another run has the lock and cannot be called from here. */
  otherComputer: (computer: string) =>
    `Import Watch is already running on the computer “${computer}” with the same files. Quit it there first.`,
  otherSession:
    'Import Watch is already running on this computer, in another session of your account. Quit it there first.',
  'runs-elsewhere': {
    question: (computer: string) =>
      `Import Watch seems to be running on the computer “${computer}” with the same files. Start it here?`,
    detail:
      'If this computer has been renamed since, or Import Watch was cut off there, start it. If it’s still running there, quit it there first. Two running copies would interfere with each other.',
    yes: 'Start',
  },
  cancel: 'Cancel',
};

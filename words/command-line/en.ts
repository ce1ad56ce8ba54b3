/** What the command line says. The names of commands, options and variables come in as parts: they are the same in every language. */
export const commandLine = {
  help: {
    about: 'Tells a terminal or script when media imports finish.',
    usage: 'Usage',
    commands: 'Commands',
    watch: (keys: string) => `print a line each time an import’s status changes, until ${keys}`,
    status: (option: string) =>
      `check each import once, print its status, and exit; ${option} keeps retrying after errors until then`,
    options: 'Options',
    wait: (command: string) => `with ${command}: exit when all imports have finished`,
    timeout: (units: string) => `exit after this time at the latest: a whole number followed by ${units}`,
    project: (command: string) =>
      `with ${command}: also watch what is in progress in a project, or starts later; can be repeated`,
    from: (command: string, sign: string) =>
      `with ${command}: watch the assets listed in a file, in any form that the Add view reads; ${sign} reads standard input`,
    in: (option: string) => `with ${option}: the workspace and project of IDs that name none`,
    dryRun: (option: string) =>
      `with ${option}: only show what was recognized; no request is sent and no key is needed`,
    json: (fields: string) => `print one JSON object per line: ${fields}`,
    apiUrl: (address: string) => `API address: https, or http on this computer (default: ${address})`,
    thisHelp: 'show this help and exit',
    version: 'show the version and exit',
    keys: 'Keys are read from the first of these that is set',
    network: 'Network',
    proxy: 'proxy to send requests through, and hosts to reach without it',
    certificates:
      'file with more certificates to trust, beside those of this computer (with Node.js 20, the only way)',
    exitCodes: 'Exit codes',
    example: 'Example',
  },
  exitCodes: {
    completed: (command: string) => `all imports completed; with ${command}: none failed`,
    failed: 'every status is known, and some imports failed',
    wrongUsage: 'invalid usage; no request was sent',
    cannotTell: 'unknown: no key, key rejected, no permission, asset not found, or no final status in time',
  },
  wrong: {
    noCommand: (commands: string) => `Start with one of these commands: ${commands}`,
    waitNeedsWatch: (option: string, command: string) => `${option} can only be used with ${command}`,
    noAsset: (example: string) => `Enter at least one asset as workspace/project/asset, such as ${example}`,
    notAnAsset: (text: string, example: string) =>
      `${text} is not workspace/project/asset, such as ${example}`,
    notAProject: (text: string, example: string) => `${text} is not workspace/project, such as ${example}`,
    notADuration: (option: string, examples: string) => `${option} takes a duration such as ${examples}`,
    needsFrom: (option: string, from: string) => `${option} can only be used with ${from}`,
    unknownOption: (option: string) => `Unknown option: ${option}`,
    valueMissing: (option: string) => `${option} needs a value`,
    valueUnexpected: (option: string) => `${option} takes no value`,
    notAProxy: (name: string, example: string) => `${name} takes an http or https address such as ${example}`,
    seeHelp: (command: string) => `For all commands and options: ${command}`,
  },
  openToOthers: (file: string, command: string) =>
    `Other users of this computer can read ${file}. To keep it private: ${command}`,
  noKeys: {
    title: 'No keys found on this computer',
    advice: (first: string, second: string, file: string) =>
      `Set ${first} and ${second} in the environment, or write them to ${file}.`,
  },
  answersAgain: 'Responding again',
  askedAbout: (asset: string) => `While checking ${asset}`,
  /** A project that is followed; the catalogue's other words for these are about an asset. */
  project: {
    notFound: {
      title: 'Project not found',
      advice: 'It may have been deleted. Check the workspace and project ID.',
    },
    refusedAdvice: 'Check the workspace and project ID.',
  },
  /** Advice of the command that does not go on by itself. */
  atOnce: {
    offline: (option: string) =>
      `Check your network connection and run the command again, or use ${option} to keep trying.`,
    later: (option: string) => `Run the command again later, or use ${option} to keep trying.`,
    unreadable: 'Run the command again. If this keeps happening, check for a newer version of Import Watch.',
  },
  /** Advice where something on the network is in the way. */
  inTheWay: (proxy: string, certificates: string) =>
    `A sign-in page, proxy, or security program may be in the way. If this network needs a proxy, put its address, with user and password if it wants them, into ${proxy}; if it has certificates of its own, put their file into ${certificates}.`,
  list: {
    cannotRead: (file: string, reason: string) => `Couldn’t read ${file}: ${reason}`,
    nothing: (file: string) => `No assets recognized in ${file}`,
    notUnderstood: (place: string, text: string, reason: string) =>
      `${place}: Not recognized: ${text} · ${reason}`,
    placeMissing: (option: string) => `No workspace or project given. Use ${option}.`,
  },
  timeIsUp: 'Timed out.',
  notThere: (list: string) => `Not found after several tries: ${list}`,
  notEnded: (list: string) => `No final status yet: ${list}`,
  unheard: (list: string) => `No response about: ${list}`,
  cannotWrite: (reason: string) => `Couldn’t write the output: ${reason}`,
};

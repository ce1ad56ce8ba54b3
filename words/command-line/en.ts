/** What the command line says. The names of commands, options and variables come in as parts: they are the same in every language. */
export const commandLine = {
  help: {
    about: 'Tells a terminal or script when media imports finish.',
    usage: 'Usage',
    commands: 'Commands',
    watch: (keys: string) => `print a line each time an import’s status changes, until ${keys}`,
    status: (option: string) =>
      `check each import once, print its status, and exit; ${option} keeps retrying after errors until then`,
    register: (option: string) =>
      `register files of Object Storage, and print what became of each; with ${option}, then watch their imports`,
    options: 'Options',
    wait: (command: string, other: string) =>
      `with ${command} or ${other}: exit when all imports have finished`,
    timeout: (units: string) => `exit after this time at the latest: a whole number followed by ${units}`,
    project: (command: string) =>
      `with ${command}: also watch what is in progress in a project, or starts later; can be repeated`,
    from: (command: string, other: string, sign: string) =>
      `with ${command}: watch the assets listed in a file, in any form that the Add view reads; with ${other}: object keys, one a line; ${sign} reads standard input`,
    in: (option: string) => `with ${option}: the workspace and project of IDs that name none`,
    bucket: (command: string) =>
      `with ${command}: the bucket of the object keys; without it, the one that the workspace is linked to`,
    dryRun: (option: string, command: string) =>
      `with ${option} or ${command}: only show what was recognized, and exit with 2 if nothing was or a line names no file; no request is sent and no key is needed`,
    json: (fields: string, command: string, ofFile: string) =>
      `print one JSON object per line: ${fields}; of each file with ${command}: ${ofFile}`,
    apiUrl: (address: string) => `API address: https, or http on this computer (default: ${address})`,
    thisHelp: 'show this help and exit',
    version: 'show the version and exit',
    keys: 'Keys are read from the first of these that is set',
    network: 'Network',
    proxy: 'proxy to send requests through, and hosts to reach without it',
    certificates:
      'file with more certificates to trust, beside those of this computer (the only way with Node.js before 22.19, and with 24 before 24.5)',
    exitCodes: 'Exit codes',
    example: 'Example',
  },
  exitCodes: {
    completed: (command: string) => `all imports completed; with ${command}: none failed`,
    failed: 'every result is known, and some imports failed or files were refused',
    wrongUsage: 'invalid usage, or nothing recognized in a list; no file was sent',
    cannotTell:
      'unknown: no key, key rejected, no permission, asset not found, no final status in time, or an asset of a list couldn’t be watched',
  },
  wrong: {
    noCommand: (commands: string) => `Start with one of these commands: ${commands}`,
    onlyWith: (option: string, command: string) => `${option} can only be used with ${command}`,
    noAsset: (example: string) => `Enter at least one asset as workspace/project/asset, such as ${example}`,
    noProject: (example: string) => `Enter the project as workspace/project, such as ${example}`,
    noKey: (option: string, example: string) =>
      `Enter at least one object key such as ${example}, or a file with ${option}`,
    notAnAsset: (text: string, example: string) =>
      `${text} is not workspace/project/asset, such as ${example}`,
    notAProject: (text: string, example: string) => `${text} is not workspace/project, such as ${example}`,
    notADuration: (option: string, examples: string) => `${option} takes a duration such as ${examples}`,
    needsFrom: (option: string, from: string) => `${option} can only be used with ${from}`,
    unknownOption: (option: string) => `Unknown option: ${option}`,
    valueMissing: (option: string) => `${option} needs a value`,
    givenTwice: (option: string) => `${option} can only be given once`,
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
  /** Advice where something is not found in words that are not the service's. */
  ofNobody:
    'This response has no code of the service, so a server in between may have sent it. Checking continues automatically.',
  list: {
    cannotRead: (file: string, reason: string) => `Couldn’t read ${file}: ${reason}`,
    nothing: (file: string) => `No assets recognized in ${file}`,
    notUnderstood: (place: string, text: string, reason: string) =>
      `${place}: Not recognized: ${text} · ${reason}`,
    placeMissing: (option: string) => `No workspace or project given. Use ${option}.`,
    placeUnclear: 'The list doesn’t say clearly which workspace and project this belongs to.',
    projectNamed: 'The project is given by its name. Write its ID instead.',
  },
  register: {
    would: 'would be registered',
    done: 'registered',
    refused: 'not registered',
    unknown: 'not known whether it was registered',
    repeated: (count: string) => `Listed more than once, and taken once: ${count}`,
    nothing: (file: string) => `No object keys in ${file}`,
    nothingSent: 'Nothing was sent. Correct these lines, then run the command again.',
    noBucket: (workspace: string, option: string) =>
      `The workspace ${workspace} isn’t linked to a bucket, or this key can’t see it. Name the bucket with ${option}.`,
    inDoubt:
      'No response came back, and the file couldn’t be found in the project’s list. Check the console before you register it again: a second registration becomes a second asset.',
    noReply:
      'The run ended before a response came. Check the console before you register it again: a second registration becomes a second asset.',
    notSent: 'The run ended before it was sent.',
  },
  timeIsUp: 'Timed out.',
  notThere: (list: string) => `Not found after several tries: ${list}`,
  notEnded: (list: string) => `No final status yet: ${list}`,
  unheard: (list: string) => `No response about: ${list}`,
  cannotWrite: (reason: string) => `Couldn’t write the output: ${reason}`,
};

/** What the command line says. The names of commands, options and variables come in as parts: they are the same in every language. */
export const commandLine = {
  help: {
    about: 'Tells you in a terminal or a script when media imports end.',
    usage: 'Usage',
    commands: 'Commands',
    watch: (keys: string) => `prints a line for each change of an import’s status, until ${keys}`,
    status: (option: string) =>
      `looks once at each import, prints its status and ends; with ${option}, asks again until then where trouble came between`,
    options: 'Options',
    wait: (command: string) => `with ${command}: end when all imports have ended`,
    timeout: (units: string) => `end after this time at the latest: a whole number and ${units}`,
    project: (command: string) =>
      `with ${command}: watch what is in progress in this project, or comes to be; may be repeated`,
    json: (fields: string) => `one JSON object for each line: ${fields}`,
    apiUrl: (address: string) => `address of the API: https, or http on this computer (default ${address})`,
    thisHelp: 'print this help and end',
    version: 'print the version and end',
    keys: 'Keys, taken from the first of these places that has any',
    exitCodes: 'Exit codes',
    example: 'Example',
  },
  exitCodes: {
    completed: (command: string) => `all imports completed; with ${command}: none has failed`,
    failed: 'all is known, and some imports failed',
    wrongUsage: 'wrong usage; nothing was asked',
    cannotTell:
      'cannot tell: no key, a refused key, no permission, an asset that is not there, or an end that was not heard of in time',
  },
  wrong: {
    noCommand: (commands: string) => `The first word must be one of: ${commands}`,
    waitNeedsWatch: (option: string, command: string) => `${option} can only be used with ${command}`,
    noAsset: (example: string) => `Name at least one asset as workspace/project/asset, such as ${example}`,
    notAnAsset: (text: string, example: string) =>
      `${text} is not workspace/project/asset, such as ${example}`,
    notAProject: (text: string, example: string) => `${text} is not workspace/project, such as ${example}`,
    partOf: (text: string, part: string) => `${part} in ${text}`,
    notADuration: (option: string, examples: string) => `${option} takes a duration such as ${examples}`,
    unknownOption: (option: string) => `There is no option ${option}`,
    valueMissing: (option: string) => `${option} needs a value behind it`,
    valueUnexpected: (option: string) => `${option} takes no value`,
    seeHelp: (command: string) => `For all commands and options: ${command}`,
  },
  noKeys: {
    title: 'No keys were found on this computer',
    advice: (first: string, second: string, file: string) =>
      `Set ${first} and ${second} in the environment, or write them to ${file}.`,
  },
  answersAgain: 'Answers come again',
  askedAbout: (asset: string) => `Asked about: ${asset}`,
  /** A project that is followed; the catalogue's other words for these are about an asset. */
  project: {
    notFound: {
      title: 'The project was not found',
      advice: 'It may have been deleted. Check the workspace and the project id.',
    },
    refusedAdvice: 'Check the workspace and the project id.',
  },
  /** Advice of the command that does not go on by itself. */
  atOnce: {
    offline: (option: string) =>
      `Check the network connection and run the command again, or have it try for longer with ${option}.`,
    later: (option: string) => `Run the command again later, or have it try for longer with ${option}.`,
    unreadable: 'Run the command again. If this stays, look for a newer version of Import Watch.',
  },
  timeIsUp: 'The time is up.',
  notThere: (list: string) => `Given up, because the service did not find it in several tries: ${list}`,
  notEnded: (list: string) => `Not known to have ended: ${list}`,
  unheard: (list: string) => `Nothing is known of: ${list}`,
  cannotWrite: (reason: string) => `The output cannot be written: ${reason}`,
};

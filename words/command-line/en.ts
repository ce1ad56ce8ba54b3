/** What the command line says. The names of commands, options and variables come in as parts: they are the same in every language. */
export const commandLine = {
  help: {
    about: 'Tells you in a terminal or a script when media imports end.',
    usage: 'Usage',
    commands: 'Commands',
    watch: (keys: string) => `prints a line for each change of an import’s status, until ${keys}`,
    status: 'looks once at each import, prints its status and ends',
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
    cannotTell: 'cannot tell: no key, a refused key, no permission, or an end that was not heard of in time',
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
  timeIsUp: (open: string) => `The time is up. Not known to have ended: ${open}`,
  cannotWrite: (reason: string) => `The output cannot be written: ${reason}`,
};

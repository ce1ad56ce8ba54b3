import type { Language } from '../contract.ts';
import { commandLineWords } from '../../words/command-line-words.ts';
import { commands, type WrongUsage } from './arguments.ts';
import { exampleAsset, exampleProject } from './help.ts';

/** What is wrong with the words of the command line, as a sentence that names the word and what is expected. */
export function wrongUsageText(fault: WrongUsage, language: Language): string {
  const { wrong } = commandLineWords[language];
  switch (fault.kind) {
    case 'no-command':
      return wrong.noCommand(commands.join(', '));
    case 'wait-needs-watch':
      return wrong.waitNeedsWatch('--wait', 'watch');
    case 'no-asset':
      return wrong.noAsset(exampleAsset);
    case 'not-an-asset':
      // Quoted, because what is wrong may be a blank; cut, because it may be a whole file.
      return wrong.notAnAsset(JSON.stringify(fault.text.slice(0, 60)), exampleAsset);
    case 'project-needs-watch':
      return wrong.waitNeedsWatch('--project', 'watch');
    case 'not-a-project':
      return wrong.notAProject(JSON.stringify(fault.text.slice(0, 60)), exampleProject);
    case 'not-a-duration':
      return wrong.notADuration('--timeout', '90s, 30m, 2h, 1d');
    case 'not-an-address':
      return wrong.notAnAddress('--api-url');
    case 'unknown-option':
      return wrong.unknownOption(fault.option);
    case 'value-missing':
      return wrong.valueMissing(fault.option);
    case 'value-unexpected':
      return wrong.valueUnexpected(fault.option);
  }
}

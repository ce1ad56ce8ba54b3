import type { Language } from '../contract.ts';
import { commandLineWords } from '../../words/command-line-words.ts';
import { words } from '../../words/words.ts';
import { commands, type WrongUsage } from './arguments.ts';
import { faultSentence } from '../../words/fault-sentence.ts';
import { exampleAsset, exampleProject } from './help.ts';

/** What is wrong with the words of the command line, as a sentence that names the word and what is expected. */
export function wrongUsageText(fault: WrongUsage, language: Language): string {
  const { wrong } = commandLineWords[language];
  const { fields, inField } = words[language].refusals;
  switch (fault.kind) {
    case 'no-command':
      return wrong.noCommand(commands.join(', '));
    case 'of-other-command':
      return wrong.onlyWith(fault.option, fault.commands.join(', '));
    case 'no-asset':
      return wrong.noAsset(exampleAsset);
    case 'not-an-asset':
      return wrong.notAnAsset(quoted(fault.text), exampleAsset);
    case 'no-project':
      return wrong.noProject(exampleProject);
    case 'no-key':
      return wrong.noKey('--from', 'media/film.mp4');
    case 'bucket-name':
      return inField('--bucket', faultSentence('not-a-bucket-name', language));
    case 'needs-from':
      return wrong.needsFrom(fault.option, '--from');
    case 'not-a-project':
      return wrong.notAProject(quoted(fault.text), exampleProject);
    case 'wrong-part': {
      const where = words[language].refusals.partOf(quoted(fault.text), fields[fault.part]);
      return inField(where, faultSentence(fault.fault, language));
    }
    case 'not-a-duration':
      return wrong.notADuration('--timeout', '90s, 30m, 2h, 1d');
    case 'api-url':
      return inField('--api-url', faultSentence(fault.fault, language));
    case 'unknown-option':
      return wrong.unknownOption(cut(fault.option));
    case 'value-missing':
      return wrong.valueMissing(cut(fault.option));
    case 'given-twice':
      return wrong.givenTwice(cut(fault.option));
    case 'value-unexpected':
      return wrong.valueUnexpected(cut(fault.option));
  }
}

/** Quoted, because what is wrong may be a blank. */
function quoted(text: string): string {
  return `"${cut(text.replace(/["\\]/g, '\\$&'))}"`;
}

/** Cut, because it may be a whole file. */
function cut(text: string): string {
  return text.slice(0, 60);
}

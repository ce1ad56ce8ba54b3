import type { UnusableKeys } from '../adapters/keys/found-keys.ts';
import type { Language } from '../contract.ts';
import { worthSayingMs } from '../mi/service-clock.ts';
import { commandLineWords } from '../../words/command-line-words.ts';
import { clockText, problemText } from '../../words/problem-text.ts';
import { words } from '../../words/words.ts';
import { faultSentence } from './fault-sentence.ts';
import { referenceText } from './lines.ts';
import type { Trouble } from './trouble-report.ts';

/** What happened, then what to do next. */
type Remark = readonly string[];

export function troubleRemark({ problem, reference }: Trouble, language: Language): Remark {
  const whose = reference === null ? '' : `${referenceText(reference)}: `;
  if (problem === null) return [`${whose}${commandLineWords[language].answersAgain}`];
  const { title, advice, details } = problemText(problem, language);
  return [`${whose}${[title, ...details].join(' · ')}`, advice];
}

export function noKeysRemark(language: Language): Remark {
  const { title, advice } = commandLineWords[language].noKeys;
  return [title, advice('NCLOUD_ACCESS_KEY', 'NCLOUD_SECRET_KEY', '~/.ncloud/configure')];
}

/** Names the variable or file, and what is wrong there; never with a part of a key. */
export function unusableKeysRemark({ place, field, fault }: UnusableKeys, language: Language): Remark {
  const { fields, inField } = words[language].refusals;
  const where = field === null ? place : commandLineWords[language].wrong.partOf(place, fields[field]);
  return [inField(where, faultSentence(fault, language))];
}

/** A clock that is wrong by over a minute is said even where requests are signed with the service's time; null where it is right or not known. */
export function clockRemark(offsetMs: number | null, language: Language): Remark | null {
  if (offsetMs === null || Math.abs(offsetMs) <= worthSayingMs) return null;
  return [clockText(offsetMs, language), words[language].problems.clock.advice];
}

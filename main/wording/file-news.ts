import type { Language } from '../contract.ts';
import { fileNameOf } from '../model/registration.ts';
import { countOf } from '../../words/format.ts';
import { registrationProblemText } from '../../words/registration-problem.ts';
import type { SharedWords } from '../../words/shared-words.ts';
import { nameLength, type FileNews } from './import-news.ts';
import { shortenName } from '../../words/shorten.ts';

/** What happened to files that were to be registered, and what to do about it. */
export function fileSaying(
  news: FileNews,
  { registering }: SharedWords,
  language: Language,
): { readonly headline: string; readonly lines: readonly string[] } {
  const name = shortenName(fileNameOf(news.object), nameLength);
  const place = `${news.workspace} / ${news.projectId}`;
  if (news.about === 'in-doubt')
    return { headline: registering.inDoubtTitle(name), lines: [registering.inDoubtAdvice, place] };
  const { title, advice } = registrationProblemText(news.problem, language);
  const one = registering.refusedTitle(name, title);
  // Not all of them need have been refused for the same reason.
  return news.refused === 1
    ? { headline: one, lines: [advice, place] }
    : { headline: registering.refusedSome(countOf(news.refused, language)), lines: [one, advice, place] };
}

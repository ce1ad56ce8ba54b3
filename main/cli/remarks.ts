import type { Language } from '../contract.ts';
import { referenceText } from '../model/asset.ts';
import type { Problem } from '../model/problem.ts';
import { commandLineWords } from '../../words/command-line-words.ts';
import { clockText, problemText } from '../../words/problem-text.ts';
import { registrationProblemText } from '../../words/registration-problem.ts';
import { words } from '../../words/words.ts';
import type { WatchOrder } from './arguments.ts';
import { isOfNobody, saysNotThere } from './attempts.ts';
import { networkNames } from './help.ts';
import type { LeftOpen } from './progress.ts';
import type { Place } from './references.ts';
import type { Trouble } from './trouble-report.ts';

/** What says whether it goes on by itself. */
type Course = Pick<WatchOrder, 'command' | 'timeoutMs'>;

/** What happened, then what to do next. */
type Remark = readonly string[];

export function troubleRemark(
  { problem, reference, metAt }: Trouble,
  order: Course,
  language: Language,
): Remark {
  const said = commandLineWords[language];
  const whose = reference === null ? '' : `${referenceText(reference)}: `;
  if (problem === null) return [`${whose}${said.answersAgain}`];
  const { title, advice, details } = {
    ...problemText(problem, language),
    ...textOf(reference, problem, said),
  };
  const asked = metAt === null ? [] : [said.askedAbout(referenceText(metAt))];
  const own = reference === null || 'assetId' in reference ? adviceAtOnce(problem, order, said) : null;
  const other = own ?? adviceInBetween(problem, order, said) ?? advice;
  return [`${whose}${[title, ...asked, ...details].join(' · ')}`, other];
}

/** Where it may be that another than the service has answered. */
function adviceInBetween(problem: Problem, { command, timeoutMs }: Course, said: Said): string | null {
  const { proxy, certificates } = networkNames;
  if (problem.kind === 'intercepted') return said.inTheWay(proxy, certificates);
  const isOnce = command === 'status' && timeoutMs === null;
  return isOnce || !saysNotThere(problem) || !isOfNobody(problem) ? null : said.ofNobody;
}

type Said = (typeof commandLineWords)[Language];

/** Other words than for an asset, where it is about a project. */
function textOf(reference: Place | null, { kind }: Problem, { project }: Said) {
  if (reference === null || 'assetId' in reference) return {};
  if (kind === 'not-found') return project.notFound;
  return kind === 'refused' ? { advice: project.refusedAdvice } : {};
}

/** `status` does not go on by itself; null where the usual advice holds all the same. */
function adviceAtOnce({ kind }: Problem, { command, timeoutMs }: Course, { atOnce }: Said): string | null {
  if (command !== 'status') return null;
  // Such an answer is an answer: it is not asked for again within the timeout.
  if (kind === 'unreadable') return atOnce.unreadable;
  if (timeoutMs !== null) return null;
  switch (kind) {
    case 'offline':
      return atOnce.offline('--timeout');
    case 'unconfirmed':
    case 'rate-limit':
    case 'service':
      return atOnce.later('--timeout');
    default:
      return null;
  }
}

/** What the end of the run leaves open, line by line; empty where there is nothing to say. */
export function overRemark(
  { notThere, unknown }: LeftOpen,
  isTimeUp: boolean,
  { command }: WatchOrder,
  language: Language,
): Remark {
  const said = commandLineWords[language];
  const list = (places: readonly Place[]) => places.map(referenceText).join(', ');
  const open = command === 'status' ? said.unheard : said.notEnded;
  const lines = [
    ...(isTimeUp ? [said.timeIsUp] : []),
    ...(notThere.length > 0 ? [said.notThere(list(notThere))] : []),
    ...(unknown.length > 0 ? [open(list(unknown))] : []),
  ];
  return lines.length === 0 ? [] : [lines.join(' ')];
}

/** Why it is not known which bucket a workspace is linked to, where nobody asks again; null where the service named none. */
export function noBucketRemark(workspace: string, problem: Problem | null, language: Language): Remark {
  const { atOnce, register } = commandLineWords[language];
  const none = register.noBucket(workspace, '--bucket');
  if (problem === null) return [none];
  const { title, advice, details } = registrationProblemText(problem, language);
  // The other words for these are about an asset or a file, and none was named yet.
  if (saysNotThere(problem)) return [[none, ...details].join(' · ')];
  return [[title, ...details].join(' · '), problem.kind === 'unreadable' ? atOnce.unreadable : advice];
}

export function noKeysRemark(language: Language): Remark {
  const { title, advice } = commandLineWords[language].noKeys;
  return [title, advice('NCLOUD_ACCESS_KEY', 'NCLOUD_SECRET_KEY', '~/.ncloud/configure')];
}

/** Keys that other users of the computer can read are used, and it is said. */
export function openFileRemark(language: Language): Remark {
  const { openToOthers } = commandLineWords[language];
  return [openToOthers('~/.ncloud/configure', 'chmod 600 ~/.ncloud/configure')];
}

/** The service refuses what is signed with this computer's time, which is said even where the service's own is used; null where it is right or not known. */
export function clockRemark(offsetMs: number | null, language: Language): Remark | null {
  if (offsetMs === null) return null;
  return [clockText(offsetMs, language), words[language].problems.clock.advice];
}

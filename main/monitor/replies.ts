import { problemRules, type Problem } from '../model/problem.ts';
import { withJitter } from './kernel/chance.ts';
import type { Answered, EventOf, Reply } from './kernel/events.ts';
import type { Step } from './kernel/step.ts';
import { clockAt } from './kernel/time.ts';
import type { FollowingState } from './following/follows.ts';
import { dropNewcomer, newcomerAnswered } from './following/newcomers.ts';
import { pageMetProblem, serviceFailed, takePage } from './following/pages.ts';
import { learnFromRunning } from './following/running-listed.ts';
import { takeAnswer } from './imports/answers.ts';
import { noteRunning } from './imports/doorbell.ts';
import { askAgain, endOutage, metTrouble, takeDetails } from './imports/watchlist.ts';
import { sendingFailed, sendingWorked } from './registering/sending.ts';
import { originMetProblem, surveyMetProblem, takeOrigin, takeSurvey } from './registering/settling.ts';
import { lose, wishTaken, type RegisteringState } from './registering/wishes.ts';
import { blame, noteAnswer, type Blame, noteAwaitedReply } from './service/blame.ts';
import { callBack, type Question, type Request } from './service/service.ts';

type RepliesState = FollowingState & RegisteringState;

/** Takes what came of a request. One that is not on the wire any more was called back: its reply is too late. */
export function replied(
  state: RepliesState,
  { request: number, reply }: EventOf<'replied'>,
  step: Step,
): void {
  const request = state.requests.get(number);
  if (request === undefined) return;
  state.requests.remove(number);
  if (reply.kind === 'problem') metProblem(state, request, reply, step);
  else if (reply.kind === 'aborted') metAlone(state, request.question, null, step);
  else answered(state, request, reply, step);
}

/** They are found where imports and lists are not. */
const saysNothingOfImports: ReadonlySet<Question['for']> = new Set(['details', 'origin', 'registration']);

function answered(state: RepliesState, request: Request, reply: Answered, step: Step): void {
  const { question } = request;
  noteAnswer(state, request, step);
  if (!saysNothingOfImports.has(question.for) && noteAwaitedReply(state, request.account, step.at))
    endOutage(state, request.account, step);
  if (question.for === 'page' && reply.for === 'page')
    takePage(state, { ...request, question }, reply.value, step);
  else if (question.for === 'details' && reply.for === 'details')
    takeDetails(state, question.watch, reply.value, step);
  else if (question.for === 'registration' && reply.for === 'registration') {
    wishTaken(state, question.wish, reply.value.assetId, request.sentAt, step);
    sendingWorked(state, request.account, step.at);
  } else if (question.for === 'survey' && reply.for === 'survey')
    takeSurvey(state, question, reply.value, step);
  else if (question.for === 'origin' && reply.for === 'origin')
    takeOrigin(state, question, reply.value, step);
  else if (question.for === 'newcomer' && reply.for === 'status')
    newcomerAnswered(state, question, reply.value, step);
  else if (question.for === 'status' && reply.for === 'status') {
    takeAnswer(state, question.watch, reply.value, step);
    // What is known may be more than this answer says.
    const isRunning = reply.value.status === 'IN_PROGRESS';
    const shown = isRunning ? noteRunning(state, question.watch, clockAt(state, request.sentAt)) : null;
    if (shown !== null) learnFromRunning(state, question.watch, shown);
    step.facts.push({ kind: 'heard', watch: question.watch });
    // An answer to another question would be a fault of our own.
  } else metAlone(state, question, null, step);
}

/** Calls back every request that `matches`; what it asked is due again. */
export function callBackAndAskAgain(
  state: RepliesState,
  matches: (request: Request) => boolean,
  step: Step,
): void {
  for (const { question } of callBack(state, matches, step)) giveBack(state, question, step.at);
}

/** A problem never changes what is known of an import; it only says why nothing newer is. */
function metProblem(
  state: RepliesState,
  request: Request,
  met: Extract<Reply, { kind: 'problem' }>,
  step: Step,
): void {
  const account = state.accounts.get(request.account);
  if (account === undefined) return;
  const { question } = request;
  const { problem } = met;
  if (question.for === 'registration') {
    if (isOfAccount(problem)) blame(state, account, request, met, step);
    return sendingFailed(state, question.wish, met, step.at);
  }
  const whose = blame(state, account, request, met, step, isNews(state, question, problem));
  switch (whose.kind) {
    case 'not-yet':
      return giveBack(state, question, whose.askAt);
    case 'question':
      return metAlone(state, question, whose.problem, step);
    case 'account':
      giveBack(
        state,
        question,
        step.at + (isFirstOfLimit(whose, problem) ? withJitter(state, afterLimitMs) : 0),
      );
      if (whose.beganHere && 'follow' in question && restsAlone(question, problem))
        serviceFailed(state, question, problem, step);
  }
}

/** What met a rate limit first is not the first to be asked when that is over: one that always meets it would keep all others waiting. */
const afterLimitMs = 30_000;

/** Else a list, which is answered, would be read each time before the one newcomer that is not is asked for again, at once. */
const restsAlone = ({ for: what }: Question, { kind }: Problem): boolean =>
  kind === 'service' || (kind === 'rate-limit' && what === 'newcomer');

const isFirstOfLimit = ({ beganHere }: Blame & { kind: 'account' }, { kind }: Problem): boolean =>
  beganHere && kind === 'rate-limit';

/**
 * Whether a trouble says something of the service: that of an import that was answered until now. One that met it before says it again,
 * and where the service itself says so, an asset that nobody has heard of is a wrong id.
 */
function isNews({ polls, watches }: RepliesState, question: Question, { code }: Problem): boolean {
  if (!('watch' in question)) return true;
  if (code !== null && watches.get(question.watch)?.known === null) return false;
  return polls.get(question.watch)?.problem === null;
}

/** A key may read all and register nothing: that says nothing of the account. */
const isOfAccount = ({ kind }: Problem): boolean =>
  problemRules[kind].scope === 'account' && kind !== 'permission';

/** A problem of what was asked for, and of nothing else in the account; null where the shell itself gave the request up. */
function metAlone(state: RepliesState, question: Question, problem: Problem | null, step: Step): void {
  switch (question.for) {
    case 'page':
      return pageMetProblem(state, question, problem, step);
    case 'newcomer':
      return dropNewcomer(state, question, problem, step);
    case 'survey':
      return surveyMetProblem(state, question, problem, step);
    case 'origin':
      return originMetProblem(state, question, problem, step);
    case 'registration':
      return lose(state, question.wish, step.at);
    case 'status':
    case 'details':
      return metTrouble(state, question, problem, step);
  }
}

/** Lists, newcomers and what settles a wish are due again by being off the wire; a registration is never sent again by that. */
function giveBack(state: RepliesState, question: Question, dueAt: number): void {
  if ('watch' in question) askAgain(state, question, dueAt);
  if (question.for === 'registration') lose(state, question.wish, dueAt);
}

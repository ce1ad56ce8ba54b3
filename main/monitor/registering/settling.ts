import {
  watchIdOf,
  type AccountId,
  type AssetDetails,
  type ListedAsset,
  type ListedPage,
} from '../../model/asset.ts';
import type { FollowId } from '../../model/follow.ts';
import type { Problem } from '../../model/problem.ts';
import type { Wish } from '../../model/wish.ts';
import { backOff } from '../kernel/chance.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable } from '../kernel/store.ts';
import { earliest } from '../kernel/time.ts';
import {
  originKeyOf,
  restsFrom,
  surveyKeyOf,
  wishKeyOf,
  type Account,
  type QuestionFor,
} from '../service/service.ts';
import { freshHighest, isToSend, maySendFiles } from './sending.ts';
import { mayBeNamed } from './kept-out.ts';
import {
  doubt,
  projectOfWish,
  refuse,
  wishTaken,
  type Errand,
  type RegisteringState,
  type Survey,
} from './wishes.ts';

type View = Readable<RegisteringState>;

/** No reading goes on for longer, whatever the list says: a million assets. */
const mostPages = 1_000;

/** Readings without a trace of it, at growing intervals: some eight minutes after its reply was lost the person is asked. */
const mostReadings = 4;
const nextReadingMs = 60_000;

/** What is to be asked so that a wish can be sent, or settled: which object an asset came from, else a page of a list. */
export function nextToSettle(
  state: View,
  account: Account,
  at: number,
): QuestionFor<'origin' | 'survey'> | null {
  return nextOrigin(state, account.id) ?? nextPage(state, account, at);
}

/** When there is something to ask, steady ms, 0 for at once; null where something else must happen before. */
export function settleTime(state: View, account: Account, at: number): number | null {
  if (nextOrigin(state, account.id) !== null) return 0;
  return earliest(surveysOf(state, account.id).map((survey) => readingTime(state, account, survey, at)));
}

function nextOrigin(state: View, account: AccountId): QuestionFor<'origin'> | null {
  for (const id of state.errandsOf.of(account)) {
    const [assetId] = state.errands.get(id)!.candidates;
    if (assetId === undefined) continue;
    const { workspace, projectId } = state.wishes.get(id)!;
    const reference = { workspace, projectId, assetId };
    if (state.onTheWire.has(originKeyOf(watchIdOf(account, reference)))) continue;
    return { for: 'origin', wish: id, reference };
  }
  return null;
}

function nextPage(state: View, account: Account, at: number): QuestionFor<'survey'> | null {
  for (const survey of surveysOf(state, account.id)) {
    const time = readingTime(state, account, survey, at);
    if (time === null || time > at) continue;
    const { project, workspace, projectId, reading } = survey;
    return { for: 'survey', project, workspace, projectId, page: reading?.page ?? 1 };
  }
  return null;
}

const surveysOf = ({ surveys }: View, account: AccountId): Survey[] =>
  [...surveys.values()].filter((survey) => survey.account === account);

function readingTime(
  state: View,
  account: Account,
  { project, reading, canReadSince }: Survey,
  at: number,
): number | null {
  if (state.onTheWire.has(surveyKeyOf(project))) return null;
  const wanted =
    reading === null
      ? earliest(errandsIn(state, project).map((each) => wantsAt(state, account, each, at)))
      : 0;
  return wanted === null ? null : Math.max(wanted, canReadSince);
}

/** When its list is to be read: before it is sent, and where its reply was lost. A page of it also is a probe that changes nothing. */
function wantsAt(state: View, account: Account, errand: Errand, at: number): number | null {
  if (!maySendFiles(account)) return 0;
  if (isToSend(state, errand)) return freshHighest(state, errand, at) === null ? errand.notBefore : null;
  return isLost(state, errand) && errand.candidates.length === 0 ? errand.notBefore : null;
}

const errandsIn = ({ errands }: View, project: FollowId): Errand[] =>
  [...errands.values()].filter((errand) => errand.project === project);

/** It was sent, and is neither about to leave nor on the wire. */
function isLost({ wishes, onTheWire }: View, { wish, leavesAfter }: Errand): boolean {
  return wishes.get(wish)?.state.kind === 'sent' && leavesAfter === null && !onTheWire.has(wishKeyOf(wish));
}

/** Notes that the page is about to be asked for. */
export function noteReading(
  { surveys }: RegisteringState,
  { project, page }: QuestionFor<'survey'>,
  at: number,
): void {
  if (page === 1) surveys.patch(project, { reading: { page, highest: 0, began: at } });
}

export function takeSurvey(
  state: RegisteringState,
  { project, page }: QuestionFor<'survey'>,
  listed: ListedPage,
  step: Step,
): void {
  const survey = state.surveys.get(project);
  const reading = survey?.reading;
  if (survey === undefined || reading?.page !== page) return;
  for (const errand of errandsIn(state, project))
    if (isLost(state, errand)) takeCandidates(state, errand, listed.assets);
  const highest = listed.assets.reduce((most, { assetId }) => Math.max(most, assetId), reading.highest);
  const goesOn = listed.assets.length + listed.skipped > 0 && page < Math.min(listed.pages, mostPages);
  state.surveys.patch(project, {
    problemsInRow: 0,
    canReadSince: 0,
    reading: goesOn ? { ...reading, page: page + 1, highest } : null,
  });
  if (!goesOn) endReading(state, survey, { id: highest, began: reading.began }, step.at);
}

/** Where the list shows the one that it replaces only now, nobody can tell whether that began again. */
function takeCandidates(state: RegisteringState, errand: Errand, assets: readonly ListedAsset[]): void {
  const wish = state.wishes.get(errand.wish)!;
  if (wish.state.kind !== 'sent') return;
  const { above } = wish.state;
  const taken = takenIds(state, wish);
  const mayBeIt = ({ assetId, fileName, isElsewhere }: ListedAsset) =>
    assetId > above &&
    !isElsewhere &&
    !taken.has(assetId) &&
    !errand.others.includes(assetId) &&
    !errand.candidates.includes(assetId) &&
    watchIdOf(wish.account, { ...wish, assetId }) !== wish.replaces &&
    mayBeNamed(wish, fileName);
  const found = assets.filter(mayBeIt).map(({ assetId }) => assetId);
  if (found.length > 0) state.errands.patch(errand.wish, { candidates: [...errand.candidates, ...found] });
}

/** What other wishes became. */
function takenIds({ wishes }: View, wish: Wish): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const { state, ...other } of wishes.values())
    if (state.kind === 'registered' && projectOfWish({ state, ...other }) === projectOfWish(wish))
      taken.add(state.assetId);
  return taken;
}

function endReading(
  state: RegisteringState,
  { project }: Survey,
  { id, began }: { id: number; began: number },
  at: number,
): void {
  state.surveys.patch(project, { highest: { id, readAt: at } });
  for (const errand of errandsIn(state, project))
    if (
      isLost(state, errand) &&
      errand.notBefore <= began &&
      state.errands.get(errand.wish)!.candidates.length === 0
    )
      readInVain(state, errand, at);
}

/** A list proves that something is there, and never that nothing is: whether it shows what still runs is not documented. */
function readInVain(state: RegisteringState, { wish, tries }: Errand, at: number): void {
  if (tries + 1 >= mostReadings) return doubt(state, wish);
  state.errands.patch(wish, {
    tries: tries + 1,
    notBefore: at + backOff(nextReadingMs, tries + 1, Infinity),
  });
}

/** With another key a list may be read that was refused. */
export function settleAnew({ surveys }: RegisteringState, account: AccountId): void {
  for (const survey of surveys.values())
    if (survey.account === account) surveys.patch(survey.project, { canReadSince: 0, problemsInRow: 0 });
}

/** The details of an asset that may be it came; null where it has none any more. */
export function takeOrigin(
  state: RegisteringState,
  { wish: id, reference: { assetId } }: QuestionFor<'origin'>,
  details: AssetDetails | null,
  step: Step,
): void {
  const [wish, errand] = [state.wishes.get(id), state.errands.get(id)];
  if (wish === undefined || errand === undefined || !isLost(state, errand)) return;
  if (details?.key?.normalize('NFC') === wish.key.normalize('NFC'))
    return wishTaken(state, id, assetId, null, step);
  const candidates = errand.candidates.filter((each) => each !== assetId);
  state.errands.patch(id, { candidates, others: [...errand.others, assetId] });
  if (candidates.length === 0) readInVain(state, state.errands.get(id)!, step.at);
}

/** It is looked for anew with the next reading. */
export function originMetProblem(
  state: RegisteringState,
  question: QuestionFor<'origin'>,
  problem: Problem | null,
  step: Step,
): void {
  if (problem?.kind === 'not-found') return takeOrigin(state, question, null, step);
  const errand = state.errands.get(question.wish);
  if (errand === undefined || !isLost(state, errand)) return;
  state.errands.patch(question.wish, { candidates: [] });
  readInVain(state, { ...errand, candidates: [] }, restsFrom(problem, step.at));
}

const firstRetryMs = 10_000;
const longestRetryMs = 5 * 60_000;
/** Refused so often, the project is not there, or not for this key. */
const mostRefusals = 3;
/** What else keeps a list from being read may pass; after nearly an hour of it the person is asked about what was sent. */
const mostProblems = 15;

/** The list of this project cannot be read; `problem` is null where the fault is our own. */
export function surveyMetProblem(
  state: RegisteringState,
  { project }: QuestionFor<'survey'>,
  problem: Problem | null,
  { at }: Step,
): void {
  const survey = state.surveys.get(project);
  if (survey === undefined) return;
  const problemsInRow = survey.problemsInRow + 1;
  state.surveys.patch(project, {
    problemsInRow,
    reading: null,
    canReadSince: restsFrom(problem, at) + backOff(firstRetryMs, problemsInRow, longestRetryMs),
  });
  const isRefusal = problem !== null && ['not-found', 'refused', 'permission'].includes(problem.kind);
  if (problemsInRow < (isRefusal ? mostRefusals : mostProblems)) return;
  for (const errand of errandsIn(state, project)) {
    if (isRefusal && isToSend(state, errand)) refuse(state, errand.wish, problem);
    else if (isLost(state, errand)) doubt(state, errand.wish);
  }
}

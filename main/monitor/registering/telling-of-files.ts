import { inDoubtKeyOf, notRegisteredKeyOf, type HeldReason, type Notice } from '../../model/notice.ts';
import { isUnderway, type Wish } from '../../model/wish.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable } from '../kernel/store.ts';
import { record, type TellingState } from '../telling/ledger.ts';
import type { RegisteringState } from './wishes.ts';

/**
 * At the end of a step, in the save that says what became of the wishes: the person is told of each file that nobody knows of, and, once
 * nothing of what was wished together is under way, that some of it was not registered. What was registered is told as an import is.
 */
export function tellOfFiles(state: RegisteringState, step: Step): void {
  const settled = new Set<number>();
  for (const { from, to } of state.wishes.changes().values()) {
    if (to?.state.kind === 'in-doubt' && from?.state.kind !== 'in-doubt') tellOfDoubt(state, to, step);
    if (from !== null && isUnderway(from) && (to === null || !isUnderway(to))) settled.add(from.wishedAt);
  }
  for (const wishedAt of settled) tellOfRefused(state, wishedAt, step);
}

const untold = { fate: { kind: 'recorded' }, read: false } as const;
const fileOf = ({ workspace, projectId, key: object }: Wish) => ({ workspace, projectId, object });

function tellOfDoubt(state: TellingState, wish: Wish, { clock }: Step): void {
  record(state, { about: 'in-doubt', key: inDoubtKeyOf(wish), at: clock, ...untold, ...fileOf(wish) });
}

function tellOfRefused(state: RegisteringState, wishedAt: number, { clock }: Step): void {
  const together = [...state.wishes.values()].filter((wish) => wish.wishedAt === wishedAt);
  if (together.some(isUnderway)) return;
  const refused = together.filter(({ state: is }) => is.kind === 'refused');
  const [first] = refused;
  if (first?.state.kind !== 'refused') return;
  const { problem } = first.state;
  const told = { ...untold, ...fileOf(first), refused: refused.length, problem, at: clock };
  record(state, { about: 'not-registered', key: notRegisteredKeyOf(first), ...told });
}

/**
 * Why a notice of files is true no longer, since it waited: nobody needs to be asked about what is settled by now, nor to hear of what was
 * refused and is tried again or not wanted any more. Null where it still is true.
 */
export function settledAs(
  { wishes }: Readable<RegisteringState>,
  { about, key }: Pick<Notice, 'about' | 'key'>,
): HeldReason | null {
  const [kind, keyOf] =
    about === 'in-doubt' ? (['in-doubt', inDoubtKeyOf] as const) : (['refused', notRegisteredKeyOf] as const);
  const isTrue = [...wishes.values()].some((wish) => wish.state.kind === kind && keyOf(wish) === key);
  return isTrue ? null : 'over-by-then';
}

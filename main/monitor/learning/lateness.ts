import { groupOf } from '../groups/counting.ts';
import { touchWatch, type Moment } from '../moment.ts';
import { lateKeyOf } from '../notice.ts';
import { enterLedger, nameOf } from '../notices.ts';
import type { State, Watch } from '../state.ts';
import { isLate, outlookOf } from './history.ts';

/**
 * Tells once of an import that takes longer than nearly all like it, where the person wants that and its group does not tell for
 * it. It is no failure, and its end is told all the same.
 */
export function tellIfLate(state: State, watch: Watch, moment: Moment): void {
  if (!state.settings.notices.late || watch.toldLate || watch.known === null) return;
  const outlook = outlookOf(state, watch);
  if (outlook === null || !isLate(watch, outlook)) return;
  if (groupOf(state, watch)?.eachAsset === false) return;
  // On the watch and not in the ledger alone, because a person may clear the inbox while the import goes on.
  watch.toldLate = true;
  touchWatch(moment, watch.id);
  const { status, text, metaData } = watch.known;
  enterLedger(
    state,
    {
      about: 'late',
      key: lateKeyOf(watch),
      watch: watch.id,
      reference: watch.reference,
      name: nameOf(watch),
      status,
      text,
      metaData,
      usual: outlook.usual,
      at: moment.at,
      fate: { kind: 'recorded' },
      read: false,
    },
    moment,
  );
}

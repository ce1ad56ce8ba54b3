import { groupDefaults, type GroupChoice, type GroupTell, type Language } from '../../../main/contract.ts';
import type { AddedAsset } from '../add/adding.ts';
import { suggestedName } from './suggested-name.ts';

/** Fewer are no group. */
const fewest = 2;

export type GroupForm = ReturnType<typeof createGroupForm>;

/** Whether what is about to be added is to be a group, and which; it suggests a name until the person gives one. */
export function createGroupForm(
  assets: () => readonly AddedAsset[],
  language: () => Language,
  now: () => number,
) {
  let isOn = $state(true);
  let typed = $state('');
  let tell = $state<GroupTell>(groupDefaults.tell);
  let eachAsset = $state<boolean>(groupDefaults.eachAsset);
  const isOffered = $derived(assets().length >= fewest);
  const suggested = $derived(isOffered ? suggestedName(assets(), now(), language()) : '');

  return {
    get isOffered() {
      return isOffered;
    },
    get isOn() {
      return isOn;
    },
    set isOn(on) {
      isOn = on;
    },
    /** What the person called it; empty where the suggestion is good enough. */
    get typed() {
      return typed;
    },
    set typed(name) {
      typed = name;
    },
    get suggested() {
      return suggested;
    },
    get tell() {
      return tell;
    },
    set tell(next) {
      tell = next;
    },
    get eachAsset() {
      return eachAsset;
    },
    set eachAsset(each) {
      eachAsset = each;
    },
    /** Null where it is to be no group. */
    get choice(): GroupChoice | null {
      if (!isOffered || !isOn) return null;
      return { name: typed.trim() || suggested, tell: { ...tell }, eachAsset };
    },
    /** The next batch is another one; how it is told stays. */
    begin() {
      typed = '';
    },
  };
}

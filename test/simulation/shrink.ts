import type { Plan } from './plan.ts';
import { plainManner } from './service.ts';

/** How often a plan is played at most before the smallest one so far is good enough. */
const mostTries = 400;

/**
 * The smallest plan that still breaks the same law: assets and happenings are taken out, many at once at first, as long
 * as it does. `brokenLaw` plays a plan and gives the law, or null where none is broken.
 */
export async function shrinkPlan(
  plan: Plan,
  brokenLaw: (plan: Plan) => Promise<number | null>,
): Promise<Plan> {
  const law = await brokenLaw(plan);
  let [smallest, tries] = [plan, 0];

  async function isStillBroken(candidate: Plan): Promise<boolean> {
    tries += 1;
    return tries <= mostTries && (await brokenLaw(candidate)) === law;
  }

  async function thin(key: 'happenings' | 'assets' | 'strangers' | 'wishes'): Promise<void> {
    for (
      let size = Math.ceil(smallest[key].length / 2);
      size >= 1;
      size = size === 1 ? 0 : Math.ceil(size / 2)
    ) {
      for (let from = 0; from < smallest[key].length;) {
        const kept = smallest[key].filter((_, index) => index < from || index >= from + size);
        const candidate = { ...smallest, [key]: kept };
        if (await isStillBroken(candidate)) smallest = candidate;
        else from += size;
      }
    }
  }

  for (let before = Infinity; sizeOf(smallest) < before;) {
    before = sizeOf(smallest);
    await thin('happenings');
    await thin('assets');
    await thin('strangers');
    await thin('wishes');
    for (const simpler of [
      { oldNotices: 0 },
      { startsOffline: false },
      { follows: [] },
      { isGrouped: false },
      { hasSecondGroups: false },
      { usualMs: null },
      { learned: 'nothing' as const },
      { manner: { ...plainManner, idsFrom: smallest.manner.idsFrom } },
      { accounts: accountsIn(smallest) },
    ]) {
      const candidate = { ...smallest, ...simpler };
      if (await isStillBroken(candidate)) smallest = candidate;
    }
  }
  return smallest;
}

const sizeOf = ({ happenings, assets, strangers, wishes }: Plan) =>
  happenings.length + assets.length + strangers.length + wishes.length;

const accountsIn = ({ assets, strangers, happenings, wishes, accounts }: Plan) =>
  accounts.filter((account) =>
    [...assets, ...strangers, ...happenings, ...wishes].some((one) => one.account === account),
  );

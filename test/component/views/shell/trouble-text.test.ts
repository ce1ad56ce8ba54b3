import { describe, expect, it } from 'vitest';
import type { Health } from '../../../../main/contract.ts';
import { troubleText } from '../../../../renderer/views/shell/trouble-text.ts';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aProblem } from '../../../support/samples/problems.ts';
import { anAccount } from '../../../support/samples/snapshots.ts';

const { problems, shell } = words.en;
const said = (health: Health, accounts = [anAccount]) => troubleText(health, accounts, noon, 'en');
const outage = { kind: 'unknown', since: noon, answeredAt: noon - 240_000, nextAt: noon + 20_000 } as const;

describe('what is said of a trouble', () => {
  it.each([
    { kind: 'paused', until: noon },
    { kind: 'no-account' },
    { kind: 'idle', answeredAt: null, quiet: null },
    { kind: 'watching', isSlowed: false, scarce: [], quiet: null, answeredAt: null, nextAt: null },
  ] satisfies Health[])('nothing while there is none: $kind', (health) => {
    expect(said(health)).toBeNull();
  });

  it('leads to where the key is entered', () => {
    const { title, advice } = problems.credentials;
    const health: Health = { kind: 'needs-you', account: 'a1', problem: aProblem('credentials') };
    expect(said(health)).toEqual({ kind: 'act', title, advice, times: null, fix: 'open-account' });
    expect(said({ kind: 'key-missing', account: 'a1' })).toMatchObject({ kind: 'act', fix: 'open-account' });
  });

  it('names the account where there are several', () => {
    const health: Health = { kind: 'needs-you', account: 'a1', problem: aProblem('permission') };
    const text = said(health, [anAccount, { ...anAccount, id: 'a2', name: 'News' }]);
    expect(text).toMatchObject({
      title: shell.ofAccount('Drama team', problems.permission.title),
      fix: 'permission-guide',
    });
  });

  it('tells how old the last answer is and when it is tried again', () => {
    expect(said({ ...outage, problem: aProblem('offline') })).toEqual({
      kind: 'wait',
      title: problems.offline.title,
      advice: problems.offline.advice,
      times: 'Last response 4 min ago · retrying in 20 s',
      fix: 'check-again',
    });
  });

  it('counts no seconds while a try hangs', () => {
    const health: Health = { ...outage, problem: aProblem('offline'), nextAt: noon };
    expect(said(health)?.times).toBe('Last response 4 min ago · retrying now');
  });

  it('has nothing to press where nothing needs to be done', () => {
    expect(said({ ...outage, problem: aProblem('rate-limit') })?.fix).toBeNull();
    expect(said({ ...outage, problem: null, nextAt: null })).toMatchObject({
      times: 'Last response 4 min ago',
      fix: null,
    });
  });
});

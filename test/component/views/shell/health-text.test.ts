import { describe, expect, it } from 'vitest';
import type { Health } from '../../../../main/contract.ts';
import { healthText } from '../../../../renderer/views/shell/health-text.ts';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aProblem } from '../../../support/samples/problems.ts';

const said = (health: Health) => healthText(health, noon, 'en');

describe('healthText', () => {
  it('tells when it was checked and when it will be', () => {
    expect(
      said({
        kind: 'watching',
        isSlowed: false,
        scarce: [],
        quiet: null,
        answeredAt: noon - 4000,
        nextAt: noon + 6000,
      }),
    ).toEqual({
      tone: 'good',
      text: 'Checked 4 s ago · next in 6 s',
    });
  });

  it('does not count down to what is about to be', () => {
    expect(
      said({
        kind: 'watching',
        isSlowed: false,
        scarce: [],
        quiet: null,
        answeredAt: noon - 4000,
        nextAt: noon + 900,
      }).text,
    ).toBe('Checked 4 s ago');
    expect(
      said({
        kind: 'watching',
        isSlowed: false,
        scarce: [],
        quiet: null,
        answeredAt: noon - 4000,
        nextAt: noon + 1000,
      }).text,
    ).toBe('Checked 4 s ago · next in 1 s');
  });

  it('says where the number of imports slows it down', () => {
    const health = {
      kind: 'watching',
      scarce: [],
      quiet: null,
      answeredAt: noon - 4000,
      nextAt: noon + 6000,
    } as const;
    expect(said({ ...health, isSlowed: false, scarce: ['battery', 'line'] }).text).toBe(
      `Checked 4 s ago · ${words.en.shell.scarce.battery}`,
    );
    expect(said({ ...health, isSlowed: true }).text).toBe('Checked 4 s ago · slower: many at once');
  });

  it('says that nothing was heard yet', () => {
    expect(
      said({ kind: 'watching', isSlowed: false, scarce: [], quiet: null, answeredAt: null, nextAt: null })
        .text,
    ).toBe('Waiting for the first response');
  });

  it('names the reason where it waits for the person', () => {
    expect(said({ kind: 'needs-you', account: 'one', problem: aProblem('credentials') })).toEqual({
      tone: 'warning',
      text: 'Action needed: key rejected',
    });
  });

  it('says since when the computer is offline', () => {
    const health: Health = { kind: 'unknown', problem: null, since: noon, answeredAt: null, nextAt: null };
    expect(said(health).text).toMatch(/^Offline since \d\d:\d\d$/);
  });

  it('names the day of a time that is not today', () => {
    const day = 86_400_000;
    const since = {
      kind: 'unknown',
      problem: null,
      since: noon - 2 * day,
      answeredAt: null,
      nextAt: null,
    } as const;
    expect(said({ kind: 'paused', until: noon + 60_000 }).text).toMatch(/^Paused until \d\d:\d\d$/);
    expect(said({ kind: 'paused', until: noon + day }).text).toMatch(/^Paused until tomorrow \d\d:\d\d$/);
    expect(said(since).text).toMatch(/^Offline since Nov \d\d \d\d:\d\d$/);
  });

  it.each([
    [{ kind: 'idle', answeredAt: null, quiet: null }, 'No imports in progress'],
    [{ kind: 'no-account' }, 'Connect an account to get started'],
    [{ kind: 'key-missing', account: 'one' }, 'Can’t read the saved key'],
  ] satisfies [Health, string][])('tells %j as %s', (health, text) => {
    expect(said(health).text).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import type { Health, Problem } from '../../../../main/contract.ts';
import { healthText } from '../../../../renderer/views/shell/health-text.ts';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);
const problem: Problem = {
  kind: 'credentials',
  httpStatus: 401,
  code: '200',
  message: null,
  field: null,
  traceId: null,
  retryAfterMs: null,
  clockOffsetMs: null,
  at: now,
};
const said = (health: Health) => healthText(health, now, 'en');

describe('healthText', () => {
  it('tells when it was checked and when it will be', () => {
    expect(said({ kind: 'watching', answeredAt: now - 4000, nextAt: now + 6000 })).toEqual({
      tone: 'good',
      text: 'Checked 4 s ago · next in 6 s',
    });
  });

  it('says that nothing was heard yet', () => {
    expect(said({ kind: 'watching', answeredAt: null, nextAt: null }).text).toBe(
      'Waiting for the first answer',
    );
  });

  it('names the reason where it waits for the person', () => {
    expect(said({ kind: 'needs-you', account: 'one', problem })).toEqual({
      tone: 'warning',
      text: 'Waiting for you: The key was refused',
    });
  });

  it('says since when the computer is offline', () => {
    const health: Health = { kind: 'unknown', problem: null, since: now, answeredAt: null, nextAt: null };
    expect(said(health).text).toMatch(/^Offline since \d\d:\d\d$/);
  });

  it('names the day of a time that is not today', () => {
    const day = 86_400_000;
    const since = {
      kind: 'unknown',
      problem: null,
      since: now - day,
      answeredAt: null,
      nextAt: null,
    } as const;
    expect(said({ kind: 'paused', until: now + 60_000 }).text).toMatch(/^Paused until \d\d:\d\d$/);
    expect(said({ kind: 'paused', until: now + day }).text).toMatch(
      /^Paused until Nov \d\d, 2026 \d\d:\d\d$/,
    );
    expect(said(since).text).toMatch(/^Offline since Nov \d\d, 2026 \d\d:\d\d$/);
  });

  it.each([
    [{ kind: 'idle', answeredAt: null }, 'Nothing is importing'],
    [{ kind: 'no-account' }, 'Connect an account to begin'],
    [{ kind: 'key-missing', account: 'one' }, 'The key must be entered again'],
  ] satisfies [Health, string][])('tells %j as %s', (health, text) => {
    expect(said(health).text).toBe(text);
  });
});

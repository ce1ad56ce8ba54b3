import { render } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { Row } from '../../../../main/contract.ts';
import { goneStatus, unreadableStatus } from '../../../../main/model/import-status.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import { createWatchActions } from '../../../../renderer/views/watches/actions.ts';
import Details from '../../../../renderer/views/watches/Details.svelte';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aProblem } from '../../../support/samples/problems.ts';
import { aRow } from '../../../support/samples/rows.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { accepted, createFakeBridge } from '../../support/fake-bridge.ts';

function textOf(row: Row): string {
  const { bridge } = createFakeBridge({ timeline: () => accepted([]) });
  const session = createSession(bridge, aSnapshot({ rows: [row] }), () => noon);
  const actions = createWatchActions(session, bridge);
  const props = {
    session,
    bridge,
    row,
    actions,
    isRenaming: false,
    onrename: () => {},
    onstop: () => {},
  };
  return render(Details, props).container.textContent;
}

const { advice } = words.en;

it.each(Object.keys(advice) as (keyof typeof advice)[])(
  'say what %s means and what to do next',
  (outcome) => {
    const text = textOf(aRow(1, { outcome, endedAt: noon }));
    expect(text).toContain(advice[outcome].happened);
    expect(text).toContain(advice[outcome].next);
  },
);

it('blame the ID as well where an asset is not found, which may never have been there', () => {
  const text = textOf(aRow(1, { outcome: 'gone', endedAt: noon, knownAt: null }));
  expect(text).toContain(words.en.timeline.wasNeverThere);
  expect(text).toContain('deleted or moved to another project, or its workspace, project, or ID is wrong');
  for (const { advice } of [words.ko, words.ja]) expect(advice.gone.happened).toContain('ID');
});

it.each([goneStatus, unreadableStatus])('have no status of the API where there is none: %s', (status) => {
  const { fact } = words.en.watchlist;
  expect(textOf(aRow(1, { outcome: 'unknown', status: 'QUEUED' }))).toContain(fact.status);
  const text = textOf(aRow(1, { outcome: 'unknown', status }));
  expect(text).not.toContain(fact.status);
  expect(text).not.toContain(status);
});

it('say twice what a proxy and its response say alike', () => {
  const problem = aProblem('intercepted', { httpStatus: 403, message: 'HTTP 403' });
  expect(textOf(aRow(1, { problem })).split('HTTP 403')).toHaveLength(3);
});

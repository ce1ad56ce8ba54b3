import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Health, Snapshot } from '../../../../main/contract.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import Header from '../../../../renderer/views/shell/Header.svelte';
import { noon } from '../../../support/samples/moments.ts';
import { aProblem } from '../../../support/samples/problems.ts';
import { words } from '../../../../words/words.ts';
import { anAccount, aSnapshot } from '../../../support/samples/snapshots.ts';
import { someCounts } from '../../../support/samples/counts.ts';
import { createFakeBridge } from '../../support/fake-bridge.ts';

function show(parts: Partial<Snapshot>) {
  const { bridge } = createFakeBridge();
  const session = createSession(bridge, aSnapshot({ accounts: [anAccount], ...parts }), () => noon);
  render(Header, { session, bridge, isFirst: false });
}

describe('the moon of quiet hours', () => {
  const quiet = { kind: 'system' } as const;
  const trouble: Health = { kind: 'needs-you', account: 'a1', problem: aProblem('credentials') };
  const idle: Health = { kind: 'idle', answeredAt: noon, quiet };

  it.each<[string, Parameters<typeof show>[0], { moon: number; mark: number }]>([
    ['stands in place of the mark', { health: idle, quiet }, { moon: 1, mark: 0 }],
    ['stands beside the mark of a trouble', { health: trouble, quiet }, { moon: 1, mark: 1 }],
    ['is absent else', { health: trouble }, { moon: 0, mark: 1 }],
  ])('%s', (_how, parts, expected) => {
    show(parts);
    const line = document.querySelector('.title p')!;
    expect({
      moon: line.querySelectorAll('.lucide-moon').length,
      mark: line.querySelectorAll('i').length,
    }).toEqual(expected);
  });
});

describe('checking now', () => {
  const follow: Snapshot['follows'][number] = {
    ...{ id: 'f1', account: 'a1', workspace: 'drama', projectId: 1234, projectName: 'Autumn', mute: null },
    ...{ runningListed: 'no', lookedAt: noon, nextLookAt: null, isFirstLook: false, problem: null },
    ...{ importing: 0, known: 0, waiting: 0 },
  };
  const counts = someCounts({ all: 1 });

  it.each<[string, Partial<Snapshot>, boolean]>([
    ['of imports', { counts }, true],
    ['of followed projects, also where nothing is in the list', { follows: [follow] }, true],
    ['of nothing', {}, false],
    ['of anything while it is paused', { counts, follows: [follow], pausedUntil: noon + 1 }, false],
  ])('is possible or not: %s', (_what, parts, isPossible) => {
    show(parts);
    const button = screen.getByRole<HTMLButtonElement>('button', { name: words.en.shell.checkNow });
    expect(button.disabled).toBe(!isPossible);
  });
});

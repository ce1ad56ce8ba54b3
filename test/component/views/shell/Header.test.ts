import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Health, Snapshot } from '../../../../main/contract.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import Header from '../../../../renderer/views/shell/Header.svelte';
import { noon } from '../../../support/samples/moments.ts';
import { aProblem } from '../../../support/samples/problems.ts';
import { anAccount, aSnapshot } from '../../../support/samples/snapshots.ts';
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

import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { PlannedFile } from '../../../../main/contract.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import RegisterAgainDialog from '../../../../renderer/views/registering/RegisterAgainDialog.svelte';
import { countOf } from '../../../../words/format.ts';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { accepted, createFakeBridge } from '../../support/fake-bridge.ts';

const { advice, registerFiles, registering: said } = words.en;

const file = (number: number, parts: Partial<PlannedFile> = {}): PlannedFile => ({
  ...{ watch: `a1:drama/${number}`, name: `ep${number}.mov`, outcome: 'failed' },
  source: { bucket: 'drama-media', key: `media/ep${number}.mov` },
  ...{ problem: null, fault: null, object: null },
  ...parts,
});

async function show(...files: readonly PlannedFile[]): Promise<void> {
  const { bridge } = createFakeBridge({ planRegisterAgain: () => accepted({ plan: 1, files }) });
  const session = createSession(bridge, aSnapshot(), () => noon);
  await session.again.plan(files.map(({ watch }) => watch));
  render(RegisterAgainDialog, { session });
}

const registerButton = (number: number) =>
  screen.getByRole<HTMLButtonElement>('button', { name: said.register(countOf(number, 'en')) });

describe('registering failed imports again', () => {
  it('names the source of each, and of each that is left out the reason, and counts the others', async () => {
    await show(
      file(1),
      file(2, { fault: 'same-key', outcome: 'file-not-there' }),
      file(3, { fault: 'underway' }),
      file(4, { source: null }),
    );
    expect(screen.getByText('drama-media/media/ep2.mov')).toBeTruthy();
    expect(screen.getByText(said.sameObject)).toBeTruthy();
    expect(screen.getByText(registerFiles.objectFaults.underway)).toBeTruthy();
    expect(screen.getByText(said.leftOut)).toBeTruthy();
    // What is not registered needs no advice for it.
    expect(screen.queryByText(advice['file-not-there'].next, { exact: false })).toBeNull();
    expect(registerButton(1).disabled).toBe(false);
  });

  it('has nothing to register where all are left out', async () => {
    await show(file(1, { fault: 'underway' }));
    expect(registerButton(0).disabled).toBe(true);
  });
});

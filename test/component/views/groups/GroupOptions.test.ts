import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Understanding } from '../../../../main/contract.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import AddView from '../../../../renderer/views/AddView.svelte';
import { countOf } from '../../../../words/format.ts';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { accepted, createFakeBridge } from '../../support/fake-bridge.ts';

const { add, groups } = words.en;

function understood(...fileNames: string[]): Understanding {
  const found = fileNames.map((fileName, index) => ({
    reference: { workspace: 'drama', projectId: 1234, assetId: index + 1 },
    label: null,
    fileName,
    watched: false,
  }));
  return { found, notUnderstood: [], repeated: 0, shortened: 0 };
}

/** The add view with a paste in which these files were understood. */
async function pasted(...fileNames: string[]) {
  const fake = createFakeBridge({
    understand: () => accepted(understood(...fileNames)),
    add: () => accepted({ added: fileNames.length, alreadyWatched: 0 }),
  });
  const session = createSession(fake.bridge, aSnapshot(), () => noon);
  render(AddView, { session, bridge: fake.bridge });
  const user = userEvent.setup();
  await user.click(screen.getByLabelText(add.paste));
  await user.paste(fileNames.join('\n'));
  const button = await screen.findByRole('button', { name: add.addCount(countOf(fileNames.length, 'en')) });
  return { user, button, added: () => fake.asked('add').at(-1)?.group };
}

describe('two or more that are added at once', () => {
  it('are a group with the suggested name', async () => {
    const { user, button, added } = await pasted('autumn-1.mov', 'autumn-2.mov');
    await user.click(button);
    expect(added()).toEqual({
      name: 'autumn',
      tell: { allDone: true, firstFailure: true },
      eachAsset: true,
    });
  });

  it('are the group that the person makes of them', async () => {
    const { user, button, added } = await pasted('autumn-1.mov', 'autumn-2.mov');
    await user.type(screen.getByLabelText(groups.name), ' Batch A ');
    await user.click(screen.getByRole('switch', { name: groups.firstFailure }));
    await user.click(screen.getByRole('switch', { name: groups.eachAsset }));
    await user.click(button);
    expect(added()).toEqual({
      name: 'Batch A',
      tell: { allDone: true, firstFailure: false },
      eachAsset: false,
    });
  });

  it('are none where the person wants none', async () => {
    const { user, button, added } = await pasted('autumn-1.mov', 'autumn-2.mov');
    await user.click(screen.getByRole('switch', { name: groups.asGroup }));
    await user.click(button);
    expect(added()).toBeNull();
  });
});

it('one alone is offered no group', async () => {
  const { user, button, added } = await pasted('autumn-1.mov');
  expect(screen.queryByRole('switch', { name: groups.asGroup })).toBeNull();
  await user.click(button);
  expect(added()).toBeNull();
});

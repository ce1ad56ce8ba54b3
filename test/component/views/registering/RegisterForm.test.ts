import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import {
  limits,
  type PlannedObjects,
  type Problem,
  type Snapshot,
  type WishCard,
} from '../../../../main/contract.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import AddView from '../../../../renderer/views/AddView.svelte';
import WishNotices from '../../../../renderer/views/registering/WishNotices.svelte';
import { countOf } from '../../../../words/format.ts';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aProblem } from '../../../support/samples/problems.ts';
import { aRow } from '../../../support/samples/rows.ts';
import { anAccount, aSnapshot } from '../../../support/samples/snapshots.ts';
import { accepted, createFakeBridge, refused, type Answers } from '../../support/fake-bridge.ts';

const { add, account, bucketPicker, registerFiles: said, registering } = words.en;
const count = (number: number) => countOf(number, 'en');

const planned: PlannedObjects = {
  plan: 7,
  found: [
    { bucket: 'drama-media', key: 'media/ep01.mov', line: 1, isUnknownKind: false },
    { bucket: 'other-media', key: 'ep02', line: 2, isUnknownKind: true },
  ],
  faulty: [{ text: 'notes.txt', line: 3, fault: 'extension' }],
  repeated: 1,
  left: 0,
};

const lists: Answers = {
  listWorkspaces: () =>
    accepted({
      kind: 'answer',
      value: {
        entries: [
          { name: 'drama', bucket: 'drama-media' },
          { name: 'films', bucket: null },
        ],
        skipped: 0,
      },
    }),
  listProjects: () =>
    accepted({ kind: 'answer', value: { entries: [{ id: 1234, name: 'Autumn' }], skipped: 0 } }),
  listAssets: ({ page }) =>
    accepted({
      kind: 'answer',
      value: {
        ...{ skipped: 0, page, pages: 2, total: 2 },
        assets: [{ id: page, fileName: page === 2 ? 'ep01.mov' : 'x.mov', size: null, watched: false }],
      },
    }),
};
const registrar = { ...anAccount, mayRegister: true };

/** A bucket with these objects. */
const listing = (keys: readonly string[]) =>
  accepted({
    kind: 'answer' as const,
    value: {
      ...{ folders: [], skipped: 0, next: null },
      objects: keys.map((key) => ({ key, name: key, size: 1, changedAt: null, unfit: null })),
    },
  });

function show(answers: Answers = {}, parts: Partial<Snapshot> = {}) {
  const fake = createFakeBridge({ ...lists, planRegister: () => accepted(planned), ...answers });
  const session = createSession(fake.bridge, aSnapshot({ accounts: [registrar], ...parts }), () => noon);
  render(AddView, { session, bridge: fake.bridge });
  return { ...fake, session, user: userEvent.setup() };
}

async function choose({ user }: ReturnType<typeof show>, workspace = 'drama'): Promise<void> {
  await user.click(screen.getByRole('radio', { name: said.way }));
  await screen.findByRole('option', { name: workspace });
  await user.selectOptions(screen.getByLabelText(add.pickWorkspace), workspace);
  await screen.findByRole('option', { name: 'Autumn' });
  await user.selectOptions(screen.getByLabelText(add.pickProject), 'Autumn');
}

const registerButton = (number: number) =>
  screen.findByRole('button', { name: registering.register(count(number)) });

describe('registering files', () => {
  it('is offered only for accounts that may, and says where that is allowed', async () => {
    const { session, user } = show({}, { accounts: [anAccount] });
    await user.click(screen.getByRole('radio', { name: said.way }));
    expect(screen.getByText(said.offTitle('Drama team'))).toBeTruthy();
    expect(screen.getByText(/NCP_VPC_MEDIA_INTELLIGENCE_MANAGER/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: said.toAccount }));
    expect(session.view).toBe('account');
  });

  it('takes what is picked from the bucket below what was typed, and it stays of that bucket', async () => {
    const picked = ['media/ep01.mov', '# 1 hit.mov', 's3://odd.mov'];
    const view = show({ listBucket: () => listing(picked) });
    const { asked, user } = view;
    await choose(view);
    await user.type(screen.getByLabelText(said.keys), 'typed.mov');
    await user.click(screen.getByRole('button', { name: bucketPicker.open }));
    await user.click(await screen.findByRole('checkbox', { name: bucketPicker.selectShown }));
    await user.click(screen.getByRole('button', { name: bucketPicker.use(count(3)) }));
    expect(screen.getByLabelText<HTMLTextAreaElement>(said.keys).value).toBe(
      [
        'typed.mov',
        's3://drama-media/media/ep01.mov',
        's3://drama-media/# 1 hit.mov',
        's3://drama-media/s3://odd.mov',
      ].join('\n'),
    );
    expect(asked('listBucket')).toMatchObject([{ account: 'a1', bucket: 'drama-media' }]);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('changes nothing of what was picked before, also where that ends with a blank', async () => {
    const picked = ['rushes/take 1\u3000', 'rushes/take 2\u00a0'];
    const view = show({ listBucket: () => listing(picked) });
    await choose(view);
    const field = screen.getByLabelText<HTMLTextAreaElement>(said.keys);
    for (const index of [0, 1]) {
      await view.user.click(screen.getByRole('button', { name: bucketPicker.open }));
      await screen.findByRole('checkbox', { name: bucketPicker.selectShown });
      await view.user.click(screen.getAllByRole('checkbox', { name: /take/ })[index]!);
      await view.user.click(screen.getByRole('button', { name: bucketPicker.use(count(1)) }));
      // With line ends behind it, as of an Enter.
      if (index === 0) await fireEvent.input(field, { target: { value: `${field.value}\n\n` } });
    }
    expect(field.value).toBe(picked.map((key) => `s3://drama-media/${key}`).join('\n'));
  });

  const films = { ...registrar, id: 'a2', name: 'Films' };

  it('begins with an account that may, and names it in the form and before anything is sent', async () => {
    const view = show({}, { accounts: [anAccount, films] });
    const { asked, user } = view;
    await choose(view);
    expect(asked('listWorkspaces')).toEqual([{ account: 'a2' }]);
    expect(screen.getByLabelText<HTMLSelectElement>(add.account).value).toBe('a2');
    await user.click(screen.getByLabelText(said.keys));
    await user.paste('media/ep01.mov');
    await user.click(await registerButton(2));
    const question = said.confirmTitle(count(2), 'Autumn');
    expect(within(screen.getByRole('dialog')).getByText(`Films: ${question}`)).toBeTruthy();
  });

  it('never goes to another account than the one that was chosen, and says that this one may not', async () => {
    const { asked, session, user } = show({}, { accounts: [films, anAccount] });
    await user.selectOptions(screen.getByLabelText(add.account), 'Drama team');
    await user.click(screen.getByRole('radio', { name: said.way }));
    expect(screen.getByText(said.offTitle('Drama team'))).toBeTruthy();
    expect(asked('listWorkspaces')).toEqual([]);
    await user.click(screen.getByRole('button', { name: said.toAccount }));
    expect([session.view, session.wantedAccount]).toEqual(['account', { id: 'a1' }]);
  });

  it('keeps what was entered while another way is shown, and the keys for another account, too', async () => {
    const view = show({}, { accounts: [registrar, films] });
    const { asked, user } = view;
    await choose(view);
    await user.clear(screen.getByLabelText(said.bucket));
    await user.type(screen.getByLabelText(said.bucket), 'other-media');
    await user.type(screen.getByLabelText(said.keys), 'media/ep01.mov');
    await user.click(screen.getByRole('radio', { name: add.byPicking }));
    await user.click(screen.getByRole('radio', { name: said.way }));
    await screen.findByRole('option', { name: 'Autumn' });
    expect(screen.getByLabelText<HTMLSelectElement>(add.pickWorkspace).value).toBe('drama');
    expect(screen.getByLabelText<HTMLSelectElement>(add.pickProject).value).toBe('1234');
    expect(screen.getByLabelText<HTMLInputElement>(said.bucket).value).toBe('other-media');
    expect(screen.getByLabelText<HTMLTextAreaElement>(said.keys).value).toBe('media/ep01.mov');
    await registerButton(2);
    await user.selectOptions(screen.getByLabelText(add.account), 'Films');
    expect(screen.queryByLabelText(said.keys)).toBeNull();
    await choose(view);
    expect(screen.getByLabelText<HTMLTextAreaElement>(said.keys).value).toBe('media/ep01.mov');
    await waitFor(() => expect(asked('planRegister').at(-1)).toMatchObject({ account: 'a2' }));
  });

  it('shows what would be registered, and registers it once the person has agreed', async () => {
    const view = show({ register: () => accepted({ wished: 2 }) });
    const { asked, user } = view;
    await choose(view);
    expect(screen.getByLabelText<HTMLInputElement>(said.bucket).value).toBe('drama-media');
    await user.click(screen.getByLabelText(said.keys));
    await user.paste('media/ep01.mov\ns3://other-media/ep02\nnotes.txt');
    const button = await registerButton(2);
    expect(asked('planRegister').at(-1)).toEqual({
      ...{ account: 'a1', workspace: 'drama', projectId: 1234, bucket: 'drama-media' },
      text: 'media/ep01.mov\ns3://other-media/ep02\nnotes.txt',
    });
    expect(screen.getByText('other-media /')).toBeTruthy();
    expect(screen.getByText(said.unknownKind)).toBeTruthy();
    expect(screen.getByText(said.objectFaults.extension)).toBeTruthy();
    expect(screen.getByText(said.repeated(count(1)))).toBeTruthy();
    expect(await screen.findByText(said.named)).toBeTruthy();
    await user.click(button);
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(said.confirmTitle(count(2), 'Autumn'))).toBeTruthy();
    expect(dialog.getByText(said.confirmAdvice('drama-media, other-media'))).toBeTruthy();
    expect(dialog.getByText(said.namedCount(count(1)))).toBeTruthy();
    expect(dialog.getByText(said.unknownCount(count(1)))).toBeTruthy();
    expect(asked('register')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: registering.register(count(2)), hidden: true }));
    expect(asked('register')).toEqual([{ plan: 7 }]);
    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>(said.keys).value).toBe(''));
  });

  it('reads anew where main no longer has what it read, and offers to register that', async () => {
    let plan = 0;
    const view = show({
      planRegister: () => accepted({ ...planned, plan: (plan += 1) }),
      register: (asked) => (asked.plan === 1 ? refused({ code: 'plan-gone' }) : accepted({ wished: 2 })),
    });
    const { asked, user } = view;
    await choose(view);
    await user.click(screen.getByLabelText(said.keys));
    await user.paste('media/ep01.mov');
    for (const expected of [1, 2]) {
      await waitFor(() => expect(asked('planRegister')).toHaveLength(expected));
      await waitFor(async () => expect((await registerButton(2)).hasAttribute('disabled')).toBe(false));
      await user.click(await registerButton(2));
      const dialog = within(screen.getByRole('dialog'));
      await user.click(dialog.getByRole('button', { name: registering.register(count(2)), hidden: true }));
    }
    expect(asked('register')).toEqual([{ plan: 1 }, { plan: 2 }]);
  });

  it('takes another bucket, and asks for one where the service names none', async () => {
    const view = show();
    const { asked, user } = view;
    await choose(view, 'films');
    expect(screen.getByText(said.bucketUnknown)).toBeTruthy();
    await user.type(screen.getByLabelText(said.bucket), 'My_Bucket');
    expect(screen.getByText(said.bucketInvalid)).toBeTruthy();
    await user.clear(screen.getByLabelText(said.bucket));
    await user.type(screen.getByLabelText(said.bucket), 'films-media');
    await user.click(screen.getByLabelText(said.keys));
    await user.paste('media/ep01.mov');
    await waitFor(() => expect(asked('planRegister').at(-1)).toMatchObject({ bucket: 'films-media' }));
    expect(asked('planRegister').some(({ bucket }) => bucket === 'My_Bucket')).toBe(false);
  });

  it('waits for the names in the project, and says so, also of another project that is chosen meanwhile', async () => {
    const asked: PromiseWithResolvers<unknown>[] = [];
    const view = show({
      async listAssets({ page }) {
        asked.push(Promise.withResolvers());
        await asked.at(-1)!.promise;
        const assets = [{ id: 1, fileName: 'ep01.mov', size: null, watched: false }];
        return accepted({ kind: 'answer', value: { skipped: 0, page, pages: 1, total: 1, assets } });
      },
    });
    const { user } = view;
    await choose(view);
    await user.click(screen.getByLabelText(said.keys));
    await user.paste('media/ep01.mov\nep02');
    expect((await registerButton(2)).hasAttribute('disabled')).toBe(true);
    expect(screen.getByText(said.comparing)).toBeTruthy();
    fireEvent.submit(document.querySelector('form')!);
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.selectOptions(screen.getByLabelText(add.pickWorkspace), 'films');
    await screen.findByRole('option', { name: 'Autumn' });
    // What was read is for a project that is no longer chosen.
    expect(screen.getByRole('button', { name: said.registerNone }).hasAttribute('disabled')).toBe(true);
    fireEvent.submit(document.querySelector('form')!);
    await user.selectOptions(screen.getByLabelText(add.pickProject), 'Autumn');
    asked[0]!.resolve(null);
    expect((await registerButton(2)).hasAttribute('disabled')).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
    asked[1]!.resolve(null);
    await waitFor(() => expect(screen.queryByText(said.comparing)).toBeNull());
    await user.click(await registerButton(2));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(said.namedCount(count(1)))).toBeTruthy();
    expect(dialog.queryByText(said.notCompared)).toBeNull();
  });

  it('waits for them anew where the person comes back to the form', async () => {
    let given: Promise<unknown> = Promise.resolve();
    const { listAssets } = lists;
    const view = show({ listAssets: (asked) => given.then(() => listAssets!(asked)) });
    const { user } = view;
    await choose(view);
    await user.click(screen.getByLabelText(said.keys));
    await user.paste('media/ep01.mov');
    await waitFor(async () => expect((await registerButton(2)).hasAttribute('disabled')).toBe(false));
    await user.click(screen.getByRole('radio', { name: add.byPicking }));
    const { promise, resolve } = Promise.withResolvers();
    given = promise;
    await user.click(screen.getByRole('radio', { name: said.way }));
    expect((await registerButton(2)).hasAttribute('disabled')).toBe(true);
    resolve(null);
    await waitFor(async () => expect((await registerButton(2)).hasAttribute('disabled')).toBe(false));
  });

  it.each([
    ['could not be read', { kind: 'problem', problem: aProblem('refused') }, said.notCompared],
    [
      'are more than are read through',
      { kind: 'answer', value: { skipped: 0, page: 1, pages: 11, total: 11_000, assets: [] } },
      said.namesCut('0'),
    ],
  ] as const)('says before anything is sent where the names in the project %s', async (_how, reply, line) => {
    const view = show({ listAssets: () => accepted(reply) });
    await choose(view);
    await view.user.click(screen.getByLabelText(said.keys));
    await view.user.paste('media/ep01.mov');
    await view.user.click(await registerButton(2));
    expect(within(screen.getByRole('dialog')).getByText(line)).toBeTruthy();
  });

  it('registers nothing for which the list has no room', async () => {
    const rows = Array.from({ length: limits.watches - 1 }, (_, index) => aRow(index + 1));
    const view = show({}, { rows });
    await choose(view);
    await view.user.click(screen.getByLabelText(said.keys));
    await view.user.paste('media/ep01.mov\nep02');
    expect((await registerButton(2)).hasAttribute('disabled')).toBe(true);
    expect(screen.getByText(add.noRoom)).toBeTruthy();
  });
});

describe('what became of them', () => {
  const wish = (number: number, state: WishCard['state'], wishedAt = noon): WishCard => ({
    ...{ id: `w${number}`, account: 'a1', workspace: 'drama', projectId: 1234, bucket: 'drama-media' },
    ...{ key: `media/ep0${number}.mov`, wishedAt, state },
  });
  const problem: Problem = {
    ...{ kind: 'refused', httpStatus: 400, code: '10001', message: 'Invalid Request.', field: null },
    ...{ traceId: null, retryAfterMs: null, clockOffsetMs: null, at: noon },
  };

  it('is told file by file, of those that were wished last', async () => {
    const wishes = [
      wish(1, { kind: 'refused', problem }, noon - 1),
      wish(2, { kind: 'registered', assetId: 5678 }),
      wish(3, { kind: 'refused', problem }),
      wish(4, { kind: 'in-doubt', above: 7 }),
      wish(5, { kind: 'waiting' }),
    ];
    const { user } = show({}, { wishes });
    await user.click(screen.getByRole('radio', { name: said.way }));
    const results = within(screen.getByRole('region', { name: said.resultsTitle }));
    expect(results.getByText(said.progress('3', '4'))).toBeTruthy();
    expect(results.getAllByRole('listitem').map(({ textContent }) => textContent.trim())).toEqual([
      expect.stringContaining('ep03.mov') as string,
      expect.stringContaining('ep04.mov') as string,
      expect.stringContaining('ep05.mov') as string,
      expect.stringContaining('ep02.mov') as string,
    ]);
    expect(results.getByText(said.states.registered('5678'))).toBeTruthy();
    expect(results.getByText(/The service rejected the bucket/)).toBeTruthy();
  });

  it('stands over every view while it goes on, with how far it is', () => {
    const wishes = [
      wish(1, { kind: 'refused', problem }, noon - 1),
      wish(2, { kind: 'registered', assetId: 5678 }),
      wish(3, { kind: 'sent', above: 7 }),
      wish(4, { kind: 'waiting' }),
    ];
    const fake = createFakeBridge();
    const session = createSession(fake.bridge, aSnapshot({ wishes }), () => noon);
    render(WishNotices, { session, bridge: fake.bridge });
    expect(screen.getByText(registering.progress('1', count(3)))).toBeTruthy();
    // It is not to be said aloud with each file.
    expect(screen.queryByRole('status')).toBeNull();
    fake.push('changed', { wishes: wishes.slice(0, 2) });
    return waitFor(() => expect(screen.queryByText(registering.progress('1', count(3)))).toBeNull());
  });

  it('is stopped there, and counts no file that was dropped', async () => {
    const wishes = [
      wish(1, { kind: 'registered', assetId: 5678 }),
      wish(2, { kind: 'sent', above: 7 }),
      wish(3, { kind: 'waiting' }),
      wish(4, { kind: 'in-doubt', above: 7 }),
    ];
    const fake = createFakeBridge({ dropWishes: () => accepted(null) });
    const session = createSession(fake.bridge, aSnapshot({ wishes }), () => noon);
    render(WishNotices, { session, bridge: fake.bridge });
    await userEvent.setup().click(screen.getByRole('button', { name: registering.stop }));
    expect(fake.asked('dropWishes')).toEqual([{ wishes: ['w2', 'w3'] }]);
    // One may have left, and nothing calls it back.
    fake.push('changed', { wishes: wishes.filter(({ id }) => id !== 'w3') });
    await waitFor(() => expect(screen.getByText(registering.progress('2', count(3)))).toBeTruthy());
    expect(screen.queryByRole('button', { name: registering.stop })).toBeNull();
  });
});

it('asks of three files at a time whether they were registered, and says how many more there are', async () => {
  const wishes = [1, 2, 3, 4, 5].map((number): WishCard => ({
    ...{ id: `w${number}`, account: 'a1', workspace: 'drama', projectId: 1234, bucket: 'drama-media' },
    ...{ key: `media/ep0${number}.mov`, wishedAt: noon, state: { kind: 'in-doubt', above: 7 } },
  }));
  const fake = createFakeBridge();
  const session = createSession(fake.bridge, aSnapshot({ wishes }), () => noon);
  render(WishNotices, { session, bridge: fake.bridge });
  expect(screen.getAllByRole('button', { name: registering.look })).toHaveLength(3);
  expect(screen.getByText(registering.moreInDoubt(count(2)))).toBeTruthy();
  fake.push('changed', { wishes: wishes.slice(2) });
  await waitFor(() => expect(screen.queryByText(/after these/)).toBeNull());
});

it('names where registering is allowed as that view and switch are called', () => {
  for (const language of ['en', 'ko', 'ja'] as const) {
    const { registerFiles, account: view, registering: of } = words[language];
    expect(registerFiles.offAdvice('P', view.title, of.may)).toContain(of.may);
  }
  expect(said.offAdvice('P', account.title, registering.may)).toContain('Account');
});

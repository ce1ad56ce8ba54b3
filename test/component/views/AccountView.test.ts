import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import {
  defaultApiUrl,
  testStepNames,
  type Result,
  type Snapshot,
  type TestStep,
} from '../../../main/contract.ts';
import { createSession } from '../../../renderer/lib/session.svelte.ts';
import AccountView from '../../../renderer/views/AccountView.svelte';
import { words } from '../../../words/words.ts';
import { accepted, type Answers, createFakeBridge, refused } from '../support/fake-bridge.ts';
import { noon } from '../../support/samples/moments.ts';
import { aProblem } from '../../support/samples/problems.ts';
import { anAccount, aSnapshot } from '../../support/samples/snapshots.ts';

const text = words.en.account;
const secret = 'S3CRETcanaryS3CRETcanary';

function show(answers: Answers, parts: Partial<Snapshot> = {}) {
  const fake = createFakeBridge(answers);
  const session = createSession(fake.bridge, aSnapshot(parts), () => noon);
  render(AccountView, { session, bridge: fake.bridge });
  return { ...fake, session, user: userEvent.setup() };
}

describe('saving an account', () => {
  it('sends tidied keys once and keeps none of them in the window', async () => {
    const { asked, user } = show(
      { saveAccount: () => accepted({ id: 'a1', storage: 'keyring' as const }) },
      { accounts: [] },
    );
    await user.type(screen.getByLabelText(text.accessKey), '  ACCESS0001 ');
    await user.type(screen.getByLabelText(text.secretKey), ` ${secret}  `);
    await user.click(screen.getByRole('button', { name: text.save }));
    expect(await screen.findByText(text.saved)).toBeTruthy();
    expect(asked('saveAccount')).toMatchObject([{ id: null, accessKey: 'ACCESS0001', secretKey: secret }]);
    const values = screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value);
    expect(values).not.toContain('ACCESS0001');
    expect(screen.getByLabelText<HTMLInputElement>(text.secretKey).value).toBe('');
    expect(document.body.innerHTML).not.toContain(secret);
  });

  it('keeps the stored keys where their fields are left empty', async () => {
    const { asked, user } = show({
      saveAccount: () => accepted({ id: 'a1', storage: 'keyring' as const }),
    });
    await user.click(screen.getByRole('button', { name: text.save }));
    await waitFor(() =>
      expect(asked('saveAccount')).toMatchObject([{ id: 'a1', accessKey: null, secretKey: null }]),
    );
  });

  it('tells main that the window holds a secret as soon as one is entered, and not with each letter', async () => {
    const { asked, user } = show({}, { accounts: [] });
    await user.type(screen.getByLabelText(text.accessKey), 'ACCESS0001');
    expect(asked('holds')).toEqual([]);
    await user.type(screen.getByLabelText(text.secretKey), secret);
    expect(asked('holds')).toEqual([{ holding: 'secret' }]);
  });

  it('never types the secret key in the clear', () => {
    show({});
    expect(screen.getByLabelText<HTMLInputElement>(text.secretKey).type).toBe('password');
  });

  it('says what is expected where main refuses the draft, and keeps what was entered', async () => {
    const { user } = show(
      { saveAccount: () => refused({ code: 'bad-field', field: 'accessKey', fault: 'blank-inside' }) },
      { accounts: [] },
    );
    const field = screen.getByLabelText<HTMLInputElement>(text.accessKey);
    await user.type(field, 'ACC ESS');
    await user.click(screen.getByRole('button', { name: text.save }));
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    const described = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toBe(words.en.refusals.faults['blank-inside']);
    expect(screen.getAllByText(words.en.refusals.faults['blank-inside'])).toHaveLength(1);
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.value).toBe('ACC ESS');
  });
});

describe('an answer that comes once the person has gone on to another form', () => {
  it('to a save is told, and makes nothing of that form', async () => {
    const answer = Promise.withResolvers<Result<{ id: string; storage: 'keyring' }>>();
    const { asked, session, user } = show({ saveAccount: () => answer.promise });
    await user.click(screen.getByRole('button', { name: text.save }));
    await user.click(screen.getByRole('radio', { name: text.newAccount }));
    await user.type(screen.getByLabelText(text.accessKey), 'ACCESS0002');
    answer.resolve(accepted({ id: 'a1', storage: 'keyring' }));
    await waitFor(() => expect(session.telling.told).toMatchObject({ text: text.saved }));
    await user.click(screen.getByRole('button', { name: text.save }));
    expect(asked('saveAccount').map(({ id }) => id)).toEqual(['a1', null]);
  });

  it('to found keys leaves that form there', async () => {
    const answer = Promise.withResolvers<Result<{ id: string }>>();
    const { user } = show(
      { useFoundKeys: () => answer.promise },
      { foundKeys: [{ source: 'environment', accessKeyEnding: '0007' }] },
    );
    await user.click(screen.getByRole('radio', { name: text.newAccount }));
    await user.click(screen.getByRole('button', { name: text.useFound }));
    await user.click(screen.getByRole('radio', { name: anAccount.name }));
    const field = screen.getByLabelText<HTMLInputElement>(text.accessKey);
    await user.type(field, 'ACCESS0002');
    answer.resolve(accepted({ id: 'a2' }));
    await new Promise(setImmediate);
    expect(screen.getByLabelText(text.accessKey)).toBe(field);
  });

  it('to a forgotten account leaves that form there', async () => {
    const answer = Promise.withResolvers<Result<null>>();
    const { user } = show({ forgetAccount: () => answer.promise });
    await user.click(screen.getByRole('button', { name: text.forget }));
    await user.click(screen.getByRole('button', { name: text.forgetYes, hidden: true }));
    await user.click(screen.getByRole('radio', { name: text.newAccount }));
    const field = screen.getByLabelText<HTMLInputElement>(text.accessKey);
    await user.type(field, 'ACCESS0002');
    answer.resolve(accepted(null));
    await new Promise(setImmediate);
    expect(screen.getByLabelText(text.accessKey)).toBe(field);
  });
});

it.each([text.subAccountGuide, text.policyGuide])('says so where a page did not open: %s', async (name) => {
  const { session, user } = show({ openLink: () => refused({ code: 'failed' }) });
  await user.click(screen.getByRole('button', { name }));
  expect(session.telling.told).toMatchObject({ kind: 'refused' });
});

describe('several accounts', () => {
  const news = { ...anAccount, id: 'a2', name: 'News team' };
  const two = { accounts: [anAccount, news] };
  const formOf = () => screen.getByLabelText<HTMLInputElement>(text.name).value;
  const refused = aProblem('credentials');

  it.each([
    ['the one that needs the person', { health: { kind: 'needs-you', account: 'a2', problem: refused } }],
    ['the one whose key is missing', { health: { kind: 'key-missing', account: 'a2' } }],
    ['one in trouble', { troubles: { a2: refused } }],
    ['one without a key', { accounts: [anAccount, { ...news, storage: 'locked' }] }],
  ] satisfies [string, Partial<Snapshot>][])('opens the form of %s', (_which, parts) => {
    show({}, { ...two, ...parts });
    expect(formOf()).toBe('News team');
  });

  it('opens the form of the first where all is well', () => {
    show({}, two);
    expect(formOf()).toBe('Drama team');
  });

  it('opens the form of the one that a banner, the tray or a button names, also while another is open', async () => {
    const { push, session } = show({}, two);
    push('show', { view: 'account', watch: null, group: null, account: 'a2' });
    await waitFor(() => expect(formOf()).toBe('News team'));
    session.show('account', null, null, 'a1');
    await waitFor(() => expect(formOf()).toBe('Drama team'));
    push('show', { view: 'account', watch: null, group: null, account: 'gone' });
    await tick();
    expect(formOf()).toBe('Drama team');
  });

  it('keeps what was entered for another one, and moves the keyboard to where the named one is chosen', async () => {
    const { session, user } = show({}, two);
    await user.type(screen.getByLabelText(text.secretKey), secret);
    session.show('account', null, null, 'a2');
    const named = screen.getByRole<HTMLInputElement>('radio', { name: 'News team' });
    await waitFor(() => expect(document.activeElement).toBe(named));
    expect([named.checked, formOf()]).toEqual([false, 'Drama team']);
    expect(screen.getByLabelText<HTMLInputElement>(text.secretKey).value).toBe(secret);
  });

  it('says before it disconnects one that following its projects ends, and what is not registered', async () => {
    const { user } = show({}, two);
    await user.click(screen.getByRole('button', { name: text.forget }));
    const question = screen.getByRole('dialog', { hidden: true }).textContent;
    expect(question).toContain('stops following its projects');
    expect(question).toContain('Files not yet sent for registration won’t be registered');
  });

  it('disconnects the one that the person was asked about', async () => {
    const { asked, session, user } = show({ forgetAccount: () => accepted(null) }, two);
    await user.click(screen.getByRole('button', { name: text.forget }));
    session.show('account', null, null, 'a2');
    await tick();
    await user.click(screen.getByRole('button', { name: text.forgetYes, hidden: true }));
    expect(asked('forgetAccount')).toEqual([{ account: 'a1' }]);
  });

  it('say beside each name why its key cannot be used', () => {
    const cards = [anAccount, { ...news, storage: 'unreadable' } as const];
    show({}, { accounts: cards, health: { kind: 'key-missing', account: 'a1' } });
    const choices = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    const said = choices.filter((choice) => choice.includes(text.storage.unreadable));
    expect(said).toEqual([expect.stringContaining('News team')]);
  });

  it('each has its own trouble beside its name', () => {
    const other = { ...anAccount, id: 'a2', name: 'News team' };
    show({}, { accounts: [anAccount, other], troubles: { a2: aProblem('credentials') } });
    const choices = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    const { title } = words.en.problems.credentials;
    expect(choices.filter((text) => text.includes(title))).toEqual([expect.stringContaining('News team')]);
  });
});

describe('testing an account', () => {
  const steps: readonly TestStep[] = [
    { name: 'address', state: 'passed', figure: null, detail: 'mi.apigw.ntruss.com' },
    { name: 'connection', state: 'passed', figure: 41, detail: null },
    { name: 'clock', state: 'corrected', figure: -420_000 },
    { name: 'signature', state: 'passed', figure: null, detail: null },
    { name: 'permission', state: 'failed', problem: null, figure: null, detail: null },
    { name: 'workspaces', state: 'not-reached' },
  ];

  it('shows each step as it is known, and the fix of the one that failed', async () => {
    const answer = Promise.withResolvers<Result<readonly TestStep[]>>();
    const { asked, listening, push, user } = show({ testAccount: () => answer.promise });
    await user.click(screen.getByRole('button', { name: text.test }));
    const step = { name: 'connection', state: 'passed', figure: 41, detail: null } as const;
    push('testStep', { run: 'an older one', step: { ...step, figure: 9_000 } });
    push('testStep', { run: asked('testAccount')[0]?.run ?? '', step });
    expect(await screen.findByText('41 ms')).toBeTruthy();
    answer.resolve(accepted(steps));
    expect(await screen.findByText(text.failedWithoutReason.permission)).toBeTruthy();
    expect(screen.getByText(text.clockCorrected)).toBeTruthy();
    expect(screen.getByRole('button', { name: text.testAgain })).toBeTruthy();
    expect(listening('testStep')).toBe(0);
  });
});

describe('a test that main refuses', () => {
  it.each(['en', 'ko', 'ja'] as const)(
    'marks the field and says what is expected there, in %s',
    async (language) => {
      const { user } = show(
        { testAccount: () => refused({ code: 'bad-field', field: 'draft.secretKey', fault: 'empty' }) },
        { accounts: [], language },
      );
      const { account, refusals } = words[language];
      await user.click(screen.getByRole('button', { name: account.test }));
      const field = screen.getByLabelText<HTMLInputElement>(account.secretKey);
      await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
      expect(screen.getByText(refusals.faults.empty)).toBeTruthy();
    },
  );
});

describe('how a key is kept', () => {
  it('offers weak storage only on request, where the system has no keyring', async () => {
    const { asked, user } = show(
      { keepKeyWeakly: () => accepted({ storage: 'weak' as const }) },
      { accounts: [{ ...anAccount, storage: 'session', keyringMissing: true }] },
    );
    expect(screen.getByText(text.storage.session)).toBeTruthy();
    expect(asked('keepKeyWeakly')).toEqual([]);
    await user.click(screen.getByRole('button', { name: text.keepWeakly }));
    expect(asked('keepKeyWeakly')).toEqual([{ account: 'a1' }]);
  });

  it.each([
    ['the keyring refused the key, because it is asked', 'locked'],
    ['the person did not vouch for the key, who is asked', 'unconfirmed'],
  ] as const)('offers a restart where %s only once in a run', async (_, storage) => {
    const { asked, user } = show(
      { restart: () => accepted(null) },
      { accounts: [{ ...anAccount, storage }] },
    );
    expect(screen.getByText(text.storage[storage])).toBeTruthy();
    await user.click(screen.getByRole('button', { name: text.restart }));
    expect(asked('restart')).toHaveLength(1);
  });

  it('is said anew after a save when the person has it kept otherwise', async () => {
    const card = { ...anAccount, storage: 'session', keyringMissing: true } as const;
    const { push, user } = show(
      { saveAccount: () => accepted({ id: 'a1', storage: 'session' as const }) },
      { accounts: [card] },
    );
    await user.click(screen.getByRole('button', { name: text.save }));
    expect(await screen.findAllByText(text.storage.session)).toHaveLength(2);
    push('changed', { accounts: [{ ...card, storage: 'weak' }] });
    expect(await screen.findAllByText(text.storage.weak)).toHaveLength(2);
    expect(screen.queryByText(text.storage.session)).toBeNull();
  });

  it.each(['keyring', 'waiting', 'weak', 'unreadable', 'none'] as const)(
    'says so for %s, and offers nothing weaker and no restart',
    (storage) => {
      show({}, { accounts: [{ ...anAccount, storage, keyringMissing: storage !== 'keyring' }] });
      expect(screen.getByText(text.storage[storage])).toBeTruthy();
      expect(screen.queryByRole('button', { name: text.keepWeakly })).toBeNull();
      expect(screen.queryByRole('button', { name: text.restart })).toBeNull();
    },
  );

  it('offers keys found on this computer', async () => {
    const { asked, user } = show(
      { useFoundKeys: () => accepted({ id: 'a1' }) },
      { accounts: [], foundKeys: [{ source: 'environment', accessKeyEnding: '0007' }] },
    );
    expect(screen.getByText(text.found.environment('0007'))).toBeTruthy();
    await user.click(screen.getByRole('button', { name: text.useFound }));
    expect(asked('useFoundKeys')).toEqual([{ source: 'environment', name: text.defaultName }]);
  });

  it('says of found keys that they are for the service’s own address, where another one is entered', async () => {
    const { user } = show(
      {},
      { accounts: [], foundKeys: [{ source: 'environment', accessKeyEnding: '0007' }] },
    );
    const button = screen.getByRole<HTMLButtonElement>('button', { name: text.useFound });
    expect(screen.queryByText(text.foundElsewhere(defaultApiUrl))).toBeNull();
    const field = screen.getByLabelText(text.apiUrl);
    await user.clear(field);
    await user.type(field, 'https://mi.example.com');
    expect(screen.getByText(text.foundElsewhere(defaultApiUrl))).toBeTruthy();
    expect(button.disabled).toBe(true);
    await user.clear(field);
    await user.type(field, defaultApiUrl);
    expect(button.disabled).toBe(false);
  });

  it.each(['en', 'ko', 'ja'] as const)(
    'says which places have keys that cannot be used, and why, in %s',
    (language) => {
      const { fields, faults } = words[language].refusals;
      show(
        {},
        {
          accounts: [],
          language,
          unusableKeys: [
            { place: 'NCLOUD_SECRET_KEY', field: null, fault: 'unexpanded' },
            { place: '~/.ncloud/configure', field: 'accessKey', fault: 'blank-inside' },
          ],
        },
      );
      const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
      expect(lines).toEqual([
        expect.stringContaining(`NCLOUD_SECRET_KEY: ${faults.unexpanded}`),
        expect.stringContaining(faults['blank-inside']),
      ]);
      expect(lines[1]).toContain('~/.ncloud/configure');
      expect(lines[1]).toContain(fields.accessKey);
      expect(screen.queryByText(words[language].account.useFound)).toBeNull();
    },
  );
});

it('says that a test has not shown whether files may be registered, where that is allowed', async () => {
  const steps = testStepNames.map((name): TestStep => ({
    name,
    state: 'passed',
    figure: null,
    detail: null,
  }));
  const { user } = show(
    { testAccount: () => accepted(steps) },
    { accounts: [{ ...anAccount, mayRegister: true }] },
  );
  await user.click(screen.getByRole('button', { name: text.test }));
  const said = words.en.registering.notTested('NCP_VPC_MEDIA_INTELLIGENCE_MANAGER');
  expect(await screen.findByText(said)).toBeTruthy();
});

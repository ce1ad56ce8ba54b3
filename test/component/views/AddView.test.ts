import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import { limits, type Snapshot, type Understanding } from '../../../main/contract.ts';
import { createSession } from '../../../renderer/lib/session.svelte.ts';
import AddView from '../../../renderer/views/AddView.svelte';
import Toast from '../../../renderer/views/shell/Toast.svelte';
import { countOf } from '../../../words/format.ts';
import { words } from '../../../words/words.ts';
import { accepted, type Answers, createFakeBridge, refused } from '../support/fake-bridge.ts';
import { noon } from '../../support/samples/moments.ts';
import { aRow } from '../../support/samples/rows.ts';
import { anAccount, aSnapshot } from '../../support/samples/snapshots.ts';

const text = words.en.add;

const understanding: Understanding = {
  found: [
    {
      reference: { workspace: 'drama', projectId: 1234, assetId: 5678 },
      label: null,
      fileName: null,
      watched: false,
    },
    {
      reference: { workspace: 'drama', projectId: 1234, assetId: 5679 },
      label: null,
      fileName: null,
      watched: true,
    },
  ],
  notUnderstood: [{ text: '-5', line: 2, reason: 'id-not-positive', offers: [] }],
  repeated: 1,
  shortened: 0,
};

function show(answers: Answers, parts: Partial<Snapshot> = {}) {
  const fake = createFakeBridge(answers);
  const session = createSession(fake.bridge, aSnapshot(parts), () => noon);
  render(AddView, { session, bridge: fake.bridge });
  render(Toast, { session });
  return { ...fake, session, user: userEvent.setup() };
}

describe('adding by paste', () => {
  it('shows what was understood and what was not before anything is added', async () => {
    const { asked, user } = show({ understand: () => accepted(understanding) });
    await user.click(screen.getByLabelText(text.paste));
    await user.paste('5678 5678 5679\n-5');
    expect(await screen.findByText(text.foundTitle(countOf(2, 'en')))).toBeTruthy();
    expect(screen.getByText(text.repeated(countOf(1, 'en')))).toBeTruthy();
    expect(screen.getByText(text.alreadyWatched)).toBeTruthy();
    expect(screen.getByText(text.line('2'))).toBeTruthy();
    expect(screen.getByText(text.reasons['id-not-positive'])).toBeTruthy();
    expect(asked('add')).toEqual([]);
  });

  it('adds what is not watched yet, says so, and empties the field', async () => {
    const { asked, user } = show({
      understand: () => accepted(understanding),
      add: () => accepted({ added: 1, alreadyWatched: 0 }),
    });
    const field = screen.getByLabelText<HTMLTextAreaElement>(text.paste);
    await user.click(field);
    await user.paste('5678 5679');
    await user.click(await screen.findByRole('button', { name: text.addCount(countOf(1, 'en')) }));
    expect(await screen.findByText(text.added(countOf(1, 'en')))).toBeTruthy();
    expect(asked('add').map(({ assets }) => assets.map(({ reference }) => reference.assetId))).toEqual([
      [5678],
    ]);
    expect(field.value).toBe('');
  });

  it('takes a project ID in the digits of a Japanese keyboard', async () => {
    const { asked, user } = show({ understand: () => accepted(understanding) });
    await user.type(screen.getByLabelText(text.project), '１２３４');
    await user.type(screen.getByLabelText(text.paste), '5678');
    expect(screen.queryByText(words.en.refusals.faults['not-an-id'])).toBe(null);
    await waitFor(() => expect(asked('understand').at(-1)?.projectId).toBe(1234));
  });

  it.each(['0', '12x4', '9007199254740992'])(
    'says which project IDs there are, and sends none that is none: %s',
    async (typed) => {
      const { asked, user } = show({ understand: () => accepted(understanding) });
      await user.type(screen.getByLabelText(text.project), typed);
      await user.type(screen.getByLabelText(text.paste), '5678');
      expect(await screen.findByText(/from 1 to 9007199254740991/)).toBeTruthy();
      await waitFor(() => expect(asked('understand').at(-1)?.projectId).toBe(null));
    },
  );

  it('keeps what was entered while other accounts, ways and views are shown', async () => {
    const column = { kind: 'column', line: 1, column: 1 } as const;
    const unclear: Understanding = {
      ...{ found: [], repeated: 0, shortened: 0 },
      notUnderstood: [
        { text: 'no | media', line: 1, reason: 'which-column', offers: [{ use: column, text: 'media' }] },
      ],
    };
    const other = { ...anAccount, id: 'a2', name: 'News team', workspaces: ['news'] };
    const fake = createFakeBridge({
      understand: ({ uses }) => accepted(uses.length === 0 ? unclear : understanding),
      listWorkspaces: () => accepted({ kind: 'answer', value: { entries: [], skipped: 0 } }),
    });
    const { asked, push } = fake;
    const session = createSession(fake.bridge, aSnapshot({ accounts: [anAccount, other] }), () => noon);
    const user = userEvent.setup();
    const props = { session, bridge: fake.bridge };
    const first = render(AddView, props);
    const field = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(label);
    await user.type(field(text.project), '1234');
    await user.click(field(text.paste));
    await user.paste('no\tmedia');
    await user.click(await screen.findByRole('button', { name: text.offers.column('media') }));
    await waitFor(() => expect(asked('understand').at(-1)?.uses).toEqual([column]));
    await user.selectOptions(screen.getByLabelText(text.account), 'News team');
    const said = { workspace: 'news', projectId: 1234, text: 'no\tmedia', uses: [column] };
    await waitFor(() => expect(asked('understand').at(-1)).toEqual({ account: 'a2', ...said }));
    await user.click(screen.getByLabelText(text.byPicking));
    await user.click(screen.getByLabelText(text.byPaste));
    first.unmount();
    push('show', { view: 'watchlist', watch: null, group: null });
    render(AddView, props);
    expect([field(text.paste).value, field(text.project).value]).toEqual(['no\tmedia', '1234']);
    expect(screen.getByLabelText<HTMLSelectElement>(text.account).value).toBe('a2');
    // Once: what was taken out or added does not come back with another account.
    push('show', { view: 'add', watch: null, group: null, offer: 'offered' });
    await waitFor(() => expect(field(text.paste).value).toBe('no\tmedia\noffered'));
    await user.clear(field(text.paste));
    await user.selectOptions(screen.getByLabelText(text.account), 'Drama team');
    expect(field(text.paste).value).toBe('');
  });

  it('names the file whose content it shows, also where another could not be opened', async () => {
    const { user } = show({ understand: () => accepted(understanding) });
    const chooser = document.querySelector<HTMLInputElement>('input[type=file]')!;
    await user.upload(chooser, new File(['5678'], 'small.csv'));
    expect(await screen.findByText('small.csv')).toBeTruthy();
    const large = new File([''], 'large.csv');
    Object.defineProperty(large, 'size', { value: limits.fileBytes + 1 });
    await user.upload(chooser, large);
    expect(await screen.findByText(text.fileNotOpened)).toBeTruthy();
    expect(screen.getByText('small.csv')).toBeTruthy();
  });

  it('reads no text anew because something else of the account has changed', async () => {
    const { asked, push, user } = show({ understand: () => accepted(understanding) });
    await user.click(screen.getByLabelText(text.paste));
    await user.paste('5678');
    await waitFor(() => expect(asked('understand')).toHaveLength(1));
    push('changed', { accounts: [{ ...anAccount, storage: 'weak' }] });
    await tick();
    expect(document.querySelector('[aria-busy=true]')).toBeNull();
  });

  it('says before anything is added that the list has no room for it', async () => {
    const rows = Array.from({ length: limits.watches - 1 }, (_, index) => aRow(index + 1));
    const two = [5678, 5680].map((assetId) => ({
      ...understanding.found[0]!,
      reference: { workspace: 'drama', projectId: 1234, assetId },
    }));
    let found = two;
    const { asked, user } = show({ understand: () => accepted({ ...understanding, found }) }, { rows });
    await user.click(screen.getByLabelText(text.paste));
    await user.paste('5678 5680');
    const add = (count: number) =>
      screen.findByRole<HTMLButtonElement>('button', { name: text.addCount(countOf(count, 'en')) });
    expect((await add(2)).disabled).toBe(true);
    expect(screen.getByText(text.roomFor('1', '20,000'))).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(asked('add')).toEqual([]);
    found = two.slice(1);
    await user.paste(' ');
    expect((await add(1)).disabled).toBe(false);
    expect(screen.queryByText(text.noRoom)).toBeNull();
  });

  it('groups thousands, in what was recognized, on the button and in what is said', async () => {
    const found = Array.from({ length: 1_234 }, (_, index) => ({
      reference: { workspace: 'drama', projectId: 1234, assetId: index + 1 },
      label: null,
      fileName: null,
      watched: false,
    }));
    const { user } = show({
      understand: () => accepted({ found, notUnderstood: [], repeated: 0, shortened: 0 }),
      add: () => accepted({ added: 1_234, alreadyWatched: 0 }),
    });
    await user.click(screen.getByLabelText(text.paste));
    await user.paste('1-1234');
    expect(await screen.findByText('1,234 assets recognized')).toBeTruthy();
    expect(screen.getByText('and 1,184 more')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Watch 1,234 imports' }));
    expect(await screen.findByText('Now watching 1,234 imports')).toBeTruthy();
  });

  it('keeps the text where adding failed, and says why', async () => {
    const { user } = show({
      understand: () => accepted(understanding),
      add: () => refused({ code: 'cannot-save' }),
    });
    const field = screen.getByLabelText<HTMLTextAreaElement>(text.paste);
    await user.click(field);
    await user.paste('5678');
    await user.click(await screen.findByRole('button', { name: text.addCount(countOf(1, 'en')) }));
    expect(await screen.findByText(words.en.refusals.codes['cannot-save'])).toBeTruthy();
    expect(field.value).toBe('5678');
  });

  it('asks with the workspace and project for ids that come alone', async () => {
    const { asked, user } = show({ understand: () => accepted(understanding) });
    await user.click(screen.getByLabelText(text.paste));
    await user.paste('5678');
    await user.type(screen.getByLabelText(text.project), '1234');
    await waitFor(() =>
      expect(asked('understand').at(-1)).toEqual({
        account: 'a1',
        text: '5678',
        workspace: 'drama',
        projectId: 1234,
        uses: [],
      }),
    );
  });

  it.each(['en', 'ko', 'ja'] as const)(
    'lets the person say what was not understood, and take it back, in %s',
    async (language) => {
      const said = words[language].add;
      const column = { kind: 'column', line: 1, column: 2 } as const;
      const unclear: Understanding = {
        found: [],
        notUnderstood: [
          {
            text: 'no | media',
            line: 1,
            reason: 'which-column',
            offers: [
              { use: { ...column, column: 0 }, text: 'no' },
              { use: column, text: 'media' },
            ],
          },
        ],
        repeated: 0,
        shortened: 0,
      };
      const { asked, user } = show(
        { understand: ({ uses }) => accepted(uses.length === 0 ? unclear : understanding) },
        { language },
      );
      const uses = () => asked('understand').at(-1)?.uses;
      const field = screen.getByLabelText(said.paste);
      await user.click(field);
      await user.paste('no\tmedia\n1\t5678');
      expect(await screen.findByText(said.reasons['which-column'])).toBeTruthy();
      await user.click(screen.getByRole('button', { name: said.offers.column('media') }));
      expect(await screen.findByText(said.foundTitle(countOf(2, language)))).toBeTruthy();
      expect(uses()).toEqual([column]);
      await user.click(screen.getByRole('button', { name: said.takeBack }));
      expect(await screen.findByText(said.reasons['which-column'])).toBeTruthy();
      expect(uses()).toEqual([]);
      await user.click(screen.getByRole('button', { name: said.offers.column('media') }));
      // What was said of one text says nothing of another.
      await user.type(field, ' ');
      await waitFor(() => expect(uses()).toEqual([]));
    },
  );

  it('reads a file that was opened, names it, and gives the field back once it is closed', async () => {
    const { asked, user } = show({ understand: () => accepted(understanding) });
    const chooser = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (chooser === null) throw new Error('There is nothing to open a file with.');
    await user.upload(chooser, new File(['5678\n5679'], 'list.csv'));
    expect(await screen.findByText(text.foundTitle(countOf(2, 'en')))).toBeTruthy();
    expect(screen.getByText('list.csv')).toBeTruthy();
    const sent = asked('understand').at(-1)?.text;
    expect(typeof sent === 'string' ? sent : [...(sent ?? [])]).toEqual([...Buffer.from('5678\n5679')]);
    await user.click(screen.getByRole('button', { name: text.closeFile }));
    expect(screen.getByLabelText<HTMLTextAreaElement>(text.paste).value).toBe('');
  });

  it('says why a file cannot be read', async () => {
    const { user } = show({});
    const chooser = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (chooser === null) throw new Error('There is nothing to open a file with.');
    const large = new File([], 'list.csv');
    Object.defineProperty(large, 'size', { value: limits.fileBytes + 1 });
    await user.upload(chooser, large);
    expect(await screen.findByText(/larger than 32 MB/)).toBeTruthy();
    const gone = new File([], 'list.csv');
    gone.arrayBuffer = () => Promise.reject(new Error('gone'));
    await user.upload(chooser, gone);
    expect(await screen.findByText(text.fileFaults.unreadable())).toBeTruthy();
    expect(screen.getByLabelText(text.paste)).toBeTruthy();
  });

  describe('a file that is read late', () => {
    const lateFile = (name: string) => {
      const { promise, resolve, reject } = Promise.withResolvers<ArrayBuffer>();
      const file = new File(['5678'], name);
      file.arrayBuffer = () => promise;
      return { file, resolve: () => resolve(new ArrayBuffer(4)), fail: () => reject(new Error('gone')) };
    };
    const shown = () => {
      const view = show({ understand: () => accepted(understanding) });
      const chooser = document.querySelector<HTMLInputElement>('input[type=file]')!;
      const late = lateFile('late.csv');
      return { ...view, late, open: (file: File) => view.user.upload(chooser, file) };
    };
    const settled = () => new Promise(setImmediate);

    it.each(['resolve', 'fail'] as const)(
      'takes nothing away that was typed meanwhile, and has no fault there (%s)',
      async (end) => {
        const { user, session, late, open } = shown();
        await open(late.file);
        await user.click(screen.getByLabelText(text.paste));
        await user.paste('5679');
        late[end]();
        await settled();
        expect(session.adding.paste.source).toBe('5679');
        expect(screen.queryByText(text.fileNotOpened)).toBeNull();
      },
    );

    it.each(['resolve', 'fail'] as const)('takes no later one away (%s)', async (end) => {
      const { session, late, open } = shown();
      const later = lateFile('later.csv');
      await open(late.file);
      await open(later.file);
      late[end]();
      await settled();
      expect(session.adding.paste.source).toBe('');
      expect(screen.queryByText(text.fileNotOpened)).toBeNull();
      later.resolve();
      await settled();
      expect(session.adding.paste.fileName).toBe('later.csv');
    });

    it('does not come after a later one that is too large, which is said', async () => {
      const { session, late, open } = shown();
      const large = new File(['5678'], 'large.csv');
      Object.defineProperty(large, 'size', { value: limits.fileBytes + 1 });
      await open(late.file);
      await open(large);
      late.resolve();
      await settled();
      expect(session.adding.paste.source).toBe('');
      expect(screen.getByText(text.fileNotOpened)).toBeTruthy();
    });

    it('is opened where nothing came meanwhile', async () => {
      const { session, late, open } = shown();
      await open(late.file);
      late.resolve();
      await settled();
      expect([session.adding.paste.fileName, session.adding.paste.source]).toEqual([
        'late.csv',
        new Uint8Array(4),
      ]);
    });
  });

  it('leads to the account view where there is no account', async () => {
    const { session, user } = show({}, { accounts: [] });
    await user.click(screen.getByRole('button', { name: text.toAccount }));
    expect(session.view).toBe('account');
  });
});

describe('adding from the live lists', () => {
  const threePages = {
    assets: [{ id: 1, fileName: 'ep.mov', size: 1_000, watched: false }],
    page: 1,
    skipped: 0,
    pages: 3,
    total: 3,
  };
  const lists: Answers = {
    listWorkspaces: () =>
      accepted({
        kind: 'answer',
        value: { entries: [{ name: 'drama', bucket: 'drama-media' }], skipped: 0 },
      }),
    listProjects: () =>
      accepted({ kind: 'answer', value: { entries: [{ id: 1234, name: 'Autumn' }], skipped: 0 } }),
    listAssets: ({ page }) =>
      accepted({
        kind: 'answer',
        value: {
          assets: [
            { id: page * 10, fileName: `ep${page}.mov`, size: 1_000, watched: false },
            { id: page * 10 + 1, fileName: `old${page}.mov`, size: 1_000, watched: true },
          ],
          page,
          skipped: 0,
          pages: 2,
          total: 4,
        },
      }),
  };

  it('says how many entries of each list could not be read', async () => {
    const { user } = show({
      ...lists,
      listWorkspaces: () =>
        accepted({
          kind: 'answer',
          value: { entries: [{ name: 'drama', bucket: 'drama-media' }], skipped: 2 },
        }),
      listProjects: () =>
        accepted({ kind: 'answer', value: { entries: [{ id: 1234, name: 'Autumn' }], skipped: 3 } }),
      listAssets: () => accepted({ kind: 'answer', value: { ...threePages, skipped: 4 } }),
    });
    await user.click(screen.getByLabelText(text.byPicking));
    await screen.findByText(text.skipped(countOf(2, 'en')));
    await user.selectOptions(screen.getByLabelText(text.pickWorkspace), 'drama');
    await screen.findByText(text.skipped(countOf(3, 'en')));
    await user.selectOptions(screen.getByLabelText(text.pickProject), 'Autumn');
    await screen.findByText(text.skipped(countOf(4, 'en')));
  });

  it('shows also what the service lists twice', async () => {
    const twice = { ...threePages, assets: [threePages.assets[0]!, threePages.assets[0]!] };
    const workspace = { name: 'drama', bucket: 'drama-media' };
    const { user } = show({
      ...lists,
      listWorkspaces: () =>
        accepted({ kind: 'answer', value: { entries: [workspace, workspace], skipped: 0 } }),
      listAssets: () => accepted({ kind: 'answer', value: twice }),
    });
    await user.click(screen.getByLabelText(text.byPicking));
    const choice = screen.getByLabelText(text.pickWorkspace);
    expect(await within(choice).findAllByText('drama')).toHaveLength(2);
    await user.selectOptions(choice, within(choice).getAllByText('drama')[1]!);
    await within(await screen.findByLabelText(text.pickProject)).findByText('Autumn');
    await user.selectOptions(screen.getByLabelText(text.pickProject), 'Autumn');
    expect(await screen.findAllByLabelText(/ep\.mov/)).toHaveLength(2);
  });

  it('adds assets chosen over several pages, and offers none that is watched', async () => {
    const { asked, user } = show({ ...lists, add: () => accepted({ added: 2, alreadyWatched: 0 }) });
    await user.click(screen.getByLabelText(text.byPicking));
    await within(screen.getByLabelText(text.pickWorkspace)).findByText('drama');
    await user.selectOptions(screen.getByLabelText(text.pickWorkspace), 'drama');
    await within(await screen.findByLabelText(text.pickProject)).findByText('Autumn');
    await user.selectOptions(screen.getByLabelText(text.pickProject), 'Autumn');
    await user.click(await screen.findByLabelText(/ep1\.mov/));
    expect(screen.getByLabelText<HTMLInputElement>(/old1\.mov/).disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: text.nextPage }));
    await user.click(await screen.findByLabelText(/ep2\.mov/));
    await user.click(screen.getByRole('button', { name: text.addCount(countOf(2, 'en')) }));
    await screen.findByText(text.added(countOf(2, 'en')));
    expect(asked('add')[0]?.assets.map(({ reference }) => reference.assetId)).toEqual([10, 20]);
    expect(asked('add')[0]?.assets.map(({ size }) => size)).toEqual([1_000, 1_000]);
  });

  it('leaves the keyboard where it was while pages are turned, and never on a button that is out of use', async () => {
    const page = (number: number) => ({ ...threePages, page: number });
    const { user } = show({
      ...lists,
      listAssets: ({ page: number }) => accepted({ kind: 'answer', value: page(number) }),
    });
    await user.click(screen.getByLabelText(text.byPicking));
    await within(screen.getByLabelText(text.pickWorkspace)).findByText('drama');
    await user.selectOptions(screen.getByLabelText(text.pickWorkspace), 'drama');
    await within(await screen.findByLabelText(text.pickProject)).findByText('Autumn');
    await user.selectOptions(screen.getByLabelText(text.pickProject), 'Autumn');
    const focused = () => document.activeElement?.textContent;
    await user.click(await screen.findByRole('button', { name: text.nextPage }));
    await screen.findByText(text.pageOf('2', '3'));
    expect(focused()).toBe(text.nextPage);
    await user.keyboard('{Enter}');
    await screen.findByText(text.pageOf('3', '3'));
    expect(focused()).toBe(text.previousPage);
  });

  it.each([text.byPicking, words.en.follow.way, words.en.registerFiles.way])(
    'asks for the workspaces once, whatever else of the account changes: %s',
    async (way) => {
      const account = { ...anAccount, mayRegister: true };
      const { asked, push, user } = show(lists, { accounts: [account] });
      await user.click(screen.getByLabelText(way));
      push('changed', { accounts: [{ ...account, storage: 'weak' }] });
      await tick();
      expect(asked('listWorkspaces')).toHaveLength(1);
    },
  );

  it('says why a list did not come, and asks again when told to', async () => {
    const { asked, user } = show({ listWorkspaces: () => refused({ code: 'account-gone' }) });
    await user.click(screen.getByLabelText(text.byPicking));
    expect(await screen.findByText(words.en.refusals.codes['account-gone'])).toBeTruthy();
    await user.click(screen.getByRole('button', { name: text.tryAgain }));
    await waitFor(() => expect(asked('listWorkspaces')).toHaveLength(2));
  });
});

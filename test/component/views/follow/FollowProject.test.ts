import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { FollowCard, Language } from '../../../../main/contract.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import FollowProject from '../../../../renderer/views/follow/FollowProject.svelte';
import { stateText } from '../../../../renderer/views/follow/follow-text.ts';
import { words } from '../../../../words/words.ts';
import { aSnapshot, anAccount } from '../../../support/samples/snapshots.ts';
import { noon } from '../../../support/samples/moments.ts';
import { accepted, createFakeBridge, type Answers } from '../../support/fake-bridge.ts';

const { follow: said, add } = words.en;

const aFollow = (parts: Partial<FollowCard> = {}): FollowCard => ({
  id: 'a1:drama/projects/7',
  account: 'a1',
  workspace: 'drama',
  projectId: 7,
  projectName: 'Autumn',
  lookedAt: noon - 20_000,
  nextLookAt: noon + 10_000,
  isFirstLook: false,
  importing: 3,
  known: 1_200,
  waiting: 0,
  runningListed: 'yes',
  problem: null,
  mute: null,
  ...parts,
});

const lists: Answers = {
  listWorkspaces: () =>
    accepted({ kind: 'answer', value: { entries: [{ name: 'drama', bucket: 'drama-media' }], skipped: 0 } }),
  listProjects: () =>
    accepted({ kind: 'answer', value: { entries: [{ id: 7, name: 'Autumn' }], skipped: 0 } }),
};

function open(follows: readonly FollowCard[], answers: Answers = {}, language: Language = 'en') {
  const fake = createFakeBridge({ ...lists, ...answers });
  const session = createSession(fake.bridge, aSnapshot({ follows, language }), () => noon);
  render(FollowProject, { session, bridge: fake.bridge, account: anAccount });
  return { ...fake, session };
}

test('a project is chosen from the live lists and followed', async () => {
  const person = userEvent.setup();
  const { asked, session } = open([], { follow: () => accepted({ followed: true }) });
  expect(screen.getByText(said.none)).toBeTruthy();
  expect(screen.getByRole('button', { name: said.start })).toHaveProperty('disabled', true);
  await waitFor(() => screen.getByRole('option', { name: 'drama' }));
  await person.selectOptions(screen.getByLabelText(add.pickWorkspace), 'drama');
  await waitFor(() => screen.getByRole('option', { name: 'Autumn' }));
  await person.selectOptions(screen.getByLabelText(add.pickProject), 'Autumn');
  await person.click(screen.getByRole('button', { name: said.start }));
  expect(asked('follow')).toEqual([
    { account: 'a1', workspace: 'drama', projectId: 7, projectName: 'Autumn' },
  ]);
  await waitFor(() => expect(session.telling.told).toMatchObject({ text: said.started('Autumn') }));
});

test.each([
  ['en', 'aren’t added to the list'],
  ['ko', '목록에 추가하지 않습니다'],
  ['ja', 'リストに追加しません'],
] as const)(
  'before one is followed, it is said in %s that what has finished is not added',
  (language, text) => {
    open([], {}, language);
    expect(screen.getByText(new RegExp(text))).toBeTruthy();
  },
);

test('a followed project says what was found, and is looked at now or left with a way back', async () => {
  const person = userEvent.setup();
  const { asked, session } = open([aFollow()], {
    lookNow: () => accepted(null),
    unfollow: () => accepted({ undo: 5 }),
    undoUnfollow: () => accepted({ restored: true }),
  });
  expect(screen.getByText('checked 20 s ago · 3 importing · 1,200 in project')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: said.lookAt('Autumn') }));
  expect(asked('lookNow')).toEqual([{ follow: 'a1:drama/projects/7' }]);
  await person.click(screen.getByRole('button', { name: said.stop('Autumn') }));
  await waitFor(() => expect(session.telling.told).toMatchObject({ text: said.stopped('Autumn') }));
  session.telling.undo();
  await waitFor(() => expect(session.telling.told).toMatchObject({ text: said.again('Autumn') }));
  expect(asked('undoUnfollow')).toEqual([{ undo: 5 }]);
});

test('a project is left once where its cross is pressed twice, and the way back stays', async () => {
  const person = userEvent.setup();
  const { asked } = open([aFollow()], { unfollow: () => accepted({ undo: 5 }) });
  await person.dblClick(screen.getByRole('button', { name: said.stop('Autumn') }));
  expect(asked('unfollow')).toHaveLength(1);
});

test('only projects of the chosen account are listed', () => {
  open([aFollow({ account: 'a2', projectName: 'Elsewhere' })]);
  expect(screen.queryByText('Elsewhere')).toBeNull();
});

test.each([
  ['no', said.onlyCompleted],
  ['probably-no', said.onlyEnded],
] as const)('that running imports are not listed is said in plain words: %s', (runningListed, text) => {
  open([aFollow({ runningListed })]);
  expect(screen.getByText(`${text} ${said.addByHand}`)).toBeTruthy();
});

test.each([
  [
    aFollow({ isFirstLook: true, nextLookAt: null, lookedAt: null, importing: 0, known: 0 }),
    'first check in progress · 0 in project',
  ],
  [aFollow({ lookedAt: null, nextLookAt: null, importing: 0 }), 'checking now · 1,200 in project'],
  [
    aFollow({ lookedAt: null, importing: 0, waiting: 12 }),
    'not checked yet · 1,200 in project · 12 to check',
  ],
])('the state of a project is told: %#', (card, text) => {
  expect(stateText(card, noon, 'en')).toBe(text);
});

import fc from 'fast-check';
import { refusalCodes, requestChannels, type RequestChannel } from '../../main/contract.ts';
import { answerRequest } from '../../main/security/answer-request.ts';
import { anyJson, anyText, ensure, fuzzTarget, spoilt } from './target.ts';

const reference = { workspace: 'films', projectId: 1, assetId: 2 };
const draft = { id: null, name: 'Mine', accessKey: 'A', secretKey: 'B', apiUrl: 'https://a.example' };
/** A right request of most channels, to be spoilt. */
const right: Partial<Record<RequestChannel, Readonly<Record<string, unknown>>>> = {
  add: { account: 'a1', assets: [{ reference, label: 'x', fileName: 'y' }], group: null },
  understand: { account: 'a1', text: '1', workspace: 'films', projectId: 1 },
  rename: { watch: 'w', label: 'x' },
  checkNow: { watches: ['w'] },
  renameGroup: { group: 'g', name: 'x' },
  changeGroup: { group: 'g', tell: { allDone: true, firstFailure: false } },
  listAssets: { account: 'a1', workspace: 'films', projectId: 1, page: 1 },
  follow: { account: 'a1', workspace: 'films', projectId: 1, projectName: 'x' },
  saveAccount: draft,
  testAccount: { draft, run: 'r' },
  useFoundKeys: { source: 'environment', name: 'x' },
  changeSettings: { theme: 'dark', floorMs: 5_000 },
  arrange: { order: { by: 'name', isReversed: true }, widths: { name: 200 }, hidden: ['ended'] },
  exportList: { list: 'watchlist', format: 'csv' },
  openLink: { link: 'apiGuide' },
  makeReport: { names: true },
  pause: { for: 'one-hour' },
  markRead: { notices: ['n'] },
  tellFault: { fault: 'x' },
  holds: { holding: 'draft' },
};
/** Whatever survives the structured clone, which is what a page can send. */
const anything = fc.anything({
  withDate: true,
  withMap: true,
  withSet: true,
  withBigInt: true,
  withSparseArray: true,
});

const input = fc.constantFrom(...requestChannels).chain((channel) =>
  fc.record({
    channel: fc.constant(channel),
    request: fc.oneof(
      spoilt(right[channel] ?? { watch: 'w' }),
      anyJson,
      anyText,
      anything,
      fc.constant(undefined),
    ),
  }),
);
const codes: ReadonlySet<string> = new Set(['bad-field', 'file-not-written', ...refusalCodes]);

/** What a page that was taken over can send through the gate. */
export const requests = fuzzTarget('requests', input, async ({ channel, request }) => {
  let handled = 0;
  const result = await answerRequest(
    channel,
    request,
    () => {
      handled += 1;
      return null;
    },
    { refusalOf: () => null, wentWrong: () => ensure(false, 'a fault of our own') },
  );
  ensure(result.ok === (handled === 1), 'handled though it was refused');
  if (!result.ok) ensure(codes.has(result.error.code), 'no known refusal');
  ensure(!('polluted' in {}), 'the prototype of all objects was changed');
});

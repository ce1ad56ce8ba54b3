import { SvelteMap } from 'svelte/reactivity';
import type {
  AccountId,
  Bridge,
  Change,
  GroupId,
  GroupRow,
  InboxEntry,
  Language,
  Pushes,
  Result,
  Snapshot,
  ViewName,
  WatchId,
} from '../../main/contract.ts';
import { prepareFormats } from '../../words/format.ts';
import { languageOf } from '../../words/language.ts';
import { loadWords } from '../../words/loaded-words.ts';
import { words, type Words } from '../../words/words.ts';
import { createAddDraft, offer, type AddDraft } from './add-draft.svelte.ts';
import { endsText } from './ends-text.ts';
import { createPastNotices } from './past-notices.svelte.ts';
import { createRegisterAgain, type RegisterAgain } from './register-again.svelte.ts';
import { createTelling, type Telling } from './telling.svelte.ts';
import { createWatchRows, type WatchRows } from './watch-rows.svelte.ts';

/** Everything but the lists that change entry by entry. */
type WholeSnapshot = Omit<Snapshot, 'rows' | 'groups' | 'inbox' | 'isWhole' | 'wanted'>;

export interface Session {
  /** All that main told of the whole: settings, accounts, counts, health, warnings. */
  readonly snapshot: WholeSnapshot;
  readonly rows: WatchRows;
  /** Whether rows and inbox are all there are; a moment after the window has opened they are. */
  readonly isWhole: boolean;
  readonly groups: ReadonlyMap<GroupId, GroupRow>;
  /** Newest first. */
  readonly inbox: readonly InboxEntry[];
  /** The newest notice about this import. */
  readonly noticeOf: (watch: WatchId) => InboxEntry | null;
  readonly words: Words;
  readonly telling: Telling;
  /** Failed imports that the person wants registered again. */
  readonly again: RegisterAgain;
  /** Epoch milliseconds; moves each second while the window is visible. */
  readonly now: number;
  readonly view: ViewName;
  /** The row that a banner or the tray asked to see; of each wish another object, since the same one may be asked for again. */
  readonly wanted: { readonly id: WatchId } | null;
  /** The group that a banner asked to see; of each wish another object. */
  readonly wantedGroup: { readonly id: GroupId } | null;
  /** The account that a button, a banner or the tray asked to see; of each wish another object. */
  readonly wantedAccount: { readonly id: AccountId } | null;
  readonly adding: AddDraft;
  readonly show: (
    view: ViewName,
    watch?: WatchId | null,
    group?: GroupId | null,
    account?: AccountId | null,
  ) => void;
  readonly stop: () => void;
}

const tickMs = 1000;

/** A window that nobody sees is never idle. */
const longestIdleMs = 200;

/** The system's, until main has said which language is in force. */
export const likelyLanguage = (): Language => languageOf('system', navigator.languages);

/**
 * Asks for all that the window shows, and listens from before that, so that no change falls between the two. The words are there when it
 * answers, in whatever way, and it rejects where they cannot be had.
 */
export async function openSession(bridge: Bridge, load = loadWords): Promise<Result<Session>> {
  const meanwhile: Change[] = [];
  let wanted: Snapshot['wanted'] = null;
  const endings = [
    bridge.on.changed((change) => meanwhile.push(change)),
    bridge.on.show((target) => (wanted = target)),
  ];
  const likely = likelyLanguage();
  // Main may have a long list to read first: meanwhile there is time for what the rows are written with.
  const prepared = load(likely).then(() => prepareFormats(likely));
  const [first] = await Promise.all([bridge.request.snapshot(undefined), prepared]);
  if (first.ok && first.value.language !== likely) await load(first.value.language);
  for (const end of endings) end();
  if (!first.ok) return first;
  const snapshot = { ...first.value, wanted: wanted ?? first.value.wanted };
  return { ok: true, value: createSession(bridge, snapshot, Date.now, meanwhile, load) };
}

/** What the window knows, kept up to date by pushes. `first` is the answer of `snapshot`, `meanwhile` what was pushed after it. */
export function createSession(
  bridge: Bridge,
  first: Snapshot,
  clock: () => number = Date.now,
  meanwhile: readonly Change[] = [],
  load = loadWords,
): Session {
  const {
    rows: firstRows,
    groups: firstGroups,
    inbox: firstInbox,
    isWhole: isFirstWhole,
    wanted: firstWanted,
    ...firstWhole
  } = first;
  let whole = $state.raw<WholeSnapshot>(firstWhole);
  let wantedLanguage = first.language;
  const rows = createWatchRows(firstRows);
  const telling = createTelling(clock);
  const again = createRegisterAgain(bridge, telling);
  const groups = new SvelteMap<GroupId, GroupRow>(firstGroups.map((group) => [group.id, group]));
  const inbox = createPastNotices(firstInbox);
  let isWhole = $state(isFirstWhole);
  const oldestOfFirst = firstInbox.at(-1)?.at ?? -Infinity;
  let now = $state(clock());
  let view = $state<ViewName>(firstWanted?.view ?? 'watchlist');
  let wanted = $state.raw(wishOf(firstWanted?.watch));
  let wantedGroup = $state.raw(wishOf(firstWanted?.group));
  let wantedAccount = $state.raw(wishOf(firstWanted?.account));
  const adding = createAddDraft();
  offer(adding, firstWanted?.offer);

  function show(
    next: ViewName,
    watch: WatchId | null = null,
    group: GroupId | null = null,
    account: AccountId | null = null,
  ): void {
    view = next;
    wanted = wishOf(watch);
    wantedGroup = wishOf(group);
    wantedAccount = wishOf(account);
  }

  function apply({
    rows: changed,
    removed,
    groups: changedGroups,
    groupsRemoved,
    inbox: entries,
    inboxRemoved,
    language,
    ...parts
  }: Change): void {
    // A group is there before its members and stays until they have left it: they are sorted by its age.
    for (const group of changedGroups ?? []) groups.set(group.id, group);
    rows.apply(changed ?? [], removed ?? []);
    for (const id of groupsRemoved ?? []) groups.delete(id);
    const ended = inbox.apply(entries ?? [], inboxRemoved ?? []);
    if (Object.keys(parts).length > 0) whole = { ...whole, ...parts };
    if (language !== undefined) void speakIn(language);
    const heard = ended.filter((entry) => isNews(entry) && !isHushed(entry));
    if (heard.length > 0) telling.speak(endsText(heard, whole.language));
  }

  /** What is older than all that came first is in the rest, which is on its way: it has changed, as where all was marked as read. */
  const isNews = ({ at }: InboxEntry): boolean => isWhole || at > oldestOfFirst;

  /** What waits for muting or quiet hours to end is not said aloud, nor what ends meanwhile without a notification of its own. */
  function isHushed(entry: InboxEntry): boolean {
    if (entry.fate.kind !== 'held') return entry.fate.kind === 'postponed';
    return whole.quiet !== null || ('watch' in entry && (rows.get(entry.watch)?.mute ?? null) !== null);
  }

  /** Nothing is said in a language whose words are not there; where they cannot be had, the window goes on as it is, and main tells of it. */
  async function speakIn(language: Language): Promise<void> {
    wantedLanguage = language;
    await load(language);
    if (language === wantedLanguage) whole = { ...whole, language };
  }

  function takeRest({ rows: more, inbox: entries, isLast }: Pushes['rest']): void {
    rows.apply(
      more.filter(({ id }) => rows.get(id) === undefined),
      [],
    );
    inbox.apply(entries, []);
    if (isLast) isWhole = true;
    else askForRest();
  }

  /** Once what there is has been painted: nothing is to come before that. */
  function askForRest(): void {
    requestIdleCallback(() => void bridge.request.sendRest(undefined), { timeout: longestIdleMs });
  }

  for (const change of meanwhile) apply(change);

  const endings = [
    bridge.on.changed(apply),
    bridge.on.rest(takeRest),
    bridge.on.show((target) => {
      show(target.view, target.watch, target.group, target.account);
      offer(adding, target.offer);
    }),
    tickWhileVisible(() => (now = clock())),
  ];
  if (!isFirstWhole) askForRest();

  return {
    get snapshot() {
      return whole;
    },
    rows,
    get isWhole() {
      return isWhole;
    },
    telling,
    again,
    groups,
    get inbox() {
      return inbox.newestFirst;
    },
    noticeOf: inbox.newestOf,
    get words() {
      return words[whole.language];
    },
    get now() {
      return now;
    },
    get view() {
      return view;
    },
    get wanted() {
      return wanted;
    },
    get wantedGroup() {
      return wantedGroup;
    },
    get wantedAccount() {
      return wantedAccount;
    },
    adding,
    show,
    stop() {
      for (const end of endings) end();
    },
  };
}

/** A hidden window must cost nothing, so its clock stands still. */
function tickWhileVisible(tick: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  function start(): void {
    clearInterval(timer);
    if (document.visibilityState === 'hidden') return;
    tick();
    timer = setInterval(tick, tickMs);
  }
  start();
  document.addEventListener('visibilitychange', start);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', start);
  };
}

function wishOf(id: string | null = null): { readonly id: string } | null {
  return id === null ? null : { id };
}

import type { AccountId, ProjectChoice, RequestOf, Use } from '../../main/contract.ts';

/** What was pasted, or the bytes of the file that was opened. */
export type Source = RequestOf<'understand'>['text'];

export type Way = 'paste' | 'pick' | 'follow' | 'register';

/** A list as it was entered; `fileName` is that of the file that was opened. */
export interface EnteredList {
  source: Source;
  fileName: string;
}

export interface AddDraft {
  way: Way;
  /** The one that the person has chosen; null before that. */
  account: AccountId | null;
  readonly paste: EnteredList;
  /** For ids that come alone; the workspace is null until something was typed. */
  workspace: string | null;
  project: string;
  /** What the person said of a source; of another one it says nothing. */
  choice: { readonly of: Source; readonly uses: readonly Use[] };
  /** Object keys. */
  readonly keys: EnteredList;
  /** Where the files are to be registered; of another account it says nothing. */
  place: {
    readonly of: AccountId | null;
    readonly workspace: string;
    readonly project: ProjectChoice | null;
  };
  bucket: string;
}

/** What was entered in Add: it stays while other accounts, ways and views are shown, which a click on a banner does, too. */
export function createAddDraft(): AddDraft {
  const draft = $state<AddDraft>({
    way: 'paste',
    account: null,
    paste: { source: '', fileName: '' },
    workspace: null,
    project: '',
    choice: { of: '', uses: [] },
    keys: { source: '', fileName: '' },
    place: { of: null, workspace: '', project: null },
    bucket: '',
  });
  return draft;
}

/** Whether a list stands in it, which the person would have to enter once more; what is chosen is soon chosen again. */
export function hasList({ paste, keys }: AddDraft): boolean {
  return [paste, keys].some(({ source }) => (typeof source === 'string' ? source.trim() : source).length > 0);
}

/** What a link offers stands below what was pasted, once, or in the place of a file, which is still where it was. */
export function offer(draft: AddDraft, text: string | undefined): void {
  if (text === undefined) return;
  const { source } = draft.paste;
  const typed = typeof source === 'string' ? source.trimEnd() : '';
  draft.way = 'paste';
  if (!typed.split('\n').includes(text)) draft.paste.source = `${typed}\n${text}`.trimStart();
}

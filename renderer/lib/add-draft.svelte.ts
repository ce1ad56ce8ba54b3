import type { AccountId, ProjectChoice, RequestOf, Use } from '../../main/contract.ts';

/** What was pasted, or the bytes of the file that was opened. */
export type Source = RequestOf<'understand'>['text'];

export type Way = 'paste' | 'pick' | 'follow' | 'register';

/** A list as it was entered. */
export class EnteredList {
  source = $state.raw<Source>('');
  /** Of the file that was opened. */
  fileName = $state('');
}

/** What was entered in Add: it stays while other accounts, ways and views are shown, which a click on a banner does, too. */
export class AddDraft {
  way = $state<Way>('paste');
  /** The account that the person has chosen; null before that. */
  account = $state<AccountId | null>(null);
  readonly paste = new EnteredList();
  /** For ids that come alone; the workspace is null until something was typed. */
  workspace = $state<string | null>(null);
  project = $state('');
  /** What the person said of a source; of another one it says nothing. */
  choice = $state.raw<{ readonly of: Source; readonly uses: readonly Use[] }>({ of: '', uses: [] });
  /** Object keys. */
  readonly keys = new EnteredList();
  /** Where the files are to be registered; of another account it says nothing. */
  place = $state.raw<{
    readonly of: AccountId;
    readonly workspace: string;
    readonly project: ProjectChoice | null;
  } | null>(null);
  bucket = $state('');

  /** What a link offers stands below what was pasted, once, or in the place of a file, which is still where it was. */
  offer(text: string): void {
    const { source } = this.paste;
    const typed = typeof source === 'string' ? source.trimEnd() : '';
    this.way = 'paste';
    if (!typed.split('\n').includes(text)) this.paste.source = typed === '' ? text : `${typed}\n${text}`;
  }
}

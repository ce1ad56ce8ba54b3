import { toName, toPlain } from './plain-text.ts';
import { shorten, shortenName } from '../../words/shorten.ts';
import { maySayASecret, withoutKeys } from './without-secrets.ts';
import { limits, type NotUnderstoodReason, type Offer, type RequestOf } from '../contract.ts';
import type { Understanding, Use } from '../contract.ts';
import { isWorkspaceName } from '../mi/request-target.ts';
import { assetIdentity, referenceText, type AssetReference } from '../model/asset.ts';
import { numbersIn, readCell, reasonAgainst, thousands, type IdReading, type Range } from './ids.ts';
import { referencesIn, type Reference, type References, type ReferenceReading } from './references.ts';

/** What a line, a row, an object or the fields of a form say of assets. */
export interface Entry {
  /** What it does not say of its place it has from the one around it; what is empty there the text leaves open. */
  readonly around: Entry | null;
  /** The text before it: an address beside the asset says more of its place. */
  readonly isBefore?: true;
  readonly said: { [What in 'workspace' | 'project' | 'label' | 'file']?: string | undefined };
  readonly assets: { text: string; line: number; readings: readonly IdReading[] | null }[];
  /** What may hold addresses; with those that were found already. */
  readonly texts: { text: string; line: number; isName: boolean; references?: References }[];
}
export function createEntry(around: Entry | null = null): Entry {
  return { around, said: {}, assets: [], texts: [] };
}

/** `project` may be a name, and `projectId` beside it the id: what can be asked for counts. */
export function say({ said }: Entry, what: keyof Entry['said'], text: string): void {
  const isId = what === 'project' && readCell(text) !== null;
  if (said[what] === undefined || isId || (what === 'workspace' && isWorkspaceName(text))) said[what] = text;
}

export function saidOf({ said, around }: Entry, what: keyof Entry['said']): string | undefined {
  if (said[what] !== undefined || around === null) return said[what];
  const outer = saidOf(around, what);
  const isOther = said.workspace && said.workspace !== (saidOf(around, 'workspace') ?? said.workspace);
  // Another workspace has other projects.
  return what === 'project' && outer !== undefined && isOther ? unclear : outer;
}

/** Whether what the asset is part of says its workspace. */
function saysWorkspace({ said, around, isBefore }: Entry): boolean {
  if (isBefore) return false;
  return said.workspace === undefined ? around !== null && saysWorkspace(around) : said.workspace !== '';
}

/** Something is said of the place, and it is not known what: neither a name nor an id, and not empty either. */
export const unclear = ' ';

/** What a column or field says, and of what: the name of a project is no id, also where it is a number. */
export function saidBy(column: keyof Entry['said'] | 'project-name', text: string) {
  if (column !== 'project-name') return [column, text] as const;
  return ['project', readCell(text) === null ? text : unclear] as const;
}

/** True where no more is said of it than that there is none, as by an empty cell. */
function isLeftOpen(entry: Entry | null, what: 'workspace' | 'project'): boolean {
  return entry === null || (!entry.said[what] && isLeftOpen(entry.around, what));
}

/** What the person asked for, beside the text. Bare ids belong to `workspace` and `projectId`; null where none is chosen. */
export type Wishes = Omit<RequestOf<'understand'>, 'account'> & {
  /** The chosen place is meant also for what the text leaves open; else the person is asked. */
  readonly fillsOpen?: boolean;
  /** Each asset that the account watches: its `assetIdentity`, or the `referenceText` of one that can still be added in another project. */
  readonly watched: ReadonlySet<string>;
};
type Found = Understanding['found'][number];
type Names = Pick<Found, 'label' | 'fileName'>;
const nameless: Names = { label: null, fileName: null };

const pieceLength = 80;
/** Refused pieces that are told one by one; a pasted novel must not become as many rows as it has words. */
const refusedAtMost = 1_000;
/** Ids looked at in ranges: a text of nothing but ranges would take hours. */
const idsInRangesAtMost = 100 * limits.addAtOnce;

export type Collector = ReturnType<typeof createCollector>;

/** Gathers what was found and refused. An asset is the same in whichever project it is named, as it is for a watch. */
export function createCollector({ uses, watched: watchedAssets, ...chosen }: Wishes) {
  const found = new Map<string, Found>();
  const repeated = new Set<string>();
  const refused: Understanding['notUnderstood'][number][] = [];
  const used = new Set(uses.map((use) => JSON.stringify(use)));
  /** Ids that were named with their place. */
  const placed = new Set<number>();
  let toAdd = 0;
  let idsInRanges = 0;

  function refuse(text: string, line: number, reason: NotUnderstoodReason, offers: readonly Offer[] = []) {
    const isSecret = maySayASecret(text);
    // The headers of a request are one piece.
    if (refused.length >= refusedAtMost || (isSecret && refused.at(-1)?.reason === 'may-be-secret')) return;
    if (isSecret) refused.push({ text: '…', line, reason: 'may-be-secret', offers: [] });
    else {
      const shown = offers.map((offer) => ({ ...offer, text: withoutKeys(offer.text) }));
      refused.push({ text: withoutKeys(shorten(text, pieceLength)), line, reason, offers: shown });
    }
  }

  function add(reference: AssetReference, { label, fileName }: Names): boolean {
    const asset = assetIdentity(reference);
    const present = found.get(asset);
    const named = present?.reference ?? reference;
    const watched = watchedAssets.has(asset) || watchedAssets.has(referenceText(named));
    // Only what is not watched yet is going to be added.
    if (!present && !watched && toAdd >= limits.addAtOnce) return false;
    if (present) repeated.add(asset);
    else if (!watched) toAdd += 1;
    const names = { label: present?.label ?? label, fileName: present?.fileName ?? fileName };
    found.set(asset, { reference: named, ...names, watched });
    return true;
  }

  function addAll({ first, last, ...project }: Reference, line: number, names: Names): void {
    idsInRanges += last - first;
    for (let assetId = first; assetId <= last; assetId += 1) {
      const ofOne = first === last ? names : nameless;
      if (idsInRanges < idsInRangesAtMost && add({ ...project, assetId }, ofOne)) continue;
      // It is about all that follows, and told first and once.
      const told = { text: String(assetId), line, reason: 'too-many', offers: [] } as const;
      if (refused[0]?.reason !== 'too-many') refused.unshift(told);
      return;
    }
  }

  /** What the text does not say is taken from the chosen place where the person wants it, and the chosen project is of no other workspace. */
  function placeOf(entry: Entry, isWanted: boolean): Omit<Reference, keyof Range> | NotUnderstoodReason {
    const [saidWorkspace, saidProject] = (['workspace', 'project'] as const).map((what) => {
      const said = saidOf(entry, what) ?? '';
      const isSaid = what === 'project' ? readCell(said) !== null : said.trim() !== '';
      const isOpen = (isWanted && !isSaid) || (chosen.fillsOpen === true && isLeftOpen(entry, what));
      return isOpen ? undefined : saidOf(entry, what);
    });
    const workspace = saidWorkspace === undefined ? chosen.workspace : toPlain(saidWorkspace).trim();
    if (!workspace) return 'workspace-missing';
    if (!isWorkspaceName(workspace)) return 'workspace-name';
    const [project] = readCell(saidProject ?? '') ?? [];
    const saidId = project && 'first' in project && project.first === project.last ? project.first : null;
    const isChosen = saidProject === undefined && workspace === chosen.workspace;
    const projectId = isChosen ? chosen.projectId : saidId;
    if (projectId !== null) return { workspace, projectId };
    return saidProject?.trim() && project === undefined ? 'project-named' : 'project-missing';
  }

  function addressesOf({ texts }: Entry) {
    return texts.flatMap(({ references, ...one }) =>
      ((references ?? referencesIn(one.text))?.readings ?? []).map((reading) => ({ ...one, reading })),
    );
  }

  function takeReferences(
    all: ReturnType<typeof addressesOf>,
    names: Names,
    id: number | null,
    isAnswer: boolean,
  ): boolean {
    const others = all.filter(({ isName }) => !isName);
    // An answer has paths in it that only look like references.
    const isOf = (one: ReferenceReading) =>
      'first' in one ? [null, one.first].includes(id) : !isAnswer && id === null;
    const wanted = (others.length > 0 ? others : all).filter(({ reading }) => isOf(reading));
    for (const { reading, line } of wanted) {
      if ('reason' in reading) refuse(reading.text, line, reading.reason);
      else addAll(reading, line, names);
      if ('first' in reading) placed.add(reading.first);
    }
    return wanted.length > 0;
  }

  return {
    refuse,
    isUsed: (use: Use) => used.has(JSON.stringify(use)),
    /** Takes the assets of an entry, else the addresses in it; false where it has none. `line`: where the chosen place is offered for an open one. */
    take(entry: Entry, line: number | null = null, isAnswer = false): boolean {
      const { label = '', file = '' } = entry.said;
      // A name of one word as long as a key is one.
      const isKey = /^[A-Za-z\d+/=]{30,}$/.test(label) && withoutKeys(label) === '…';
      const names = {
        label: isKey ? null : toName(label),
        fileName: toName(file),
      };
      const isPlaced = entry.assets.length > 0 && saysWorkspace(entry);
      const addresses = isPlaced ? [] : addressesOf(entry);
      if (entry.assets.length === 0) return takeReferences(addresses, names, null, isAnswer);
      const places = line === null ? [] : [{ use: { kind: 'place', line } as const, text: '' }];
      const place = placeOf(
        entry,
        places.some(({ use }) => this.isUsed(use)),
      );
      for (const { text, line, readings: read } of entry.assets) {
        const use = { kind: 'numbers', line } as const;
        const numbers = read === null ? numbersIn(toPlain(text)) : [];
        const readings = numbers.length > 0 && this.isUsed(use) ? numbers : read;
        const isOne = readings?.length === 1;
        const id = readings?.[0] && 'first' in readings[0] ? readings[0].first : null;
        // The address beside the id says its place, or the one to which this is the answer.
        if (!isPlaced && id !== null && takeReferences(addresses, names, id, isAnswer)) continue;
        if (!isPlaced && isAnswer && placed.has(id ?? 0)) continue;
        if (readings === null) {
          const reason = numbers.length === 0 ? reasonAgainst(text) : 'number-in-text';
          const list = numbers.map(({ first }) => first).join(', ');
          const offer = list === '' ? [] : [{ use, text: list }];
          refuse(text, line, thousands.test(text) ? 'thousands' : reason, offer);
        } else if (typeof place === 'string' && id !== null) refuse(text, line, place, places);
        for (const reading of readings ?? [])
          if ('reason' in reading) refuse(isOne ? text : reading.text, line, reading.reason);
          else if (typeof place !== 'string')
            addAll({ ...place, ...reading }, line, isOne ? names : nameless);
      }
      return true;
    },
    understanding(): Understanding {
      const whole = [...found.values()];
      const isLong = ({ label, fileName }: Names) =>
        (label?.length ?? 0) > limits.labelLength || (fileName?.length ?? 0) > limits.fileNameLength;
      const cut = ({ label, fileName }: Names) => ({
        label: label && shortenName(label, limits.labelLength),
        fileName: fileName && shortenName(fileName, limits.fileNameLength),
      });
      const counts = { repeated: repeated.size, shortened: whole.filter(isLong).length };
      const kept = whole.map((one) => (isLong(one) ? { ...one, ...cut(one) } : one));
      return { found: kept, notUnderstood: refused, ...counts };
    },
  };
}

import type { AccountCard, GroupId, GroupRow, HookCard, Language } from '../../../main/contract.ts';
import { formatMoment } from '../../../words/format.ts';
import { words } from '../../../words/words.ts';

/** What a person knows it by: the whole path of a program, the origin of a webhook. */
export function hookName({ target }: HookCard): string {
  return target.kind === 'program' ? target.path : target.origin;
}

export interface Scopes {
  readonly accounts: readonly AccountCard[];
  readonly groups: ReadonlyMap<GroupId, GroupRow>;
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly now: number;
}

export type NamedScope = Pick<HookCard, 'scope' | 'scopeName'>;

/** Says of groups of one name when each was created. */
export function scopeTexts({ groups, language, now }: Scopes): (named: NamedScope) => string {
  const { ofAccount, ofGroup, ofGroupSince, ofNobody } = words[language].hooks;
  const seen = new Set<string>();
  const doubles = new Set<string>();
  for (const { name } of groups.values()) (seen.has(name) ? doubles : seen).add(name);
  return ({ scope, scopeName }) => {
    if (scopeName === null) return ofNobody;
    if (scope.kind === 'account') return ofAccount(scopeName);
    const group = groups.get(scope.group);
    if (group === undefined || !doubles.has(scopeName)) return ofGroup(scopeName);
    return ofGroupSince(scopeName, formatMoment(group.createdAt, now, language));
  };
}

/** Whose imports there are. */
export function scopesOf({ accounts, groups }: Scopes): readonly NamedScope[] {
  return [
    ...accounts.map(
      ({ id, name }) => ({ scope: { kind: 'account', account: id }, scopeName: name }) as const,
    ),
    ...Array.from(
      groups.values(),
      ({ id, name }) => ({ scope: { kind: 'group', group: id }, scopeName: name }) as const,
    ),
  ];
}

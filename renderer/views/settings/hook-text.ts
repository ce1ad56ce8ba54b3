import type {
  AccountCard,
  GroupId,
  GroupRow,
  HookCard,
  HookScope,
  Language,
} from '../../../main/contract.ts';
import { words } from '../../../words/words.ts';

/** What a person knows it by: the whole path of a program, the origin of a webhook. */
export function hookName({ target }: HookCard): string {
  return target.kind === 'program' ? target.path : target.origin;
}

export interface Scopes {
  readonly accounts: readonly AccountCard[];
  readonly groups: ReadonlyMap<GroupId, GroupRow>;
  readonly language: Language;
}

export function scopeText(scope: HookScope, { accounts, groups, language }: Scopes): string {
  const { ofAccount, ofGroup, ofNobody } = words[language].hooks;
  if (scope.kind === 'account') {
    const account = accounts.find(({ id }) => id === scope.account);
    return account === undefined ? ofNobody : ofAccount(account.name);
  }
  const group = groups.get(scope.group);
  return group === undefined ? ofNobody : ofGroup(group.name);
}

/** Whose imports there are. */
export function scopesOf({ accounts, groups }: Scopes): readonly HookScope[] {
  return [
    ...accounts.map(({ id }) => ({ kind: 'account', account: id }) as const),
    ...[...groups.keys()].map((group) => ({ kind: 'group', group }) as const),
  ];
}

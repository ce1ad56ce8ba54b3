import { plural } from '../plural.ts';

const imports = (count: number) => plural('en', count, { one: '1 import', other: `${count} imports` });

/** What a banner says beside the words of `outcomes` and `advice`. */
export const notices = {
  asset: (id: number) => `Asset ${id}`,
  one: (outcome: string, name: string) => `${outcome}: ${name}`,
  allCompleted: (count: number) => `${imports(count)} completed`,
  allFailed: (count: number) => `${imports(count)} failed`,
  someFailed: (count: number, failed: number) => `${imports(count)} finished, ${failed} failed`,
  whileAway: (summary: string) => `While you were away: ${summary}`,
  list: (outcome: string, names: string) => `${outcome}: ${names}`,
  separator: ', ',
  andMore: (names: string, count: number) => `${names} and ${count} more`,
  onlyMore: (count: number) => `${count} more`,
};

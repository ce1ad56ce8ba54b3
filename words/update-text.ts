import type { Language, UpdateAct, UpdateState } from '../main/contract.ts';
import { formatMoment } from './format.ts';
import { sharedWords } from './shared-words.ts';

/** How things stand with a newer version, and the one next step, where there is one. `now`: epoch milliseconds. */
export function updateText(
  state: UpdateState,
  now: number,
  language: Language,
): { readonly said: string; readonly next: { readonly act: UpdateAct; readonly label: string } | null } {
  const words = sharedWords[language].updates;
  const step = (act: UpdateAct, label: string) => ({ act, label });
  switch (state.kind) {
    case 'none':
      return {
        said: state.hasFailed
          ? words.checkFailed
          : state.lookedAt === null
            ? words.notChecked
            : words.newest(formatMoment(state.lookedAt, now, language)),
        next: step('look', words.check),
      };
    case 'looking':
      return { said: words.checking, next: null };
    case 'found': {
      const said = { interrupted: words.interrupted, 'not-genuine': words.notGenuine };
      return {
        said: (state.failure === null ? words.found : said[state.failure])(state.version),
        next: step('download', words.download(state.version)),
      };
    }
    case 'elsewhere':
      return { said: words.found(state.version), next: step('open-page', words.openPage(state.version)) };
    case 'downloading':
      return { said: words.downloading(state.version), next: null };
    case 'ready':
      return { said: words.ready(state.version), next: step('install', words.install(state.version)) };
  }
}

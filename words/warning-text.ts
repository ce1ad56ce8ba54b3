import type { Language, Warning } from '../main/contract.ts';
import { notShownText } from './not-shown-text.ts';
import { countOf } from './format.ts';
import { sharedWords } from './shared-words.ts';

/** A warning in the person's language: what happened and what to do next. */
export function warningText(warning: Warning, language: Language): { title: string; advice: string } {
  const said = sharedWords[language].shell.warnings;
  switch (warning.kind) {
    case 'store-unreadable':
      return {
        title: said.storeUnreadable(warning.file),
        advice:
          warning.copy === warning.file ? said.storeInPlaceAdvice : said.storeUnreadableAdvice(warning.copy),
      };
    case 'entries-skipped':
      return {
        title: said.entriesSkipped(countOf(warning.count, language)),
        advice: said.entriesSkippedAdvice,
      };
    case 'cannot-save':
      return { title: said.cannotSave, advice: said.cannotSaveAdvice[warning.fault] };
    case 'no-tray':
      return { title: said.noTray, advice: said.noTrayAdvice };
    case 'no-sandbox':
      return { title: said.noSandbox, advice: said.noSandboxAdvice };
    case 'no-shortcut':
      return { title: said.noShortcut, advice: said.noShortcutAdvice };
    case 'not-at-login':
      return { title: said.notAtLogin, advice: said.notAtLoginAdvice };
    case 'no-notifier':
      return {
        title: said.noNotifier,
        advice: said.noNotifierAdvice(notShownText(warning.reasons, language)),
      };
    case 'went-wrong':
      return { title: said.wentWrong, advice: said.wentWrongAdvice(warning.reason) };
  }
}

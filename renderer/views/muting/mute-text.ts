import type { Language, Mute, MuteSubject, RowMute } from '../../../main/contract.ts';
import { formatMoment } from '../../../words/format.ts';
import { words } from '../../../words/words.ts';

/** `muted until 14:30`, said of what is muted itself. */
export function mutedText(mute: Mute, of: MuteSubject, now: number, language: Language): string {
  const { muting } = words[language];
  return mute.kind === 'until' ? muting.until(formatMoment(mute.at, now, language)) : muting.untilEnd[of];
}

/** The same of an import; where its group or its project is muted, with that: `with its group · muted until 14:30`. */
export function rowMutedText(mute: RowMute, now: number, language: Language): string {
  const { muting } = words[language];
  const text = mutedText(mute, mute.of, now, language);
  const whose = { watch: null, group: muting.withGroup, project: muting.withProject }[mute.of];
  return whose === null ? text : `${text} · ${whose}`;
}

import * as v from 'valibot';
import { heldReasons, notifierNames, notShownCauses, postponedReasons } from '../../model/notice.ts';
import { isTime } from './stored.ts';

/** Longer than any text the app saves. A label of several megabytes would freeze the window. */
const maxLength = 4_096;

// Single functions rather than pipes of several steps: the start waits for some 400,000 of these checks with 20,000 rows.
export const numberThat = (holds: (value: number) => boolean) =>
  v.custom<number>((value) => typeof value === 'number' && holds(value));
// Fractions pass, too: a file's time has some, and no notice may be lost for that.
export const time = v.custom<number>(isTime);
export const duration = time;
export const count = numberThat((value) => Number.isSafeInteger(value) && value >= 0);
export const ordinal = numberThat((value) => Number.isSafeInteger(value) && value >= 1);
export const id = ordinal;
export const mute = v.nullable(
  v.variant('kind', [
    v.object({ kind: v.literal('until'), at: time, isLength: v.boolean() }),
    v.object({ kind: v.literal('until-it-ends') }),
  ]),
);
/** Bytes, as the service listed them. A wrong figure there is no reason to lose the row. */
export const size = v.nullable(numberThat(Number.isFinite));
export const text = v.custom<string>((value) => typeof value === 'string' && value.length <= maxLength);
export const textOrNull = v.nullable(text);

export const reference = v.object({ workspace: text, projectId: id, assetId: id });
export const metaData = v.nullable(
  v.object({
    resolution: textOrNull,
    durationMs: v.nullable(count),
    size: v.nullable(count),
    format: textOrNull,
  }),
);
export const answer = v.nullable(
  v.object({ assetId: id, status: text, text: textOrNull, metaData, receivedAt: time }),
);

export const lastingFate = v.variant('kind', [
  v.object({ kind: v.literal('postponed'), reason: v.picklist(postponedReasons) }),
  v.object({ kind: v.literal('shown'), by: v.picklist(notifierNames), at: time }),
  v.object({ kind: v.literal('held'), reason: v.picklist(heldReasons), at: time }),
  v.object({
    kind: v.literal('not-shown'),
    reasons: v.array(v.object({ by: v.picklist(notifierNames), reason: v.picklist(notShownCauses) })),
    at: time,
  }),
]);
export const fate = v.variant('kind', [
  v.object({ kind: v.literal('recorded') }),
  v.object({ kind: v.literal('showing'), receipt: text }),
  lastingFate,
]);

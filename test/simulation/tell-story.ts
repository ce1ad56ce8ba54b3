import type { Violation } from './laws/court.ts';
import type { Plan } from './plan.ts';
import { playStory } from './story.ts';

/** A plan played, line by line: the time, and what happened. */
export async function tellStory(plan: Plan): Promise<readonly string[]> {
  const lines: string[] = [];
  const { violations } = await playStory(plan, (at, line) => lines.push(`${timeOf(at)}  ${line}`));
  return [...lines, ...violations.map(tellViolation)];
}

/** What was decided before the story began. */
export function tellPlan(plan: Plan): readonly string[] {
  const { accounts, assets, happenings, roughMs, floorMs, oldNotices, startsOffline } = plan;
  const { follows, isGrouped, usualMs, wantsLate } = plan;
  return [
    `accounts ${accounts.join(', ')}; mended at ${timeOf(roughMs)}; asks every ${floorMs / 1_000} s at most` +
      (oldNotices > 0 ? `; ${oldNotices} old notices` : '') +
      (startsOffline ? '; offline at start' : '') +
      (follows.length > 0 ? `; follows a project of ${follows.join(', ')}` : '') +
      (isGrouped ? '; what is added forms a group' : '') +
      (usualMs === null ? '' : `; imports usually take ${timeOf(usualMs)}`) +
      (wantsLate ? '; late ones are told' : ''),
    ...assets.map(
      ({ account, assetId, addedAt, isFound, endsAt, as }) =>
        `${account}/${assetId} ${addedAt === null ? 'from an earlier run' : `${isFound ? 'appears' : 'added'} at ${timeOf(addedAt)}`}, ` +
        (Number.isFinite(endsAt) ? `ends at ${timeOf(endsAt)}: ${as}` : 'does not end'),
    ),
    ...plan.strangers.map(
      ({ account, assetId, projectId, appearsAt, endsAt, as }) =>
        `${account}/${assetId} is in project ${projectId} ` +
        (appearsAt === 0 ? 'from the beginning' : `from ${timeOf(appearsAt)} on`) +
        (Number.isFinite(endsAt) ? `, ends at ${timeOf(endsAt)}: ${as}` : ', does not end'),
    ),
    ...plan.wishes.map(
      ({ account, key, at, replaces, isRefused, isOfOther }) =>
        `${account} registers ${key} at ${timeOf(at)}` +
        (replaces === null ? '' : ` in the place of ${replaces}`) +
        (isRefused ? ', from no such bucket' : isOfOther ? ', from the other bucket' : ''),
    ),
    ...happenings.map(({ at, kind, how }) => `${timeOf(at)}  ${kind} ${how}`.trimEnd()),
  ];
}

export function tellViolation({ law, text, at }: Violation): string {
  const name = law === 0 ? 'the program broke' : `law ${law} is broken`;
  return `${timeOf(at)}  ${name}: ${text}`;
}

function timeOf(ms: number): string {
  if (ms < 0) return `-${timeOf(-ms)}`;
  const seconds = ms / 1_000;
  const minutes = Math.floor(seconds / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${(seconds % 60).toFixed(3).padStart(6, '0')}`;
}

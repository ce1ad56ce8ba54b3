import { defaultApiUrl, type Snapshot } from '../../contract.ts';
import { referenceText } from '../../model/asset.ts';
import type { InboxEntry } from '../../model/notice.ts';
import { fateText } from '../fate-text.ts';
import type { PastProblem } from './problem-history.ts';

export interface ReportFacts {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly snapshot: Snapshot;
  /** Of the runtime and the system: name -> version or other short text. */
  readonly computer: Readonly<Record<string, string>>;
  readonly problems: readonly PastProblem[];
  /** What the self-check of this run said, if it was made. */
  readonly selfCheck: string | null;
}

/** No report has more names in each of its lists. */
const mostNames = 50;

/**
 * What whoever helps needs to know, in English because they read it. Without `names` it is made only of our own words, of numbers and of
 * times: a text from the service, from a file or from the person may name what nobody else should read.
 */
export function reportText(facts: ReportFacts, names: boolean): string {
  const { snapshot, computer } = facts;
  return [
    `Import Watch ${snapshot.version}${snapshot.demo ? ', demo' : ''}, ${timeText(facts.at)}`,
    section('Computer', pairs({ ...computer, language: snapshot.language })),
    section('Settings', pairs(snapshot.settings)),
    section('Accounts', accountLines(snapshot, names)),
    section('Counts', countLines(snapshot)),
    section('Notifications', fateLines(snapshot.inbox)),
    section('Now', [
      `health: ${snapshot.health.kind}`,
      ...snapshot.warnings.map((warning) =>
        warning.kind === 'cannot-save'
          ? `warning: cannot-save, ${warning.fault}`
          : `warning: ${warning.kind}`,
      ),
    ]),
    section(
      'Problems of this run, newest first',
      facts.problems.map((past) => problemLine(past, names)),
    ),
    ...(facts.selfCheck === null ? [] : [section('Self-check', [facts.selfCheck])]),
    ...(names
      ? [
          section('Imports, newest first', importLines(snapshot)),
          section('Followed projects', followLines(snapshot)),
        ]
      : []),
  ].join('\n\n');
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...(lines.length === 0 ? ['none'] : lines)].join('\n');
}

function pairs(values: object): readonly string[] {
  return Object.entries(values).map(([name, value]) => `${name}: ${value}`);
}

function accountLines({ accounts, troubles }: Snapshot, names: boolean): readonly string[] {
  return accounts.map(({ id, name, apiUrl, storage, keyringMissing, workspaces }, index) =>
    [
      `${index + 1}${names ? ` ${name}` : ''}: key ${storage}`,
      keyringMissing ? 'no keyring' : null,
      apiUrl === defaultApiUrl ? null : names ? apiUrl : 'another address',
      names ? `workspaces ${workspaces.join(', ') || 'none'}` : null,
      troubles[id]?.kind ?? null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  );
}

function countLines({ counts, groups, follows, inbox }: Snapshot): readonly string[] {
  const { all, importing, completed, failed } = counts;
  return pairs({
    imports: all,
    importing,
    completed,
    failed,
    groups: groups.length,
    follows: follows.length,
    inbox: inbox.length,
  });
}

/** What became of the notices: `shown by electron: 12`. */
function fateLines(inbox: readonly InboxEntry[]): readonly string[] {
  const counted = Map.groupBy(inbox, ({ fate }) => fateText(fate));
  return [...counted].map(([fate, all]) => `${fate}: ${all.length}`);
}

function problemLine({ of, name, problem, fault, count, from, to }: PastProblem, names: boolean): string {
  const what =
    problem === null
      ? [fault]
      : [
          problem.kind,
          problem.httpStatus === null ? null : `HTTP ${problem.httpStatus}`,
          // The gateway's and the service's are numbers; anything else may be a text.
          problem.code === null
            ? null
            : `code ${names || /^\d{1,6}$/.test(problem.code) ? problem.code : 'not a number'}`,
          problem.field === null ? null : `${problem.field.path ?? 'all'} ${problem.field.fault}`,
          problem.clockOffsetMs === null ? null : `clock ${problem.clockOffsetMs} ms`,
          names ? problem.message : null,
        ];
  const times = count === 1 ? timeText(to) : `${timeText(from)} to ${timeText(to)}, ${count} times`;
  const subject = names && name !== null ? `${of} ${name}` : of;
  return `${times}: ${[subject, ...what].filter((part) => part !== null).join(', ')}`;
}

function importLines({ rows }: Snapshot): readonly string[] {
  const newest = rows.toSorted((one, other) => other.addedAt - one.addedAt).slice(0, mostNames);
  return newest.map(({ reference, label, fileName, status }) =>
    [referenceText(reference), label, fileName, status ?? 'no response yet']
      .filter((part) => part !== null)
      .join(', '),
  );
}

function followLines({ follows }: Snapshot): readonly string[] {
  return follows
    .slice(0, mostNames)
    .map(({ workspace, projectId, projectName, runningListed, known }) =>
      [
        `${workspace}/${projectId}`,
        projectName,
        `running imports listed: ${runningListed}`,
        `${known} known`,
      ].join(', '),
    );
}

function timeText(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

import { expect, test } from 'vitest';
import {
  countOf,
  formatAge,
  formatClockDuration,
  formatDayOrTime,
  formatDuration,
  formatDurationRange,
  formatMoment,
  formatSize,
  formatTimeOfDay,
} from '../../../words/format.ts';
import type { Language } from '../../../main/contract.ts';
import { longestRetryAfterMs } from '../../../main/mi/retry-after.ts';
import { answerFaults, sendFaults } from '../../../main/model/problem.ts';
import { languageOf } from '../../../words/language.ts';
import { plural } from '../../../words/plural.ts';
import { aProblem } from '../../support/samples/problems.ts';
import { problemText } from '../../../words/problem-text.ts';
import { shorten } from '../../../words/shorten.ts';
import { words } from '../../../words/words.ts';

const minute = 60_000;
const hour = 60 * minute;

test.each([
  [0, '0 s', '0초', '0 秒'],
  [45_999, '45 s', '45초', '45 秒'],
  [9 * minute + 59_000, '9 min', '9분', '9 分'],
  [hour, '1 h', '1시간', '1 時間'],
  [62 * minute, '1 h 2 min', '1시간 2분', '1 時間 2 分'],
  [76 * hour, '3 d 4 h', '3일 4시간', '3 日 4 時間'],
  [-5, '0 s', '0초', '0 秒'],
])('a duration of %d ms', (durationMs, english, korean, japanese) => {
  expect(formatDuration(durationMs, 'en')).toBe(english);
  expect(formatDuration(durationMs, 'ko')).toBe(korean);
  expect(formatDuration(durationMs, 'ja')).toBe(japanese);
});

test.each([
  [12.9 * minute, 17.1 * minute, '12 to 18 min', '12~18분', '12～18 分'],
  [45_000, 2 * minute, '45 s to 2 min', '45초~2분', '45 秒～2 分'],
  [3_000, 8_400, '3 to 9 s', '3~9초', '3～9 秒'],
  [50 * minute, 65 * minute, '50 min to 1 h 5 min', '50분~1시간 5분', '50 分～1 時間 5 分'],
  [12 * minute, 12 * minute, '12 min', '12분', '12 分'],
  [61 * minute + 10, 61 * minute, '1 h 1 min', '1시간 1분', '1 時間 1 分'],
  [
    28 * hour,
    28 * hour + 59 * minute,
    '1 d 4 h to 1 d 5 h',
    '1일 4시간~1일 5시간',
    '1 日 4 時間～1 日 5 時間',
  ],
])('from %d ms to %d ms', (fromMs, toMs, english, korean, japanese) => {
  expect(formatDurationRange(fromMs, toMs, 'en')).toBe(english);
  expect(formatDurationRange(fromMs, toMs, 'ko')).toBe(korean);
  expect(formatDurationRange(fromMs, toMs, 'ja')).toBe(japanese);
});

test.each([
  [0, '0:00'],
  [253_702, '4:14'],
  [3_731_000, '1:02:11'],
  [59_600, '1:00'],
])('a video of %d ms', (durationMs, text) => {
  expect(formatClockDuration(durationMs)).toBe(text);
});

test('an age', () => {
  expect(formatAge(12_000, 'en')).toBe('12 s ago');
  expect(formatAge(12_000, 'ko')).toBe('12초 전');
  expect(formatAge(12_000, 'ja')).toBe('12 秒前');
  expect(formatAge(999, 'ko')).toBe('방금');
});

test.each([
  [12, '12 bytes'],
  [1_000, '1 kB'],
  [120_333_399, '120 MB'],
  [8_400_000_000, '8.4 GB'],
  [999_950, '1 MB'],
  [3e15, '3,000 TB'],
])('a size of %d bytes', (bytes, text) => {
  expect(formatSize(bytes, 'en')).toBe(text);
});

test('a time of day', () => {
  expect(formatTimeOfDay(Date.UTC(2026, 10, 24, 5, 2), 'en', 'Asia/Seoul')).toBe('14:02');
});

test.each([
  // A day is the one of the calendar, also where it is minutes away, and where summer time makes it 23 or 25 hours long.
  ['today', '2026-11-24T14:02+09:00', '2026-11-24T00:00+09:00', '14:02', '14:02', '14:02'],
  [
    'tomorrow',
    '2026-11-25T00:01+09:00',
    '2026-11-24T23:59+09:00',
    'tomorrow 00:01',
    '내일 00:01',
    '明日 00:01',
  ],
  [
    'yesterday',
    '2026-11-23T23:59+09:00',
    '2026-11-24T00:01+09:00',
    'yesterday 23:59',
    '어제 23:59',
    '昨日 23:59',
  ],
  [
    'a year before',
    '2026-12-31T14:02+09:00',
    '2027-01-01T09:00+09:00',
    'yesterday 14:02',
    '어제 14:02',
    '昨日 14:02',
  ],
  [
    'this year',
    '2026-11-22T14:02+09:00',
    '2026-11-24T14:02+09:00',
    'Nov 22 14:02',
    '11월 22일 14:02',
    '11月22日 14:02',
  ],
  [
    'another year',
    '2025-11-24T14:02+09:00',
    '2026-11-24T14:02+09:00',
    'Nov 24, 2025 14:02',
    '2025년 11월 24일 14:02',
    '2025年11月24日 14:02',
  ],
])('a moment of %s', (_day, at, now, english, korean, japanese) => {
  const moment = (language: Language) =>
    formatMoment(Date.parse(at), Date.parse(now), language, 'Asia/Seoul');
  expect([moment('en'), moment('ko'), moment('ja')]).toEqual([english, korean, japanese]);
});

test.each([
  ['2026-03-08T08:00-04:00', '2026-03-07T23:30-05:00', 'tomorrow 08:00'],
  ['2026-03-09T00:30-04:00', '2026-03-07T23:30-05:00', 'Mar 9 00:30'],
  ['2026-11-02T08:00-05:00', '2026-11-01T00:10-04:00', 'tomorrow 08:00'],
])('where the clock was put forward or back, %s seen at %s is the day of the calendar', (at, now, text) => {
  expect(formatMoment(Date.parse(at), Date.parse(now), 'en', 'America/New_York')).toBe(text);
});

test('a list has the time for today, else the day, and the year only where it is another one', () => {
  const at = Date.UTC(2026, 10, 24, 5, 2);
  expect(formatDayOrTime(at, at + hour, 'en', 'Asia/Seoul')).toBe('14:02');
  expect(formatDayOrTime(at, at + 24 * hour, 'en', 'Asia/Seoul')).toBe('Nov 24');
  expect(formatDayOrTime(at, at + 24 * hour, 'ko', 'Asia/Seoul')).toBe('11월 24일');
  expect(formatDayOrTime(at, at + 60 * 24 * hour, 'en', 'Asia/Seoul')).toBe('Nov 24, 2026');
});

test.each([
  [['ko-KR', 'en'], 'ko'],
  [['ja_JP.UTF-8'], 'ja'],
  [['fr-FR', 'ja'], 'ja'],
  [['C.UTF-8'], 'en'],
  [[], 'en'],
] as const)('the system’s languages %j mean %s', (preferred, language) => {
  expect(languageOf('system', preferred)).toBe(language);
  expect(languageOf('ko', preferred)).toBe('ko');
});

test('plural forms', () => {
  const forms = { one: 'one', other: 'other' };
  expect([0, 1, 2].map((count) => plural(countOf(count, 'en'), forms))).toEqual(['other', 'one', 'other']);
});

test('a cut text stays whole in its signs', () => {
  expect(shorten('short\n text ', 20)).toBe('short text');
  expect(shorten('👨‍👩‍👧‍👦'.repeat(10), 24)).toBe(`${'👨‍👩‍👧‍👦'.repeat(2)}…`);
  expect(shorten('a'.repeat(100), 10)).toBe(`${'a'.repeat(9)}…`);
});

test('a problem of the clock says by how much, and the details name field and trace', () => {
  const problem = {
    kind: 'clock',
    httpStatus: 401,
    code: '200',
    message: 'Authentication Failed',
    field: null,
    traceId: 'abc',
    retryAfterMs: null,
    clockOffsetMs: 7 * minute,
    at: 0,
  } as const;
  expect(problemText(problem, 'en')).toMatchObject({
    title: 'This computer’s clock is 7 min behind',
    details: [
      'Message from the service: Authentication Failed',
      'HTTP 401',
      'code 200',
      'Trace ID for support: abc',
    ],
  });
  expect(problemText({ ...problem, clockOffsetMs: -7 * minute }, 'ko').title).toBe(
    '이 컴퓨터의 시계가 7분 빠릅니다',
  );
  expect(problemText({ ...problem, clockOffsetMs: null }, 'ja').title).toBe(
    'このコンピューターの時計がずれているか、証明書の有効期限が切れています',
  );
});

test.each([
  [0, []],
  [999, []],
  [29_500, ['The service asked for a pause of at least 29 s.']],
  // The longest that is believed: the service may have asked for weeks.
  [longestRetryAfterMs, ['The service asked for a pause of at least 15 min.']],
])('of a pause of %d ms is told what is true, and nothing where it is over', (retryAfterMs, details) => {
  expect(problemText(aProblem('rate-limit', { retryAfterMs }), 'en').details).toEqual(details);
});

test.each([
  ['offline', 'ECONNREFUSED', null, []],
  ['offline', 'UND_ERR_SOCKET', 200, ['HTTP 200']],
  ['intercepted', 'SELF_SIGNED_CERT_IN_CHAIN', 511, ['HTTP 511']],
] as const)(
  'that the network is %s is not put into the mouth of the service: %s',
  (kind, message, status, more) => {
    const problem = aProblem(kind, { message, httpStatus: status });
    expect(problemText(problem, 'en').details).toEqual([message, ...more]);
  },
);

test.each([
  [
    { path: null, fault: 'too-large', figure: 1_048_576 },
    'Field: whole response (larger than 1 MB)',
    '필드: 응답 전체 (1MB 초과)',
    'フィールド: 応答全体（1 MB を超えています）',
  ],
  [
    { path: 'result.assetId', fault: 'another-value', figure: 5678 },
    'Field: result.assetId (expected 5678)',
    '필드: result.assetId (예상 값: 5678)',
    'フィールド: result.assetId（想定される値: 5678）',
  ],
  [
    { path: 'result.uploadStatus', fault: 'missing', figure: null },
    'Field: result.uploadStatus (missing)',
    '필드: result.uploadStatus (값 없음)',
    'フィールド: result.uploadStatus（値がありません）',
  ],
  [
    { path: 'accessKey', fault: 'too-long', figure: 200 },
    'Access key: Enter 200 characters or fewer. You may have pasted more than you meant to.',
    'Access Key: 200자 이하로 입력해 주세요. 불필요한 내용까지 붙여넣지 않았는지 확인해 주세요.',
    'Access Key: 200 文字以内で入力してください。余分な内容を貼り付けていないか確認してください。',
  ],
] as const)('a field is named with what is expected of it: %j', (field, english, korean, japanese) => {
  const problem = aProblem('unreadable', { field });
  expect(problemText(problem, 'en').details).toEqual([english]);
  expect(problemText(problem, 'ko').details).toEqual([korean]);
  expect(problemText(problem, 'ja').details).toEqual([japanese]);
});

test('whatever is wrong with a field, it is said in every language', () => {
  for (const fault of [...sendFaults, ...answerFaults]) {
    const said = (['en', 'ko', 'ja'] as const).map(
      (language) =>
        problemText(aProblem('unreadable', { field: { path: 'workspace', fault, figure: 7 } }), language)
          .details[0],
    );
    expect(new Set(said).size).toBe(3);
    expect(said.join()).not.toContain('undefined');
  }
});

test.each([
  { httpStatus: 407, message: null },
  { httpStatus: null, message: 'PROXY_407' },
  { httpStatus: null, message: 'net::ERR_TUNNEL_CONNECTION_FAILED' },
])('says of a proxy that wants a password what to do (%j)', (told) => {
  const { title, advice } = words.en.problemDetails.proxyRefused;
  expect(problemText(aProblem('intercepted', told), 'en')).toMatchObject({ title, advice });
  expect(problemText(aProblem('offline', told), 'en').title).toBe(words.en.problems.offline.title);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsOf, sampleFacts, variablesOf, type Facts } from '../../../main/hooks/facts.ts';
import { goneStatus } from '../../../main/model/import-status.ts';
import { webhookBody } from '../../../main/hooks/webhook-body.ts';
import { webhookShapes, type Delivery, type HandedOn } from '../../../main/model/hook.ts';

const ended: HandedOn = {
  ...{ about: 'import', notice: 'a1:drama/7#1.1', watch: 'a1:drama/7', account: 'a1' },
  reference: { workspace: 'drama', projectId: 12, assetId: 7 },
  ...{ name: '<b>_ep 7_</b> $(rm -rf ~)\0.mov', status: 'FAILED', text: 'bad <file>', groupName: 'Batch' },
};
const all: HandedOn = { about: 'all', account: 'a1', groupName: null, completed: 1_200, failed: 3 };
const delivery = (what: HandedOn, event: Delivery['event']) => ({ id: 'h1:key', event, what, at: 0 });
const named = (id: string) => (id === 'a1' ? 'Studio' : null);
const facts = factsOf(delivery(ended, 'failed'), named);
const factsOfAll = factsOf(delivery(all, 'all-done'), named);

const parsed = (told: Facts, shape: (typeof webhookShapes)[number], language: 'en' | 'ko' | 'ja' = 'en') =>
  JSON.parse(webhookBody(told, shape, language));

test('a delivery has the same name at each try, which gives nothing away and may stand in a header', () => {
  expect(facts.id).toBe(factsOf(delivery(all, 'all-done'), named).id);
  expect(facts.id).toMatch(/^iw_[0-9a-f]{32}$/);
  expect(factsOf({ ...delivery(ended, 'failed'), id: 'h2:key' }, named).id).not.toBe(facts.id);
});

test('a program gets the facts in variables, every one of them at every end', () => {
  const variables = variablesOf(facts, 2);
  expect(variables).toMatchObject({
    IMPORT_WATCH_EVENT: 'failed',
    IMPORT_WATCH_TRY: '2',
    IMPORT_WATCH_ACCOUNT: 'Studio',
    IMPORT_WATCH_ASSET_ID: '7',
    IMPORT_WATCH_NAME: '<b>_ep 7_</b> $(rm -rf ~).mov',
    IMPORT_WATCH_COMPLETED: '',
    IMPORT_WATCH_SAMPLE: '',
  });
  expect(Object.keys(variablesOf(factsOfAll, 1))).toEqual(Object.keys(variables));
  expect(variablesOf(factsOfAll, 1)).toMatchObject({
    IMPORT_WATCH_EVENT: 'all-done',
    IMPORT_WATCH_ASSET_ID: '',
    IMPORT_WATCH_COMPLETED: '1200',
    IMPORT_WATCH_FAILED: '3',
  });
});

describe('the body of a webhook', () => {
  test('has the facts', () => {
    expect(parsed(facts, 'facts')).toEqual({
      type: 'import.failed',
      timestamp: '1970-01-01T00:00:00.000Z',
      data: {
        ...{ id: facts.id, account: 'Studio', group: 'Batch', workspace: 'drama', projectId: 12, assetId: 7 },
        ...{ name: ended.name, status: 'FAILED', message: 'bad <file>', sample: false },
      },
    });
    expect(parsed(factsOfAll, 'facts')).toMatchObject({
      type: 'imports.all_done',
      data: { account: 'Studio', completed: 1_200, failed: 3 },
    });
  });

  test('is what Slack takes, and nothing of a name becomes a link or a mention', () => {
    const { text, ...rest } = parsed(facts, 'slack') as { text: string };
    expect(text).toContain('&lt;b&gt;');
    expect(text).not.toMatch(/[<>]/);
    expect(rest).toEqual({
      blocks: [{ type: 'section', text: { type: 'plain_text', text, emoji: false } }],
      ...{ mrkdwn: false, unfurl_links: false, unfurl_media: false },
    });
  });

  test.each(['en', 'ko', 'ja'] as const)(
    'is what Teams’ Workflows take, all of it plain text, a line in each block (%s)',
    (language) => {
      const { type, attachments } = parsed(facts, 'teams', language);
      const { contentType, content } = attachments[0];
      expect([type, contentType]).toEqual(['message', 'application/vnd.microsoft.card.adaptive']);
      const {
        type: card,
        version,
        body,
      } = content as {
        type: string;
        version: string;
        body: { type: string; inlines: { type: string; text: string }[] }[];
      };
      expect([card, version]).toEqual(['AdaptiveCard', '1.4']);
      const runs = body.map((block) => {
        expect(block).toMatchObject({ type: 'RichTextBlock', inlines: [{ type: 'TextRun' }] });
        return block.inlines[0]!.text;
      });
      const { title, body: plain } = parsed(facts, 'naver-works', language);
      expect(runs.join('\n')).toBe(`${title}\n${plain.text}`);
      expect(runs.join('')).toContain('<b>_ep 7_</b> $(rm -rf ~)');
      expect(runs.join('')).not.toMatch(/[\n\\]/);
      expect(body[0]!.inlines[0]).toMatchObject({ weight: 'Bolder' });
    },
  );

  test('is what NAVER WORKS takes', () => {
    const { title, body } = parsed(factsOfAll, 'naver-works');
    expect(title).toBe('Studio: nothing is in progress any more');
    expect(body).toEqual({ text: '1,200 completed, 3 failed' });
  });

  test.each([
    ['en', 'Nothing is in progress any more'],
    ['ko', '진행 중인 등록이 더 이상 없습니다'],
    ['ja', '進行中の登録はなくなりました'],
  ] as const)('names nobody (%s) where the account was disconnected while it waited', (language, title) => {
    const ofNobody = factsOf(delivery(all, 'all-done'), () => null);
    expect(parsed(ofNobody, 'naver-works', language)).toMatchObject({ title });
  });

  test.each(['en', 'ko', 'ja'] as const)(
    'speaks the person’s language (%s), and says that a sample is one',
    (language) => {
      const sample = sampleFacts('h1:sample', 0, { account: 'Studio', group: null });
      const { title } = parsed(sample, 'naver-works', language);
      expect(title).toContain('sample.mp4');
      expect(title).toMatch(/^(Sample|예시|サンプル): /);
      expect(webhookShapes.map((shape) => JSON.stringify(parsed(sample, shape, language)))).not.toContain(
        '{}',
      );
    },
  );
});

test('the guide names each variable, and the status that is no word of the service', () => {
  const guide = readFileSync(`${import.meta.dirname}/../../../docs/guide.md`, 'utf8');
  for (const name of [...Object.keys(variablesOf(facts, 1)), goneStatus])
    expect(guide).toContain(`\`${name}\``);
});

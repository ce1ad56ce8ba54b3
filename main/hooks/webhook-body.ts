import type { Language } from '../contract.ts';
import type { WebhookShape } from '../model/hook.ts';
import { bannerOf } from '../wording/banner.ts';
import { formatNumber } from '../../words/format.ts';
import { sharedWords } from '../../words/shared-words.ts';
import type { Facts } from './facts.ts';

interface Message {
  readonly title: string;
  readonly text: string;
}

/** The JSON of a webhook: the facts themselves, or a message in the person’s language for a chat that takes nothing else. */
export function webhookBody(facts: Facts, shape: WebhookShape, language: Language): string {
  return JSON.stringify(shape === 'facts' ? factsBody(facts) : bodies[shape](messageOf(facts, language)));
}

/** Named and laid out as Standard Webhooks 1.0 proposes: `type`, `timestamp`, `data`. */
function factsBody({ event, at, id, isSample, account, group, import: ended, ends }: Facts) {
  const type = event === 'all-done' ? 'imports.all_done' : `import.${event}`;
  return { type, timestamp: at, data: { id, account, group, ...ended, ...ends, sample: isSample } };
}

const bodies: Readonly<Record<Exclude<WebhookShape, 'facts'>, (message: Message) => object>> = {
  /**
   * An incoming webhook. These three signs would else begin a link or a mention. Of a text by itself Slack makes a link of whatever looks like
   * a domain, such as `trailer.mov`, and shows the picture behind an address: only plain text in a block is left alone. What knows no blocks
   * shows the text.
   */
  slack: ({ title, text: news }) => {
    const escaped = (part: string) =>
      part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const text = escaped(`${title}\n${news}`);
    const block = { type: 'section', text: { type: 'plain_text', text, emoji: false } };
    return { text, blocks: [block], mrkdwn: false, unfurl_links: false, unfurl_media: false };
  },
  /**
   * The trigger "When a Teams webhook request is received" of Workflows; the connectors that took less are gone. A TextBlock would be read as
   * Markdown, of which phones leave more escapes standing than desktops do. A run in a RichTextBlock is plain text everywhere.
   */
  teams: ({ title, text }) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            plainBlock({ text: title, weight: 'Bolder' }),
            ...text.split('\n').map((line) => plainBlock({ text: line })),
          ],
        },
      },
    ],
  }),
  /** An incoming webhook of NAVER WORKS (LINE WORKS in Japan). */
  'naver-works': ({ title, text }) => ({ title, body: { text } }),
};

const plainBlock = (run: { readonly text: string; readonly weight?: 'Bolder' }) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', ...run }],
});

function messageOf(facts: Facts, language: Language): Message {
  const words = sharedWords[language];
  const { title, text } =
    facts.import === null ? saidOfAll(facts, language) : saidOfOne(facts.import, language);
  return { title: facts.isSample ? words.notices.sample(title) : title, text };
}

/** In the words of a banner. */
function saidOfOne(ended: NonNullable<Facts['import']>, language: Language): Message {
  const { workspace, projectId, assetId, name, status, message } = ended;
  const reference = { workspace, projectId, assetId };
  const news = {
    about: 'import',
    watch: '',
    reference,
    name,
    status,
    text: message,
    metaData: null,
  } as const;
  const { title, body } = bannerOf([news], { words: sharedWords[language], language, digest: false });
  return { title, text: body };
}

function saidOfAll({ account, group, ends }: Facts, language: Language): Message {
  const { notices } = sharedWords[language];
  const { completed = 0, failed = 0 } = ends ?? {};
  const figures = notices.ends(formatNumber(completed, language), formatNumber(failed, language));
  // The account may have been disconnected while this waited.
  const whose = group ?? account;
  const title = whose === null ? notices.nothingInProgress : notices.nothingInProgressOf(whose);
  return { title, text: figures };
}

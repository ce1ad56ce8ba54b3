import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../main/contract.ts';
import { allWords, messagesOf, textOf } from '../../support/messages.ts';

interface Term {
  readonly concept: string;
  readonly wanted: string;
  readonly forbidden: RegExp;
  /** Only messages whose path matches, where the forbidden word is right elsewhere. */
  readonly within?: RegExp;
  /** Texts for developers may say it: it names something in the code, or is right there. */
  readonly isForPeople?: true;
}

const ofPause = /pau[sz]|resume/i;
const ofAccount = /^account\./;
const notOfRegistering =
  /^(?!registering\.|registerFiles\.|commandLine\.|dialogs\.register\.|tray\.inDoubt|account\.forgetAdvice)/;
const ofAdding = /^(add\.(title|add\w*|added\w*|ways)|shell\.add|watchlist\.addFirst)$/;

/**
 * One word for one thing. The service's own terms are those of its API documentation, which calls an import the registration of
 * a media asset (미디어 에셋 등록, メディアアセット登録) and keeps "import" in the addresses; the others are ours. In English "register"
 * is only what begins an import, where the app does it.
 */
const glossary: Readonly<Record<Language, readonly Term[]>> = {
  en: [
    {
      concept: 'the import of a file',
      wanted: 'import',
      forbidden: /\bregist(er|rat)/i,
      within: notOfRegistering,
    },
    {
      concept: 'to connect an account no more',
      wanted: 'Disconnect',
      forbidden: /\bforg[eo]t/i,
      isForPeople: true,
    },
    {
      concept: 'a notification',
      wanted: 'notification',
      forbidden: /\b(notice|banner)s?\b/i,
      isForPeople: true,
    },
    {
      concept: 'what the service sends back',
      wanted: 'response',
      forbidden: /\banswers?\b/i,
      isForPeople: true,
    },
    { concept: 'an ID', wanted: 'ID', forbidden: /\b(id|Id)s?\b/, isForPeople: true },
    {
      concept: 'what was looked for in vain',
      wanted: 'not found',
      forbidden: /\b(not|no longer) there\b/i,
      isForPeople: true,
    },
    { concept: 'a status that is not valid', wanted: 'Invalid', forbidden: /\bnot (a )?valid file\b/i },
    { concept: 'to create', wanted: 'create', forbidden: /\bma[dk]e an? \b/i, isForPeople: true },
    {
      concept: 'to get a disconnected account’s imports back',
      wanted: 'with the same access key',
      forbidden: /\badd the import\b/,
      within: /^problems\.account-gone/,
    },
    { concept: 'a policy for a sub account', wanted: 'assign', forbidden: /\bgiv(e|en|ing)\b.*\bpolicy\b/i },
    { concept: 'a key in use', wanted: 'in use', forbidden: /\b(in)?active\b/i, isForPeople: true },
    {
      concept: 'what happens without a person',
      wanted: 'automatically',
      forbidden: /by itself|\banew\b|goes? on\b/i,
      isForPeople: true,
    },
    {
      concept: 'a missing permission',
      wanted: 'have permission',
      forbidden: /\bmay not\b/i,
      isForPeople: true,
    },
    { concept: 'American spelling', wanted: 'canceled', forbidden: /cancelled|licence|colour|recognise/i },
  ],
  ko: [
    { concept: 'the import of a file', wanted: '등록', forbidden: /가져오|가져온|임포트/ },
    { concept: 'to add to the list of this app', wanted: '추가', forbidden: /등록/, within: ofAdding },
    { concept: 'to follow a project', wanted: '프로젝트 감시', forbidden: /팔로우|구독|추적하/ },
    { concept: 'to connect an account no more', wanted: '연결 해제', forbidden: /계정(을|의)? ?(삭제|제거)/ },
    { concept: 'to pause', wanted: '일시 중지', forbidden: /일시 ?정지|(?<!일시 )중지/, within: ofPause },
    { concept: 'to resume', wanted: '재개', forbidden: /다시 시작|계속하/ },
    { concept: 'the inbox', wanted: '알림함', forbidden: /받은 ?편지함|수신함/ },
    { concept: 'a list', wanted: '목록', forbidden: /리스트/ },
    {
      concept: 'the key of an account',
      wanted: '인증키',
      forbidden: /(?<!인증|오브젝트 |패|단축|기능 )키(?! 저장소|보드| 조합)/,
    },
    { concept: 'a key in use', wanted: '사용 중', forbidden: /활성/ },
    { concept: 'to create', wanted: '생성', forbidden: /만들|만드/, within: ofAccount },
    {
      concept: 'a right that only reads',
      wanted: '조회 권한',
      forbidden: /읽기 (전용|권한)/,
      within: ofAccount,
    },
    { concept: 'what has a policy', wanted: '서브 계정에', forbidden: /Sub Account에 / },
    {
      concept: 'to get a disconnected account’s imports back',
      wanted: '같은 Access Key로',
      forbidden: /에셋을 추가하거나/,
      within: /^problems\.account-gone/,
    },
    { concept: 'a policy for a sub account', wanted: '부여', forbidden: /정책을 (주|할당|연결)/ },
    { concept: 'the length of a video', wanted: '재생 시간', forbidden: /길이/ },
    {
      concept: 'an asset that is not found',
      wanted: '찾을 수 없',
      forbidden: /에셋 없음/,
      within: /^outcomes\./,
    },
    { concept: 'a request to the person', wanted: '해 주세요', forbidden: /(?<!주)세요|십시오/ },
    {
      concept: 'a particle for every name',
      wanted: '그룹을',
      forbidden: /\((으|이)\)|을\(를\)|은\(는\)|이\(가\)|와\(과\)/,
    },
  ],
  ja: [
    { concept: 'the import of a file', wanted: '登録', forbidden: /インポート|取り込/ },
    { concept: 'to add to the list of this app', wanted: '追加', forbidden: /登録/, within: ofAdding },
    { concept: 'to follow a project', wanted: 'プロジェクトを監視', forbidden: /フォロー/ },
    { concept: 'to connect an account', wanted: '連携', forbidden: /アカウントを?(接続|削除)/ },
    { concept: 'to pause', wanted: '一時停止', forbidden: /(?<!一時)停止|中断/, within: ofPause },
    { concept: 'the inbox', wanted: '通知履歴', forbidden: /受信/ },
    { concept: 'a list', wanted: 'リスト', forbidden: /一覧/ },
    {
      concept: 'the key of an account',
      wanted: '認証キー',
      forbidden: /(?<!認証|オブジェクト|ファンクション)キー(?!リング|ボード|の組み合わせ)/,
    },
    { concept: 'a key in use', wanted: '使用中', forbidden: /有効な(認証)?キー|アクティブ/ },
    {
      concept: 'a right that only reads',
      wanted: '照会権限',
      forbidden: /読み取り(専用|権限)/,
      within: ofAccount,
    },
    { concept: 'what has a policy', wanted: 'サブアカウントに', forbidden: /Sub Account に / },
    {
      concept: 'to get a disconnected account’s imports back',
      wanted: '同じ Access Key で',
      forbidden: /アセットを追加/,
      within: /^problems\.account-gone/,
    },
    {
      concept: 'letters that a Japanese keyboard also writes wide',
      wanted: '半角の英小文字',
      forbidden: /(?<!半角の)英小文字/,
    },
    { concept: 'a policy for a sub account', wanted: '付与', forbidden: /ポリシーを(与え|割り当て)/ },
    { concept: 'the length of a video', wanted: '再生時間', forbidden: /長さ/ },
    { concept: 'an asset that is not found', wanted: '見つからない', forbidden: /アセットなし/ },
    { concept: 'what happens without a person', wanted: '自動的に', forbidden: /自動で/ },
    { concept: 'an age', wanted: 'たった今', forbidden: /たった今に/ },
    {
      concept: 'long vowels',
      wanted: 'フォルダー',
      forbidden: /(フォルダ|サーバ|ユーザ|コンピュータ|ブラウザ)(?!ー)/,
    },
    { concept: 'brackets', wanted: '（', forbidden: /[()]/ },
  ],
};

const root = `${import.meta.dirname}/../../..`;
/** Without what is quoted: code, addresses, the service's own words. */
const prose = (file: string) =>
  readFileSync(`${root}/${file}`, 'utf8')
    .replace(/```[\s\S]*?```|`[^`\n]*`|“[^”]*”|\]\([^)]*\)/g, '')
    .split('\n');
const forPeople = ['README.md', 'CHANGELOG.md', 'docs/guide.md', 'docs/command-line.md'];
const forDevelopers = globSync('docs/**/*.md', { cwd: root }).filter((file) => !forPeople.includes(file));

describe.each([
  ['what people read', forPeople, glossary.en.filter(({ within }) => within !== notOfRegistering)],
  [
    'what developers read',
    forDevelopers,
    glossary.en.filter(({ isForPeople, within }) => !isForPeople && within !== notOfRegistering),
  ],
] as const)('README, changelog and docs: %s', (_what, files, terms) => {
  const lines = files.flatMap(prose);

  test.each(terms)('$concept is “$wanted” and nothing else', ({ forbidden }) => {
    expect(lines.filter((line) => forbidden.test(line))).toEqual([]);
  });
});

describe.each(['en', 'ko', 'ja'] as const)('the words of %s', (language) => {
  const messages = messagesOf(allWords[language]);

  test.each(glossary[language])('$concept is “$wanted” and nothing else', ({ forbidden, wanted, within }) => {
    const said = messages
      .filter(([path]) => within?.test(path) ?? true)
      // Of one and of several.
      .flatMap(([path, message]) => [1, 7].map((first) => ({ path, text: textOf(message, first) })));
    expect(said.filter(({ text }) => forbidden.test(text))).toEqual([]);
    expect(said.map(({ text }) => text).join('\n')).toContain(wanted);
  });
});

import type { updates as english } from './en.ts';

export const updates: typeof english = {
  notChecked: 'アップデートはまだ確認していません。',
  newest: (when) => `新しいアップデートはありません。最終確認: ${when}`,
  checking: 'アップデートを確認中…',
  checkFailed:
    '正しい応答がなかったため、アップデートを確認できませんでした。しばらくしてからもう一度お試しください。',
  check: 'アップデートを確認',
  found: (version) => `バージョン ${version} を利用できます。`,
  interrupted: (version) =>
    `バージョン ${version} をダウンロードできませんでした。しばらくしてからもう一度お試しください。`,
  notGenuine: (version) =>
    `ダウンロードしたバージョン ${version} は公開されたファイルと異なるため、削除しました。しばらくしてからもう一度お試しください。`,
  download: (version) => `バージョン ${version} をダウンロード`,
  downloading: (version) => `バージョン ${version} をダウンロード中…`,
  openPage: (version) => `バージョン ${version} のダウンロードページを開く`,
  ready: (version) => `バージョン ${version} をインストールする準備ができました。`,
  install: (version) => `再起動して ${version} にアップデート`,
};

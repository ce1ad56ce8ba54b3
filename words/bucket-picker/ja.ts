import type { bucketPicker as english } from './en.ts';

export const bucketPicker: typeof english = {
  open: 'バケットから選択',
  close: '閉じる',
  path: 'フォルダー',
  find: '表示中のファイルから探す',
  findHint: '読み込んだ項目から探します。フォルダー全体は、名前の先頭でのみ検索できます。',
  search: 'フォルダーを検索',
  beginning: (text) => `名前の先頭: 「${text}」`,
  selectShown: '表示中のファイルをすべて選択',
  loadMore: 'さらに読み込む',
  loaded: (count) => `${count.text} 件を読み込みました`,
  nothing: 'ここにはファイルがありません。',
  noMatch: '読み込んだ名前に一致するものがありません。',
  useNone: 'オブジェクトキーを追加',
  use: (count) => `オブジェクトキーを ${count.text} 個追加`,
  unfit: {
    extension: 'Media Intelligence が対応していない拡張子',
    'video-too-large': '動画の上限の 10 GB を超過',
    'picture-too-large': '画像の上限の 10 MB を超過',
    unprintable: '名前で追加できない: 末尾に空白があるか、読み取れない文字または別のアドレスを含む',
  },
  problems: {
    permission: {
      title: 'この認証キーではバケットの中身を表示できません',
      advice: (policy) =>
        `サブアカウントに ${policy} ポリシーを付与し、バケットがこのアカウントにあるか確認してください。オブジェクトキーを直接入力することもできます。`,
    },
    'not-found': {
      title: 'バケットが見つかりません',
      advice: 'バケット名を確認してください。Object Storage の韓国リージョンで探しています。',
    },
    credentials: {
      title: 'Object Storage が認証キーを拒否しました',
      advice:
        '認証キーが使用中かコンソールで確認してください。Media Intelligence で使用できる認証キーの場合は、オブジェクトキーを直接入力してください。',
    },
    offline: {
      title: 'Object Storage に接続できません',
      advice: (host) =>
        `ネットワーク接続を確認してください。ファイアウォールで ${host} を許可する必要があります。オブジェクトキーを直接入力することもできます。`,
    },
    service: {
      title: 'Object Storage で問題が発生しています',
      advice: '後でもう一度試すか、オブジェクトキーを直接入力してください。',
    },
  },
};

import type { refusals as english } from './en.ts';

export const refusals: typeof english = {
  fields: {
    name: '名前',
    accessKey: 'Access Key',
    secretKey: 'Secret Key',
    apiUrl: 'API アドレス',
    text: '貼り付けた内容',
    workspace: 'ワークスペース',
    projectId: 'プロジェクト ID',
    assetId: 'アセット ID',
    label: '名前',
  },
  inField: (field, sentence) => `${field}: ${sentence}`,
  tooLong: (most) => `${most} 文字を超えています。余分な内容を貼り付けていないか確認してください。`,
  notAnAddress: (example) => `正しいアドレスではありません。${example} のような形式で入力してください。`,
  faults: {
    empty: '空欄です。入力してください。',
    'blank-inside': '途中に空白があります。キーだけをコピーし直してください。',
    'line-end-inside': '途中に改行があります。キーを 1 つだけ、1 行で貼り付けてください。',
    'not-printable': 'キーに使用できない文字があります。使用できるのは半角の英字、数字、記号だけです。',
    'not-https':
      'https:// で始まっていないため、キーが保護されずにネットワークへ送信されます。http:// で始められるのはこのコンピューターのアドレスだけです。',
    'has-a-path': 'ホストの後に余分な内容があります。パスとそれ以降を削除してください。',
    'has-a-login': 'アドレスにログイン情報が含まれています。@ より前の部分を削除してください。',
    'name-taken': '別のアカウントで使用されている名前です。ほかの名前を入力してください。',
    'not-a-workspace-name':
      '正しいワークスペース名ではありません。コンソールの表示どおり、半角の英小文字、数字、ハイフンを使用して 3～63 文字で入力してください。',
    'not-an-id': '正しい ID ではありません。1 から 9007199254740991 までの整数を入力してください。',
    'wrong-shape':
      'このウィンドウからの要求を Import Watch が理解できませんでした。ウィンドウを閉じて、もう一度開いてください。',
  },
  codes: {
    'account-gone':
      'このアカウントはすでに削除されています。別のアカウントを選択するか、もう一度追加してください。',
    'no-usable-key': 'このアカウントには使用できるキーがありません。アカウント画面でキーを入力してください。',
    'found-keys-gone': 'これらのキーはこのコンピューターにもうありません。キーを直接入力してください。',
    'called-back': '要求が中断されました。もう一度お試しください。',
    'cannot-save':
      'ディスクに書き込めませんでした。空き容量を増やすかフォルダーの権限を確認してから、もう一度お試しください。',
    'login-item-sandboxed':
      'Flatpak や Snap のプログラムは、ログイン時に自動で起動するよう自身を設定できません。システム設定で設定してください。',
    'login-item-demo': 'デモはこのコンピューターに何も残しません。先にデモを終了してください。',
    'login-item-failed':
      'システムが設定を受け付けませんでした。システム設定で、ログイン時に起動するプログラムに Import Watch を追加してください。',
    failed:
      'Import Watch で問題が発生しました。もう一度お試しください。解決しない場合は、Import Watch を終了してから起動し直してください。',
  },
};

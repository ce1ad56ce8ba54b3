import type { dialogs as english } from './en.ts';

export const dialogs: typeof english = {
  'new-host': {
    question: (host) => `アカウントの Access Key を ${host} に送信しますか？`,
    detail:
      'このホストに以前同意されたかどうか、Import Watch では確認できません。ご自身で入力した、信頼できるアドレスの場合にのみ続けてください。',
    yes: '送信',
  },
  weakly: {
    question: (name) => `「${name}」の Secret Key を弱い暗号化で保存しますか？`,
    detail: 'ファイルを読み取れる人は、認証キーも読み取れます。',
    yes: '保存',
  },
  webhook: {
    question: (host) => `登録の結果を ${host} に送信しますか？`,
    detail:
      '今後、登録の結果とサービスからのメッセージ、アセットの名前と ID、ワークスペース、プロジェクト、アカウントとグループの名前がこのアドレスに送信されます。ご自身で入力した、信頼できるアドレスの場合にのみ続けてください。',
    yes: '送信',
  },
  'webhook-weakly': {
    question: (host) => `Webhook（${host}）のアドレスを弱い暗号化で保存しますか？`,
    detail:
      'ファイルを読み取れる人は、このアドレスを読み取り、メッセージを送信することもできます。保存しない場合は、Import Watch を終了するまでの間だけ保持されます。',
    yes: '保存',
  },
  program: {
    title: '登録が終わった後に実行するプログラムを選択',
    question: (path) => `登録が終わるたびに「${path}」を実行しますか？`,
    detail:
      'ご自身のすべての権限で、毎回確認することなく実行されます。ご自身で選んだ、信頼できるファイルの場合にのみ続けてください。',
    yes: '実行',
  },
  register: {
    question: (name) => `「${name}」の認証キーでファイルを登録することを許可しますか？`,
    detail:
      'このアカウントのプロジェクトにアセットを作成できるようになり、料金が発生する場合があります。ご自身で設定した場合にのみ続けてください。',
    yes: '許可',
  },
  noLock: (folder, temporary) =>
    `次のフォルダーのいずれかに、二重起動を防ぐファイルを作成できなかったため、Import Watch を起動できませんでした。\n\n${folder}\n${temporary}\n\nディスクに空きがあるか、両方のフォルダーに書き込めるかを確認してから、もう一度起動してください。`,
  otherComputer: (computer) =>
    `コンピューター「${computer}」で、Import Watch が同じファイルを使ってすでに実行中です。先にそちらで終了してください。`,
  otherSession:
    'このコンピューターに同じユーザーでログインしている別のセッションで、Import Watch がすでに実行中です。先にそちらで終了してください。',
  'runs-elsewhere': {
    question: (computer) =>
      `コンピューター「${computer}」で、Import Watch が同じファイルを使って実行中のようです。ここで起動しますか？`,
    detail:
      'その後このコンピューターの名前が変わった場合や、そのコンピューターで Import Watch が異常終了した場合は、起動してください。まだ実行中の場合は、先にそちらで終了してください。同時に実行すると、互いに干渉します。',
    yes: '起動',
  },
  cancel: 'キャンセル',
};

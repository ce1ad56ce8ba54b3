import type { account as english } from './en.ts';

export const account: typeof english = {
  title: 'アカウント',
  accounts: 'アカウントリスト',
  newAccount: '新しいアカウント',
  keyEnding: (ending) => `認証キーの末尾 ${ending}`,
  name: '名前',
  defaultName: 'マイアカウント',
  accessKey: 'Access Key',
  keyPlace:
    'コンソールの My Account > アカウントとセキュリティ管理 > セキュリティ管理 > アクセス管理、または Sub Account のサブアカウントの詳細で作成します。',
  accessKeyKept: (ending) => `保存済み（末尾 ${ending}）。変更する場合のみ入力してください。`,
  secretKey: 'Secret Key',
  secretKeyHint: '保存後は二度と表示されません。',
  secretKeyKept: '保存済み（非表示）。変更する場合のみ入力してください。',
  apiUrl: 'API アドレス',
  save: '保存',
  saved: 'アカウントを保存しました。',
  notSaved: 'アカウントを保存できませんでした',
  test: 'テスト',
  testAgain: 'もう一度テスト',
  testing: 'テスト中…',
  testNotRun: 'テストを実行できませんでした',
  testTitle: '接続テスト',
  forget: 'アカウント連携を解除',
  forgetTitle: 'このアカウントの連携を解除しますか？',
  forgetAdvice:
    'このコンピューターから認証キーを削除し、このアカウントのアセットの確認とプロジェクトの監視を停止します。登録リクエストをまだ送信していないファイルは登録されません。NAVER クラウドプラットフォームのアカウントと認証キーはそのまま残ります。',
  forgetYes: '連携を解除',
  cancel: 'キャンセル',
  forgotten: 'アカウント連携を解除しました。',
  storageTitle: '認証キーの保存方法',
  storage: {
    keyring: 'Secret Key はシステムのキーリングに保存されています。',
    waiting:
      'システムのキーリングを待っています。パスワードを求められたら入力してください。入力すると、確認を開始します。',
    locked:
      'システムのキーリングがロックされていたか、利用できませんでした。要求するのは起動時だけです。ロックを解除してから、Import Watch を再起動してください。',
    session:
      'Secret Key は Import Watch を終了するまでメモリーにのみ保持されます。その後は再入力が必要です。',
    weak: 'ご指定のとおり、Secret Key は弱い暗号化でディスクに保存されています。ファイルを読み取れる人は、認証キーも読み取れます。',
    unconfirmed:
      '保存された Secret Key とそのアドレスは弱い暗号化でしか保護されていないため、使用する前にシステムのダイアログで確認します。キャンセルした場合は、Import Watch を再起動すると再び確認します。',
    unreadable: '保存された Secret Key を読み取れなくなりました。もう一度入力してください。',
    'other-address':
      '保存された Secret Key は、別のアドレスまたはアカウントのものです。両方の認証キーをもう一度入力してください。',
    none: 'Secret Key が保存されていません。入力すると、確認を開始します。',
  },
  restart: 'Import Watch を再起動',
  keyringMissing: '現在、キーリングを使用できないため、認証キーをディスクに安全に保存できません。',
  keepWeakly: '弱い暗号化で保存',
  foundTitle: 'このコンピューターで見つかった認証キー',
  found: {
    environment: (ending) => `環境変数（末尾 ${ending}）`,
    'ncloud-configure': (ending) => `~/.ncloud/configure（末尾 ${ending}）`,
  },
  useFound: 'この認証キーを使用',
  foundElsewhere: (address) => `${address} 専用です。別のアドレスには、両方の認証キーを入力してください。`,
  policyTitle: '照会権限のみの認証キーで使用できます',
  policyAdvice: (policy) =>
    `コンソールの Sub Account で API Gateway にアクセスできるサブアカウントを作成し、${policy} ポリシーを付与してから Access Key を作成してください。`,
  subAccountGuide: 'サブアカウントの作成方法',
  policyGuide: 'ポリシーについて',
  steps: {
    address: 'アドレス',
    connection: '接続',
    clock: '時計',
    signature: '署名',
    permission: '権限',
    workspaces: 'ワークスペース',
  },
  states: {
    'not-reached': '未確認',
    running: '確認中…',
    passed: '正常',
    corrected: '補正済み',
    failed: '失敗',
  },
  milliseconds: (count) => `${count} ms`,
  clockOff: (duration) => `${duration}のずれ`,
  workspaceCount: (count) => `${count} 件`,
  clockCorrected:
    'サービスは、時刻が 5 分以上ずれたリクエストを拒否します。Import Watch が自動的に補正しますが、このコンピューターの時計も合わせてください。',
  sourceAdvice:
    'サブアカウントの API アクセスソースを制限している場合は、このコンピューターの IP アドレスを許可してください。',
  failedWithoutReason: {
    address:
      'アドレスは https:// で始まる必要があります。http:// はこのコンピューターのアドレスにのみ使用できます。',
    connection: 'アドレスから応答がありません。アドレスとネットワークを確認してください。',
    clock: 'システム設定で日付、時刻、タイムゾーンを自動設定にしてから、もう一度テストしてください。',
    signature:
      'Access Key と Secret Key を正しくコピーしたか、コンソールで認証キーが使用中かを確認してください。',
    permission:
      'サブアカウントに NCP_VPC_MEDIA_INTELLIGENCE_VIEWER ポリシーを付与してから、もう一度テストしてください。',
    workspaces: 'ワークスペースがありません。コンソールで作成してから、もう一度テストしてください。',
  },
};

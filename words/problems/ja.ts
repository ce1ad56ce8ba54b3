import type { problems as englishProblems, problemDetails as englishProblemDetails } from './en.ts';

export const problems: typeof englishProblems = {
  offline: {
    title: 'Media Intelligence に接続できません',
    short: '接続できません',
    advice: 'ネットワーク接続を確認してください。接続が回復すると自動的に確認を再開します。',
  },
  intercepted: {
    title: '別のサーバーが応答しました',
    short: '別のサーバーが応答',
    advice:
      'ネットワークのログイン画面、プロキシ、セキュリティソフトが間に入っている可能性があります。ネットワークにログインするか、API アドレスを許可してください。',
  },
  clock: {
    title: 'このコンピューターの時計がずれているか、証明書の有効期限が切れています',
    short: '時計を確認',
    advice: 'システム設定で日付、時刻、タイムゾーンを自動設定にしてから、もう一度確認してください。',
  },
  credentials: {
    title: 'サービスが認証キーを拒否しました',
    short: '認証キーの拒否',
    advice:
      'コンソールで認証キーが使用中か、Access Key と Secret Key を正しくコピーしたかを確認してください。Secret Key を確認できない場合は、認証キーを新しく作成してください。',
  },
  permission: {
    title: '認証キーに権限がありません',
    short: '認証キーの権限不足',
    advice:
      'サブアカウントに NCP_VPC_MEDIA_INTELLIGENCE_VIEWER ポリシーを付与し、API Gateway へのアクセスが許可されているか、Media Intelligence の利用を申し込み済みかを確認してください。',
  },
  unconfirmed: {
    title: 'サービスがリクエストを受け付けませんでした',
    short: 'リクエストの拒否',
    advice: '操作は必要ありません。自動的に再試行します。',
  },
  'rate-limit': {
    title: 'サービスのリクエスト上限を超えました',
    short: 'リクエスト上限超過',
    advice: '操作は必要ありません。間隔を空けて確認を続けます。',
  },
  service: {
    title: 'Media Intelligence で障害が発生しています',
    short: 'サービス障害',
    advice: '操作は必要ありません。復旧するまで間隔を空けて自動的に再試行します。',
  },
  unreadable: {
    title: '予期しない応答を受け取りました',
    short: '予期しない応答',
    advice:
      '自動的に再試行します。問題が続く場合は、Import Watch の新しいバージョンがないか確認してください。',
  },
  'not-found': {
    title: 'アセットが見つかりません',
    short: 'アセットが見つからない',
    advice:
      '削除または移動された可能性があります。ワークスペース、プロジェクト、アセット ID を確認してください。',
  },
  refused: {
    title: 'サービスがリクエストを拒否しました',
    short: 'リクエストの拒否',
    advice: 'ワークスペース、プロジェクト、アセット ID を確認してください。',
  },
  'account-gone': {
    title: 'このアセットのアカウント連携は解除されています',
    short: 'アカウント連携の解除',
    advice: '確認を停止しました。同じ Access Key でアカウントを再度連携するか、監視を停止してください。',
  },
};

export const problemDetails: typeof englishProblemDetails = {
  proxyRefused: {
    title: 'ネットワークのプロキシが接続を拒否しました',
    advice:
      'プロキシが接続を拒否しているか、Import Watch では入力できないユーザー名とパスワードを求めています。ネットワークの管理者に、API アドレスを認証なしで許可するよう依頼してください。',
  },
  clockBehind: (duration) => `このコンピューターの時計が${duration}遅れています`,
  clockAhead: (duration) => `このコンピューターの時計が${duration}進んでいます`,
  field: (path, expected) => `フィールド: ${path}（${expected}）`,
  wholeAnswer: '応答全体',
  answerFaults: {
    missing: '値がありません',
    'not-text': 'テキストが必要です',
    'not-a-number': '数値が必要です',
    'not-a-list': 'リストが必要です',
    'not-an-object': 'オブジェクトが必要です',
    'not-json': 'JSON が必要です',
    'not-as-expected': '想定と異なる値です',
  },
  anotherValue: (value) => `想定される値: ${value}`,
  tooLarge: (size) => `${size} を超えています`,
  serviceSaid: (message) => `サービスからのメッセージ: ${message}`,
  httpStatus: (status) => `HTTP ${status}`,
  code: (code) => `コード ${code}`,
  traceId: (traceId) => `お問い合わせ用のトレース ID: ${traceId}`,
  retryAfter: (duration) => `サービスから、${duration}以上待つよう応答がありました。`,
};

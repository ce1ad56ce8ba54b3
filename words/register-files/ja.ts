import type { registerFiles as english } from './en.ts';

export const registerFiles: typeof english = {
  way: '登録',
  explained: 'Object Storage のファイルをプロジェクトに登録し、登録が終わるまで監視します。',
  offTitle: (account) => `${account}: ファイルを登録できないアカウントです`,
  offAdvice: (policy, account, allow) =>
    `認証キーに ${policy} ポリシーが必要です。「${account}」画面で「${allow}」をオンにしてください。ほかの機能は照会権限だけの認証キーで使用できます。`,
  toAccount: 'アカウント画面を開く',
  bucket: 'バケット',
  bucketInvalid: '半角の英小文字、数字、ハイフン、ピリオドで 3～63 文字を入力してください。',
  bucketUnknown: 'このワークスペースのバケットをサービスから取得できません。入力してください。',
  keys: 'オブジェクトキー（1 行に 1 つ）',
  keysHint: (examples) => `${examples}、または Object Storage の URL`,
  foundNone: '認識したファイルはまだありません。',
  foundTitle: (count) => `認識したファイル: ${count.text} 個`,
  named: 'プロジェクトにすでにある名前',
  namedCount: (count) =>
    `${count.text} 個はプロジェクトにすでにある名前です。登録すると、同じ名前のアセットがもう 1 つ作成されます。`,
  unknownCount: (count) => `${count.text} 個は拡張子がないため、サービスが対応している形式かどうか不明です。`,
  comparing: 'プロジェクトにある名前と比較しています…',
  notCompared: 'プロジェクトにすでにある名前とは比較できていません。',
  namesCut: (count) => `プロジェクトの最初の ${count} 個の名前だけを比較しました。`,
  repeated: (count) => `${count.text} 個は重複しているため、1 回だけ登録します`,
  left: (count, most) =>
    `1 回に登録できるのは ${most} 個までのため、${count.text} 行は読み込んでいません。先にこれらのファイルを登録してください。`,
  faultyTitle: (count) => `登録できない行: ${count.text} 行`,
  confirmTitle: (count, project) => `${project} に ${count.text} 個のファイルを登録しますか？`,
  confirmAdvice: (buckets) =>
    `バケット: ${buckets}。ファイルごとに新しいアセットが作成されます。ここでは元に戻せません。アセットはコンソールで削除できます。`,
  registerNone: 'ファイルを登録',
  resultsTitle: '最近の登録',
  progress: (done, all) => `${all} 個中 ${done} 個`,
  states: {
    waiting: '待機中',
    sent: '応答を待っています',
    'in-doubt': '確認が必要: ウィンドウ上部の質問に回答してください',
    registered: (id) => `アセット ${id} として登録済み`,
  },
  objectFaults: {
    folder: 'フォルダーは登録できません。',
    extension: 'Media Intelligence が対応していない拡張子です。',
    unprintable: 'タブなどの制御文字が含まれています。オブジェクトキーだけにしてください。',
    'too-long': 'オブジェクトキーが 1,024 バイトを超えています。',
    'bucket-name': '正しいバケット名ではありません。',
    'no-key': 'Object Storage のオブジェクトを示していません。',
    ambiguous: '複数の意味に解釈できます。s3://bucket/key の形で入力してください。',
    'not-text':
      'テキストファイルではありません。オブジェクトキーを 1 行に 1 つずつ書いたテキストファイルとして保存してください。',
    'same-key':
      '上の行に、バケットまたはユニコード表記だけが異なる同じオブジェクトキーがあります。そのファイルの後で登録してください。',
    'no-bucket': 'バケットがありません。上に入力してください。',
    underway: 'すでに登録しているか、ウィンドウ上部で回答を待っているファイルです。',
  },
  unknownKind: '拡張子がありません。サービスが対応している形式かどうかは不明です。',
};

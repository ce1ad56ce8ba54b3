import type { registering as english } from './en.ts';

export const registering: typeof english = {
  refused: {
    invalidRequest: {
      title: 'バケットまたはオブジェクトキーが拒否されました',
      advice:
        'バケットがこのアカウントにあること、オブジェクトキーがフォルダーや大文字と小文字を含めて Object Storage の表示どおりであることを確認してください。',
    },
    nothingSelected: {
      title: '登録するファイルが見つかりません',
      advice: 'オブジェクトの名前を、フォルダーも含めてすべて入力してください。',
    },
    folder: {
      title: 'フォルダーは登録できません',
      advice: 'フォルダー内のファイルを、オブジェクトキー 1 つずつ登録してください。',
    },
    tooMany: {
      title: 'すでに 10 個のファイルを登録しています',
      advice: '操作は必要ありません。ほかのファイルの登録リクエストが終わると、このファイルを送信します。',
    },
    permission: {
      title: 'この認証キーではファイルを登録できません',
      advice:
        'サブアカウントに NCP_VPC_MEDIA_INTELLIGENCE_MANAGER ポリシーを付与し、Media Intelligence の利用を申し込み済みか確認してください。ほかの機能は照会権限だけの認証キーで使用できます。',
    },
    projectNotFound: {
      title: 'プロジェクトまたはバケットが見つかりません',
      advice: '削除された可能性があります。ワークスペース、プロジェクト、バケットを確認してください。',
    },
    accountGone: {
      title: 'アカウント連携が解除されました',
      advice:
        '同じ Access Key でアカウントを再度連携し、ファイルの登録を許可してから、もう一度お試しください。',
    },
    otherwise: {
      title: 'サービスがリクエストを拒否しました',
      advice: 'ワークスペース、プロジェクト、バケット、オブジェクトキーを確認してください。',
    },
  },
  may: 'ファイルの登録を許可',
  mayHint: (policy) =>
    `必要な場合にのみオンにしてください。${policy} ポリシーが必要です。ほかの機能は照会権限だけの認証キーで使用できます。`,
  notTested: (policy) =>
    `ファイルの登録は確認していません。実際に登録するまで、権限があるかどうかは分かりません。サブアカウントに ${policy} ポリシーが付与されているか、コンソールで確認してください。`,
  again: '再登録',
  planning: 'ファイルの場所を確認しています…',
  againTitle: 'もう一度登録しますか？',
  againAdvice: 'ファイルごとに新しいアセットが作成され、リストで失敗したアセットと入れ替わります。',
  first: '先に確認してください:',
  unchanged: (when) => `登録後、オブジェクトは変更されていません（最終更新: ${when}）。`,
  gone: '現在、バケットにこのオブジェクトはありません。',
  there: '現在、バケットにオブジェクトがあります。',
  leftOut: '対象外: どのオブジェクトから登録されたか、サービスから取得できません。',
  sameObject: '対象外: 上のファイルと同じオブジェクトから登録されています。',
  most: (count) => `最初の ${count} 件だけを表示しています。残りは後で登録してください。`,
  register: (count) => `${count.text} 個のファイルを登録`,
  progress: (done, all) => `ファイルを登録しています: ${all.text} 個中 ${done} 個…`,
  stop: '中止',
  cancel: 'キャンセル',
  inDoubtTitle: (name) => `登録されたか確認してください: ${name}`,
  inDoubtAdvice:
    '応答がなく、プロジェクトのリストでもファイルを見つけられませんでした。コンソールで確認してください。すでにあるファイルを登録すると、アセットがもう 1 つ作成されます。',
  look: 'もう一度探す',
  sendAnyway: 'ない: 登録する',
  leaveIt: 'ある: 完了',
  moreInDoubt: (count) => `確認が必要なファイルがほかに ${count.text} 個あります`,
  refusedTitle: (name, reason) => `登録できませんでした: ${name} · ${reason}`,
  refusedMany: (count, reason) => `${count} 個のファイルを登録できませんでした: ${reason}`,
  refusedSome: (count) => `${count.text} 個のファイルを登録できませんでした`,
  tryAgain: '再試行',
  dismiss: '閉じる',
};

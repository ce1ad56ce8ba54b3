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
        'Sub Account に NCP_VPC_MEDIA_INTELLIGENCE_MANAGER ポリシーを付与し、Media Intelligence を利用申請済みか確認してください。ほかの機能は照会権限だけの認証キーで使用できます。',
    },
    projectNotFound: {
      title: 'プロジェクトが見つかりません',
      advice: '削除された可能性があります。ワークスペースとプロジェクト ID を確認してください。',
    },
  },
};

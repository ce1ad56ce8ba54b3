import type { dialogs as english } from './en.ts';

export const dialogs: typeof english = {
  newHost: {
    question: (host) => `このアカウントの Access Key を ${host} に送信しますか?`,
    detail:
      'Import Watch がこれまでに何も送信したことのないホストです。ご自身で入力した、信頼できるアドレスの場合にのみ続けてください。',
    yes: '送信',
  },
  weakly: {
    question: (name) => `「${name}」の Secret Key を弱い暗号化で保存しますか?`,
    detail: 'ファイルを読み取れる人は、認証キーも読み取れます。',
    yes: '保存',
  },
  cancel: 'キャンセル',
};

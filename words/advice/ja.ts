import type { advice as english } from './en.ts';

export const advice: typeof english = {
  completed: {
    happened: 'インポートが完了し、アセットを利用できます。',
    next: 'ワークスペースで分析を開始できます。',
  },
  failed: {
    happened: 'サービス側でインポートを完了できませんでした。',
    next: 'ファイルを再登録してください。新しい ID のアセットになります。',
  },
  'file-not-there': {
    happened: 'コピーの前にファイルがなくなりました。',
    next: 'Object Storage でオブジェクトキーとバケットを確認してから、ファイルを再登録してください。',
  },
  'not-valid': {
    happened: 'サービスの対応範囲外のファイルです。',
    next: '解像度 360p～1080p、長さ 6 時間以内、mp4・mkv・mov・webm・png・jpg・heic のいずれかに変換してから、再登録してください。',
  },
  gone: {
    happened: 'アセットが削除されたか、別のプロジェクトに移動されました。',
    next: 'ワークスペースでアセットを探してください。移動された場合は、移動先のプロジェクトから追加し直してください。',
  },
  unknown: {
    happened: 'このバージョンでは解釈できないステータスがサービスから返されました。',
    next: 'ワークスペースでアセットを確認してください。状態の確認は続けます。',
  },
};

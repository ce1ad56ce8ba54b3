import type { advice as english } from './en.ts';

export const advice: typeof english = {
  completed: {
    happened: '登録が完了し、アセットを利用できます。',
    next: 'ワークスペースで分析を開始できます。',
  },
  failed: {
    happened: 'Media Intelligence でファイルを登録できませんでした。',
    next: 'ファイルを登録し直してください。新しい ID のアセットになります。',
  },
  'file-not-there': {
    happened: 'Object Storage にファイルが見つかりません。',
    next: 'Object Storage のバケットとファイル名（オブジェクトキー）を確認してから、登録し直してください。',
  },
  'not-valid': {
    happened: 'Media Intelligence が対応していないファイルです。',
    said: (said) => `対応していないファイルです: ${said}`,
    next: '360p～1080p に変換して登録し直してください。動画: mp4・mkv・mov・webm、6 時間・10 GB 以内。画像: png・jpg・heic、10 MB 以内。',
  },
  gone: {
    happened: 'アセットが削除されたか、別のプロジェクトに移動されました。',
    next: 'ワークスペースでアセットを探してください。移動した場合は、移動先のプロジェクトから追加し直してください。',
  },
  unknown: {
    happened: 'このバージョンが対応していないステータスを受け取りました。',
    next: 'ワークスペースでアセットを確認してください。登録状態の確認は続けます。',
  },
};

import type { advice as englishAdvice, outcomes as english } from './en.ts';

export const outcomes: typeof english = {
  waiting: '確認待ち',
  importing: '登録中',
  completed: '登録完了',
  failed: '登録失敗',
  'file-not-there': 'ファイルなし',
  'not-valid': '無効なファイル',
  gone: 'アセットが見つからない',
  unknown: '不明なステータス',
};

export const advice: typeof englishAdvice = {
  completed: {
    happened: '登録が完了し、アセットを利用できます。',
    saidInstead: (said) => said,
    next: 'ワークスペースで分析を開始できます。',
  },
  failed: {
    happened: 'Media Intelligence でファイルを登録できませんでした。',
    saidInstead: (said) => said,
    next: 'ファイルを登録し直してください。新しい ID のアセットになります。',
  },
  'file-not-there': {
    happened: 'Object Storage にファイルが見つかりません。',
    saidInstead: (said) => said,
    next: 'Object Storage のバケットとファイル名（オブジェクトキー）を確認してから、登録し直してください。',
  },
  'not-valid': {
    happened: 'Media Intelligence が対応していないファイルです。',
    saidInstead: (said) => `対応していないファイルです: ${said}`,
    next: '360p～1080p に変換して登録し直してください。動画: mp4・mkv・mov・webm、6 時間・10 GB 以内。画像: png・jpg・heic、10 MB 以内。',
  },
  gone: {
    happened:
      'アセットが削除または別のプロジェクトに移動されたか、ワークスペース、プロジェクト、アセット ID のいずれかに誤りがあります。',
    saidInstead: (said) => said,
    next: 'これらを確認し、ワークスペースでアセットを探してください。別のプロジェクトにある場合は、そのプロジェクトから追加し直してください。',
  },
  unknown: {
    happened: 'このバージョンが対応しているステータスを受け取れませんでした。',
    saidInstead: (said) => said,
    next: 'ワークスペースでアセットを確認してください。登録状態の確認は続けます。',
  },
};

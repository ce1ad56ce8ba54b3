import type { commandLine as english } from './en.ts';

export const commandLine: typeof english = {
  help: {
    about: 'メディアのインポートが終わると、ターミナルやスクリプトに知らせます。',
    usage: '使い方',
    commands: 'コマンド',
    watch: (keys) => `インポートの状態が変わるたびに 1 行を出力します。終わるには ${keys}`,
    status: (option) =>
      `各インポートを 1 回確認し、状態を出力して終わります。${option} を付けると、問題があったものをその時間まで再確認します`,
    options: 'オプション',
    wait: (command) => `${command} のみ: すべてのインポートが終わると終了します`,
    timeout: (units) => `遅くともこの時間で終了します: 整数と単位 ${units}`,
    project: (command) =>
      `${command}: このプロジェクトで進行中、または新しく始まるインポートを確認（複数指定可）`,
    json: (fields) => `1 行に 1 つの JSON オブジェクト: ${fields}`,
    apiUrl: (address) => `API のアドレス: https、またはこのコンピューターの http (既定値 ${address})`,
    thisHelp: 'このヘルプを出力して終わります',
    version: 'バージョンを出力して終わります',
    keys: 'キーは、次のうち値がある最初の場所から読み込みます',
    exitCodes: '終了コード',
    example: '例',
  },
  exitCodes: {
    completed: (command) => `すべてのインポートが完了。${command} では失敗なし`,
    failed: 'すべて確認できたが、失敗したインポートがある',
    wrongUsage: '使い方の誤り。何も問い合わせていない',
    cannotTell:
      '不明: キーがない、キーが拒否された、権限がない、アセットが見つからない、または時間内に終わりを確認できなかった',
  },
  wrong: {
    noCommand: (commands) => `最初の語は次のいずれかにしてください: ${commands}`,
    waitNeedsWatch: (option, command) => `${option} は ${command} でのみ使えます`,
    noAsset: (example) => `workspace/project/asset の形で 1 つ以上指定してください。例: ${example}`,
    notAnAsset: (text, example) => `${text} は workspace/project/asset の形ではありません。例: ${example}`,
    notAProject: (text, example) => `${text} は workspace/project の形ではありません。例: ${example}`,
    partOf: (text, part) => `${text} の${part}`,
    notADuration: (option, examples) => `${option} には時間を指定してください。例: ${examples}`,
    unknownOption: (option) => `${option} というオプションはありません`,
    valueMissing: (option) => `${option} には値が必要です`,
    valueUnexpected: (option) => `${option} に値は指定できません`,
    seeHelp: (command) => `すべてのコマンドとオプション: ${command}`,
  },
  noKeys: {
    title: 'このコンピューターにキーが見つかりません',
    advice: (first, second, file) =>
      `環境変数 ${first} と ${second} を設定するか、${file} に書いてください。`,
  },
  answersAgain: '再び応答があります',
  askedAbout: (asset) => `問い合わせた対象: ${asset}`,
  project: {
    notFound: {
      title: 'プロジェクトが見つかりません',
      advice: '削除された可能性があります。ワークスペースとプロジェクト ID を確認してください。',
    },
    refusedAdvice: 'ワークスペースとプロジェクト ID を確認してください。',
  },
  atOnce: {
    offline: (option) =>
      `ネットワーク接続を確認してコマンドを再実行するか、${option} でより長く試してください。`,
    later: (option) => `しばらくしてからコマンドを再実行するか、${option} でより長く試してください。`,
    unreadable:
      'コマンドを再実行してください。続く場合は Import Watch の新しいバージョンがないか確認してください。',
  },
  timeIsUp: '時間になりました。',
  notThere: (list) => `何度問い合わせても見つからないため、確認をやめたもの: ${list}`,
  notEnded: (list) => `終了を確認できていないもの: ${list}`,
  unheard: (list) => `状態を確認できなかったもの: ${list}`,
  cannotWrite: (reason) => `出力できません: ${reason}`,
};

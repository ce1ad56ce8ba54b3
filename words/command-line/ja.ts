import type { commandLine as english } from './en.ts';

export const commandLine: typeof english = {
  help: {
    about: 'メディアアセットの登録が終わると、ターミナルやスクリプトに知らせます。',
    usage: '使い方',
    commands: 'コマンド',
    watch: (keys) => `登録状態が変わるたびに 1 行を出力します（終了: ${keys}）`,
    status: (option) =>
      `登録状態を 1 回確認して出力します。${option} を付けると、エラーがあったものをその時間まで再確認します`,
    register: (option) =>
      `Object Storage のファイルを登録し、ファイルごとに結果を出力します。${option} を付けると、登録が終わるまで監視します`,
    options: 'オプション',
    wait: (command, other) => `${command} または ${other} のみ: すべての登録が終わると終了します`,
    timeout: (units) => `最長の実行時間: 整数と単位（${units}）`,
    project: (command) =>
      `${command} のみ: プロジェクトで登録中、または新しく登録されるアセットも監視します（複数指定可）`,
    from: (command, other, sign) =>
      `${command} のみ: ファイルに書かれたアセットを監視します（追加画面と同じ形式）。${other} では 1 行に 1 つのオブジェクトキーを読み取ります。${sign} は標準入力です`,
    in: (option) => `${option} と併用: ID だけのアセットに適用するワークスペースとプロジェクト`,
    bucket: (command) =>
      `${command} のみ: オブジェクトキーのあるバケット（省略時はワークスペースに連携されたバケット）`,
    dryRun: (option, command) =>
      `${option} または ${command} と併用: 認識した内容を出力するだけで、リクエストを送信せず、認証キーも不要です。認識した内容がないか、ファイルでない行があれば、終了コードは 2 です`,
    json: (fields, command, ofFile) =>
      `1 行に 1 つの JSON オブジェクト: ${fields}。${command} のファイルごと: ${ofFile}`,
    apiUrl: (address) => `API のアドレス: https、またはこのコンピューターの http（既定値 ${address}）`,
    thisHelp: 'このヘルプを表示します',
    version: 'バージョンを表示します',
    keys: '認証キーは、次のうち値がある最初の場所から読み込みます',
    network: 'ネットワーク',
    proxy: 'リクエストに使うプロキシと、プロキシなしで接続するホスト',
    certificates:
      'このコンピューターの証明書のほかに信頼する証明書のファイル（Node.js 22.19 より前と、24 のうち 24.5 より前ではこの方法のみ）',
    exitCodes: '終了コード',
    example: '例',
  },
  exitCodes: {
    completed: (command) => `すべての登録が完了（${command}: 失敗なし）`,
    failed: 'すべて確認でき、失敗した登録か拒否されたファイルがある',
    wrongUsage: '使い方の誤り、またはリストに認識できるものがない（ファイルは登録していない）',
    cannotTell:
      '不明: 認証キーなし、認証キーの拒否、権限なし、アセットが見つからない、時間切れ、リストに監視できないアセットがある',
  },
  wrong: {
    noCommand: (commands) => `次のコマンドのいずれかで始めてください: ${commands}`,
    onlyWith: (option, command) => `${option} は ${command} でのみ使えます`,
    noAsset: (example) => `workspace/project/asset の形で 1 つ以上指定してください。例: ${example}`,
    noProject: (example) => `workspace/project の形でプロジェクトを指定してください。例: ${example}`,
    noKey: (option, example) =>
      `${example} のようなオブジェクトキーを 1 つ以上入力するか、${option} でファイルを指定してください`,
    notAnAsset: (text, example) => `${text} は workspace/project/asset の形ではありません。例: ${example}`,
    notAProject: (text, example) => `${text} は workspace/project の形ではありません。例: ${example}`,
    notADuration: (option, examples) => `${option} には時間を指定してください。例: ${examples}`,
    needsFrom: (option, from) => `${option} は ${from} と一緒に指定してください`,
    unknownOption: (option) => `不明なオプションです: ${option}`,
    valueMissing: (option) => `${option} には値が必要です`,
    givenTwice: (option) => `${option} は 1 回だけ指定できます`,
    valueUnexpected: (option) => `${option} に値は指定できません`,
    notAProxy: (name, example) =>
      `${name} には ${example} のような http または https のアドレスを指定してください`,
    seeHelp: (command) => `すべてのコマンドとオプション: ${command}`,
  },
  openToOthers: (file, command) =>
    `${file} は、このコンピューターのほかのユーザーも読み取れます。自分だけが読めるようにするには: ${command}`,
  noKeys: {
    title: 'このコンピューターに認証キーが見つかりません',
    advice: (first, second, file) =>
      `環境変数 ${first} と ${second} を設定するか、${file} に書いてください。`,
  },
  answersAgain: '応答が再開しました',
  askedAbout: (asset) => `確認の対象: ${asset}`,
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
  inTheWay: (proxy, certificates) =>
    `ネットワークのログイン画面、プロキシ、セキュリティソフトが間に入っている可能性があります。プロキシが必要な場合は ${proxy} にアドレス（必要ならユーザー名とパスワードも）を、独自の証明書を使うネットワークの場合は ${certificates} に証明書のファイルを指定してください。`,
  ofNobody: 'サービスのコードがない応答です。途中のサーバーが返した可能性があるため、確認を続けます。',
  list: {
    cannotRead: (file, reason) => `${file} を読み取れません: ${reason}`,
    nothing: (file) => `${file} に認識できるアセットがありません`,
    notUnderstood: (place, text, reason) => `${place}: 認識できなかった内容: ${text} · ${reason}`,
    placeMissing: (option) => `ワークスペースまたはプロジェクトがありません。${option} で指定してください。`,
    placeUnclear: 'どのワークスペースとプロジェクトのものか、リストからは判断できません。',
    projectNamed: 'プロジェクトが名前で書かれています。代わりにプロジェクト ID を書いてください。',
  },
  register: {
    would: '登録予定',
    done: '登録をリクエスト済み',
    refused: '登録されていません',
    unknown: '登録されたか不明',
    repeated: (count) => `重複のため 1 回だけ登録するもの: ${count}`,
    nothing: (file) => `${file} にオブジェクトキーがありません`,
    nothingSent: 'リクエストは送信していません。上の行を修正して、コマンドを再実行してください。',
    noBucket: (workspace, option) =>
      `ワークスペース ${workspace} に連携されたバケットがないか、この認証キーでは照会できません。${option} でバケットを指定してください。`,
    inDoubt:
      '応答がなく、プロジェクトのリストでもファイルを見つけられませんでした。もう一度登録するとアセットが重複する可能性があるため、先にコンソールで確認してください。',
    noReply:
      '応答を受け取る前に実行が終わりました。もう一度登録するとアセットが重複する可能性があるため、先にコンソールで確認してください。',
    notSent: '送信する前に実行が終わりました。',
  },
  timeIsUp: '制限時間になりました。',
  notThere: (list) => `何度確認しても見つからないもの: ${list}`,
  notEnded: (list) => `終了を確認できていないもの: ${list}`,
  unheard: (list) => `状態を確認できなかったもの: ${list}`,
  cannotWrite: (reason) => `出力できません: ${reason}`,
};

import type { shell as model } from './en.ts';

export const shell: typeof model = {
  appName: 'Import Watch',
  views: { watchlist: '監視リスト', inbox: '通知履歴', account: 'アカウント', settings: '設定', add: '追加' },
  shortcuts: {
    title: 'キーボードショートカット',
    close: 'ウィンドウを閉じる',
    move: 'リスト内を移動',
    select: '選択または選択解除',
    selectAll: 'すべて選択',
    zoom: '拡大、縮小、元のサイズ',
    done: '完了',
  },
  navigation: '画面',
  skip: '本文へ移動',
  unread: (count) => `未読の通知 ${count} 件`,
  add: '追加',
  checkNow: '今すぐ確認',
  checking: '登録状態を確認しています',
  pause: '一時停止',
  paused: 'Import Watch を一時停止しました',
  resumed: '確認を再開しました',
  resume: '再開',
  dismiss: '閉じる',
  listFilling: (watched, most) => `リストの空きが少なくなっています: ${most} 件中 ${watched} 件`,
  makeRoom:
    '終了したアセットの監視を停止するか、失敗した登録を対応済みにするか、終了したアセットをリストから外す時期を設定で選択してください。',
  listFull: (most) => `リストがいっぱいです: ${most} 件`,
  listFullAdvice: 'これ以上追加できません。監視中のプロジェクトの新しい登録は、空きができるまで待機します。',
  demo: 'サンプルデータを表示するデモです',
  leaveDemo: 'デモを終了',
  couldNot: '操作を完了できませんでした',
  couldNotStart: '監視リストを読み込めませんでした。ウィンドウを閉じて、もう一度開いてください。',
  checked: (age) => `最終確認: ${age}`,
  next: (duration) => `次は ${duration}後`,
  slowed: '件数が多く間隔長め',
  scarce: {
    battery: 'バッテリー低下・間隔2倍',
    line: '従量制のため間隔2倍',
  },
  idle: '登録中のアセットはありません',
  offlineSince: (time) => `${time} からオフライン`,
  pausedUntil: (time) => `${time} まで一時停止中`,
  quietUntil: (time) => `${time} まで通知を控えています`,
  systemQuiet: 'システムのおやすみモードがオンです',
  needsYou: (reason) => `対応が必要: ${reason}`,
  noAccount: 'アカウントを連携してください',
  keyMissing: '保存した認証キーを読み取れません',
  keyMissingAdvice:
    'このアカウントの登録状態を確認できません。原因と対処方法は「アカウント」画面に表示されます。',
  ofAccount: (account, title) => `${account}: ${title}`,
  lastAnswer: (age) => `最後の応答: ${age}`,
  nextTry: (duration) => `${duration}後に再試行`,
  tryingNow: '再試行中',
  fixes: {
    'open-account': 'アカウントを開く',
    'permission-guide': '権限の付与方法',
    'check-again': 'もう一度確認',
  },
  neverAnswered: '最初の応答を待っています',
  since: (title, time) => `${title}（${time} から）`,
  warnings: {
    storeUnreadable: (file) => `${file} を読み取れませんでした`,
    storeUnreadableAdvice: (copy) =>
      `新しいファイルで開始しました。以前のファイルは ${copy} として残しています。`,
    storeInPlaceAdvice:
      'ファイルは元の場所にあり、上書きしません。読み取る権限があること、ほかのプログラムが使用していないことを確認し、Import Watch を再起動してください。',
    entriesSkipped: ({ text }) => `監視リストの項目 ${text} 件をスキップしました`,
    entriesSkippedAdvice:
      'このバージョンでは読み取れない項目です。項目はそのまま残っています。新しいバージョンで保存した項目の場合は、Import Watch をアップデートしてください。',
    cannotSave: '変更を保存できません',
    cannotSaveAdvice: {
      'disk-full': 'ディスクがいっぱいです。空き容量を増やすと、自動的に保存し直します。',
      'quota-used-up': 'ディスクの割り当てを使い切りました。ファイルを削除すると、自動的に保存し直します。',
      'read-only': 'ディスクが読み取り専用です。書き込めるようになると、自動的に保存し直します。',
      'no-permission':
        'Import Watch のフォルダーに書き込む権限がありません。権限を付与すると、自動的に保存し直します。',
      'folder-gone': 'Import Watch のフォルダーが見つかりません。新しく作成し、自動的に保存し直します。',
      'in-the-way':
        'Import Watch がファイルを保存する場所に、別のファイルまたはフォルダーがあります。移動すると、自動的に保存し直します。',
      'in-use':
        '監視リストのファイルを別のプログラムが使用しています。そのプログラムでファイルを閉じると、自動的に保存し直します。',
      'not-read':
        '起動時にファイルを読み取れなかったため、上書きしません。読み取れるようになったら、Import Watch を再起動してください。',
      'too-many-files': '開いているファイルが多すぎます。ほかのアプリを閉じると、自動的に保存し直します。',
      'disk-fault': 'ディスクで障害が発生しました。データをバックアップし、ディスクを点検してください。',
      unknown:
        'ディスクに保存できませんでした。ディスクの接続と空き容量を確認してください。解決すると、自動的に保存し直します。',
    },
    noTray: 'このデスクトップ環境ではトレイアイコンが表示されません',
    noTrayAdvice: 'ウィンドウを閉じた後に再び開くには、Import Watch をもう一度起動してください。',
    noSandbox: 'Import Watch はサンドボックスなしで動作しています',
    noSandboxAdvice:
      'このシステムでは AppImage がサンドボックスを使えないため、ウィンドウの保護が弱くなります。サンドボックスを使うには .deb パッケージをインストールしてください。',
    noShortcut: 'ウィンドウを開くショートカットを使用できません',
    noShortcutAdvice:
      '別のプログラムがこの組み合わせを使用しているか、デスクトップ環境がショートカットを許可していません。設定で別の組み合わせを選択してください。',
    notAtLogin: '次のログイン時に Import Watch は起動しません',
    notAtLoginAdvice:
      '設定では「ログイン時に起動」がオンですが、システムでオフになっています。設定で一度オフにしてからオンにするか、システムのスタートアップアプリのリストでオンにしてください。',
    noNotifier: '通知を表示できません',
    noNotifierAdvice: (reason) => `すべての通知は引き続き通知履歴で確認できます。${reason}`,
    wentWrong: '問題が発生しました',
    wentWrongAdvice: (reason) =>
      `確認が止まっている場合は、Import Watch を終了して再起動してください。${reason}`,
  },
};

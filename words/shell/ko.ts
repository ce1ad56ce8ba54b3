import type { shell as model } from './en.ts';

export const shell: typeof model = {
  appName: 'Import Watch',
  views: { watchlist: '감시 목록', inbox: '알림함', account: '계정', settings: '설정', add: '추가' },
  shortcuts: {
    title: '키보드 단축키',
    close: '창 닫기',
    move: '목록에서 이동',
    select: '선택 또는 선택 해제',
    selectAll: '모두 선택',
    zoom: '확대, 축소, 원래 크기',
    done: '확인',
  },
  navigation: '화면',
  skip: '본문으로 건너뛰기',
  unread: (count) => `읽지 않은 알림 ${count}개`,
  add: '추가',
  checkNow: '지금 확인',
  checking: '등록 상태를 확인하는 중입니다',
  pause: '일시 중지',
  paused: 'Import Watch를 일시 중지했습니다',
  resumed: '확인을 재개했습니다',
  resume: '재개',
  dismiss: '닫기',
  listFilling: (watched, most) => `목록이 거의 찼습니다: ${most}개 중 ${watched}개`,
  makeRoom:
    '끝난 에셋의 감시를 중지하거나, 실패한 등록을 처리함으로 표시하거나, 설정에서 끝난 에셋을 목록에서 제거할 시기를 선택해 주세요.',
  listFull: (most) => `목록이 가득 찼습니다: ${most}개`,
  listFullAdvice: '더 추가할 수 없으며, 감시 중인 프로젝트의 새 등록은 자리가 생길 때까지 기다립니다.',
  demo: '예시 데이터를 보여 주는 데모입니다',
  leaveDemo: '데모 종료',
  couldNot: '작업을 완료하지 못했습니다',
  couldNotStart: '감시 목록을 불러올 수 없습니다. 창을 닫았다가 다시 열어 주세요.',
  checked: (age) => `${age} 확인`,
  next: (duration) => `${duration} 후 다음 확인`,
  slowed: '에셋이 많아 간격 늘림',
  scarce: {
    battery: '배터리 부족, 간격 2배',
    line: '데이터 통신 연결, 간격 2배',
  },
  idle: '등록 중인 에셋 없음',
  offlineSince: (time) => `${time}부터 오프라인`,
  pausedUntil: (time) => `${time}까지 일시 중지됨`,
  quietUntil: (time) => `${time}까지 방해 금지`,
  systemQuiet: '시스템의 방해 금지 모드가 켜져 있음',
  needsYou: (reason) => `조치 필요: ${reason}`,
  noAccount: '시작하려면 계정을 연결해 주세요',
  keyMissing: '저장된 인증키를 읽을 수 없습니다',
  keyMissingAdvice:
    '이 계정의 등록 상태를 확인할 수 없습니다. 계정 화면에서 원인과 해결 방법을 확인해 주세요.',
  ofAccount: (account, title) => `${account}: ${title}`,
  lastAnswer: (age) => `마지막 응답 ${age}`,
  nextTry: (duration) => `${duration} 후 다시 시도`,
  tryingNow: '다시 시도하는 중',
  fixes: {
    'open-account': '계정 열기',
    'permission-guide': '권한 부여 방법',
    'check-again': '다시 확인',
  },
  neverAnswered: '첫 응답을 기다리는 중',
  since: (title, time) => `${title} (${time}부터)`,
  warnings: {
    storeUnreadable: (file) => `${file} 파일을 읽을 수 없습니다`,
    storeUnreadableAdvice: (copy) =>
      `새 파일을 만들었습니다. 이전 파일은 다음 이름으로 보관했습니다: ${copy}`,
    storeInPlaceAdvice:
      '파일은 그대로 있으며 덮어쓰지 않습니다. 읽기 권한이 있는지, 다른 프로그램이 사용하고 있지 않은지 확인한 뒤 Import Watch를 다시 실행해 주세요.',
    entriesSkipped: ({ text }) => `감시 목록의 항목 ${text}개를 건너뛰었습니다`,
    entriesSkippedAdvice:
      '이 버전에서 읽을 수 없는 항목입니다. 항목은 그대로 보관됩니다. 더 새로운 버전에서 저장한 항목이라면 Import Watch를 업데이트해 주세요.',
    cannotSave: '변경 내용을 저장할 수 없습니다',
    cannotSaveAdvice: {
      'disk-full': '디스크가 가득 찼습니다. 여유 공간을 확보하면 자동으로 다시 저장합니다.',
      'quota-used-up': '디스크 할당량을 모두 사용했습니다. 파일을 삭제하면 자동으로 다시 저장합니다.',
      'read-only': '디스크가 읽기 전용입니다. 쓰기가 가능해지면 자동으로 다시 저장합니다.',
      'no-permission':
        'Import Watch 폴더에 쓰기 권한이 없습니다. 쓰기 권한을 부여하면 자동으로 다시 저장합니다.',
      'folder-gone': 'Import Watch 폴더를 찾을 수 없습니다. 새 폴더를 만들어 자동으로 다시 저장합니다.',
      'in-the-way':
        'Import Watch가 파일을 저장하는 위치에 다른 파일이나 폴더가 있습니다. 다른 곳으로 옮기면 자동으로 다시 저장합니다.',
      'in-use':
        '다른 프로그램이 감시 목록 파일을 사용하고 있습니다. 그 프로그램에서 파일을 닫으면 자동으로 다시 저장합니다.',
      'not-read':
        '시작할 때 파일을 읽지 못해 덮어쓰지 않습니다. 파일을 읽을 수 있게 되면 Import Watch를 다시 실행해 주세요.',
      'too-many-files': '열려 있는 파일이 너무 많습니다. 다른 프로그램을 닫으면 자동으로 다시 저장합니다.',
      'disk-fault': '디스크에서 오류가 발생했습니다. 데이터를 백업하고 디스크를 점검해 주세요.',
      unknown:
        '디스크에 저장하지 못했습니다. 디스크 연결과 여유 공간을 확인해 주세요. 문제가 해결되면 자동으로 다시 저장합니다.',
    },
    noTray: '이 데스크톱 환경에서는 트레이 아이콘이 표시되지 않습니다',
    noTrayAdvice: '창을 닫은 뒤 다시 열려면 Import Watch를 다시 실행해 주세요.',
    noSandbox: 'Import Watch가 샌드박스 없이 실행 중입니다',
    noSandboxAdvice:
      '이 시스템에서는 AppImage가 샌드박스를 쓸 수 없어 창의 보호 수준이 낮아집니다. 샌드박스를 쓰려면 .deb 패키지를 설치해 주세요.',
    noShortcut: '창을 여는 단축키를 사용할 수 없습니다',
    noShortcutAdvice:
      '다른 프로그램이 이 키 조합을 사용하고 있거나 데스크톱 환경에서 단축키를 허용하지 않습니다. 설정에서 다른 키 조합을 선택해 주세요.',
    notAtLogin: '다음 로그인 때 Import Watch가 실행되지 않습니다',
    notAtLoginAdvice:
      '설정에는 로그인 시 자동 실행이 켜져 있지만 시스템에서 꺼져 있습니다. 설정에서 껐다가 다시 켜거나, 시스템의 시작 앱 목록에서 켜 주세요.',
    noNotifier: '알림을 표시할 수 없습니다',
    noNotifierAdvice: (reason) => `모든 알림은 알림함에서 계속 확인할 수 있습니다. ${reason}`,
    wentWrong: '문제가 발생했습니다',
    wentWrongAdvice: (reason) => `확인이 멈췄다면 Import Watch를 종료한 뒤 다시 실행해 주세요. ${reason}`,
  },
};

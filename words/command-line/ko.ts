import type { commandLine as english } from './en.ts';

export const commandLine: typeof english = {
  help: {
    about: '미디어 에셋 등록이 끝나면 터미널이나 스크립트에 알려 줍니다.',
    usage: '사용법',
    commands: '명령어',
    watch: (keys) => `등록 상태가 바뀔 때마다 한 줄씩 출력합니다(종료: ${keys})`,
    status: (option) =>
      `등록 상태를 한 번 확인해 출력합니다. ${option} 옵션을 지정하면 오류가 난 항목을 그 시간까지 다시 확인합니다`,
    register: (option) =>
      `Object Storage의 파일을 등록하고 파일마다 결과를 출력합니다. ${option} 옵션을 지정하면 등록이 끝날 때까지 감시합니다`,
    options: '옵션',
    wait: (command, other) => `${command} 또는 ${other} 전용: 모든 등록이 끝나면 종료합니다`,
    timeout: (units) => `최대 실행 시간: 정수와 단위(${units})`,
    project: (command) =>
      `${command} 전용: 프로젝트에서 등록 중이거나 새로 등록되는 에셋도 감시합니다(여러 번 지정 가능)`,
    from: (command, other, sign) =>
      `${command} 전용: 파일에 적힌 에셋을 감시합니다(에셋 추가 화면이 읽는 모든 형식). ${other} 명령에서는 한 줄에 오브젝트 키 하나를 읽습니다. ${sign} 값은 표준 입력입니다`,
    in: (option) => `${option} 전용: ID만 적힌 에셋의 워크스페이스와 프로젝트`,
    bucket: (command) =>
      `${command} 전용: 오브젝트 키가 있는 버킷(지정하지 않으면 워크스페이스에 연동된 버킷)`,
    dryRun: (option, command) =>
      `${option} 옵션 또는 ${command} 전용: 인식한 내용만 출력합니다(요청을 보내지 않으며 인증키도 필요 없음). 인식한 내용이 없거나 파일이 아닌 줄이 있으면 종료 코드는 2입니다`,
    json: (fields, command, ofFile) =>
      `한 줄에 JSON 객체 하나: ${fields}. ${command} 명령의 파일마다: ${ofFile}`,
    apiUrl: (address) => `API 주소: https, 또는 이 컴퓨터의 http (기본값 ${address})`,
    thisHelp: '이 도움말을 출력합니다',
    version: '버전을 출력합니다',
    keys: '인증키는 다음 중 값이 있는 첫 번째 위치에서 읽습니다',
    network: '네트워크',
    proxy: '요청에 사용할 프록시와, 프록시 없이 접속할 호스트',
    certificates:
      '이 컴퓨터의 인증서 외에 추가로 신뢰할 인증서 파일(Node.js 22.19 이전 버전과, 24 중 24.5 이전 버전에서는 이 방법만 가능)',
    exitCodes: '종료 코드',
    example: '예',
  },
  exitCodes: {
    completed: (command) => `모든 등록이 완료됨(${command}: 실패한 등록 없음)`,
    failed: '모두 확인했으며 실패한 등록이나 거부된 파일이 있음',
    wrongUsage: '잘못된 사용법이거나 목록에서 인식한 내용이 없음(파일을 등록하지 않음)',
    cannotTell:
      '확인할 수 없음: 인증키 없음, 인증키 거부, 권한 없음, 에셋을 찾을 수 없음, 시간 초과, 목록의 에셋을 감시할 수 없음',
  },
  wrong: {
    noCommand: (commands) => `다음 명령어 중 하나로 시작해 주세요: ${commands}`,
    onlyWith: (option, command) => `${option} 옵션은 ${command} 명령에서만 쓸 수 있습니다`,
    noAsset: (example) => `workspace/project/asset 형식으로 하나 이상 지정해 주세요. 예: ${example}`,
    noProject: (example) => `workspace/project 형식으로 프로젝트를 지정해 주세요. 예: ${example}`,
    noKey: (option, example) =>
      `${example} 같은 오브젝트 키를 하나 이상 입력하거나 ${option} 옵션으로 파일을 지정해 주세요`,
    notAnAsset: (text, example) => `${text}: workspace/project/asset 형식이 아닙니다. 예: ${example}`,
    notAProject: (text, example) => `${text}: workspace/project 형식이 아닙니다. 예: ${example}`,
    notADuration: (option, examples) => `${option} 옵션에는 시간을 지정해 주세요. 예: ${examples}`,
    needsFrom: (option, from) => `${option} 옵션은 ${from} 옵션과 함께 써야 합니다`,
    unknownOption: (option) => `알 수 없는 옵션입니다: ${option}`,
    valueMissing: (option) => `${option} 옵션에는 값이 필요합니다`,
    givenTwice: (option) => `${option} 옵션은 한 번만 쓸 수 있습니다`,
    valueUnexpected: (option) => `${option} 옵션에는 값을 지정할 수 없습니다`,
    notAProxy: (name, example) => `${name}에는 ${example} 형식의 http 또는 https 주소를 지정해 주세요`,
    seeHelp: (command) => `모든 명령과 옵션 보기: ${command}`,
  },
  openToOthers: (file, command) =>
    `이 컴퓨터의 다른 사용자도 ${file} 파일을 읽을 수 있습니다. 나만 읽을 수 있게 하려면: ${command}`,
  noKeys: {
    title: '이 컴퓨터에서 인증키를 찾지 못했습니다',
    advice: (first, second, file) =>
      `환경 변수 ${first} 및 ${second} 값을 설정하거나 ${file} 파일에 입력해 주세요.`,
  },
  answersAgain: '다시 응답합니다',
  askedAbout: (asset) => `확인하던 항목: ${asset}`,
  project: {
    notFound: {
      title: '프로젝트를 찾을 수 없습니다',
      advice: '삭제되었을 수 있습니다. 워크스페이스와 프로젝트 ID를 확인해 주세요.',
    },
    refusedAdvice: '워크스페이스와 프로젝트 ID를 확인해 주세요.',
  },
  atOnce: {
    offline: (option) =>
      `네트워크 연결을 확인한 뒤 명령을 다시 실행하거나, ${option} 옵션으로 더 오래 시도하게 해 주세요.`,
    later: (option) => `나중에 명령을 다시 실행하거나, ${option} 옵션으로 더 오래 시도하게 해 주세요.`,
    unreadable: '명령을 다시 실행해 주세요. 계속되면 Import Watch의 새 버전이 있는지 확인해 주세요.',
  },
  inTheWay: (proxy, certificates) =>
    `네트워크 로그인 페이지, 프록시 또는 보안 프로그램이 중간에 있을 수 있습니다. 프록시가 필요한 네트워크라면 ${proxy}에 주소(필요하면 사용자 이름과 비밀번호 포함)를, 자체 인증서를 쓰는 네트워크라면 ${certificates}에 인증서 파일을 지정해 주세요.`,
  ofNobody: '서비스의 코드가 없는 응답입니다. 중간에 있는 서버가 보냈을 수 있으므로 계속 확인합니다.',
  list: {
    cannotRead: (file, reason) => `${file}: 읽을 수 없습니다(${reason})`,
    nothing: (file) => `${file}: 인식한 에셋이 없습니다`,
    notUnderstood: (place, text, reason) => `${place}: 인식하지 못한 내용: ${text} · ${reason}`,
    placeMissing: (option) => `워크스페이스나 프로젝트가 없습니다. ${option} 옵션으로 지정해 주세요.`,
    placeUnclear: '어느 워크스페이스와 프로젝트의 에셋인지 목록만으로는 알 수 없습니다.',
    projectNamed: '프로젝트가 이름으로 적혀 있습니다. 대신 프로젝트 ID를 적어 주세요.',
  },
  register: {
    would: '등록 예정',
    done: '등록 요청됨',
    refused: '등록되지 않음',
    unknown: '등록 여부를 확인할 수 없음',
    repeated: (count) => `여러 번 적혀 있어 한 번만 등록하는 항목: ${count}`,
    nothing: (file) => `${file}: 오브젝트 키가 없습니다`,
    nothingSent: '요청을 보내지 않았습니다. 위의 줄을 수정한 뒤 명령을 다시 실행해 주세요.',
    noBucket: (workspace, option) =>
      `워크스페이스 ${workspace}에 연동된 버킷이 없거나 이 인증키로 조회할 수 없습니다. ${option} 옵션으로 버킷을 지정해 주세요.`,
    inDoubt:
      '응답을 받지 못했고 프로젝트 목록에서도 파일을 찾지 못했습니다. 다시 등록하면 에셋이 하나 더 생길 수 있으므로 먼저 콘솔에서 확인해 주세요.',
    noReply:
      '응답을 받기 전에 실행이 끝났습니다. 다시 등록하면 에셋이 하나 더 생길 수 있으므로 먼저 콘솔에서 확인해 주세요.',
    notSent: '요청을 보내기 전에 실행이 끝났습니다.',
  },
  timeIsUp: '제한 시간이 지났습니다.',
  notThere: (list) => `여러 번 확인했지만 찾을 수 없는 항목: ${list}`,
  notEnded: (list) => `종료가 확인되지 않은 항목: ${list}`,
  unheard: (list) => `상태를 확인하지 못한 항목: ${list}`,
  cannotWrite: (reason) => `출력할 수 없습니다: ${reason}`,
};

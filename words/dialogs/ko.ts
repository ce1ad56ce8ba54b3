import type { dialogs as english } from './en.ts';

export const dialogs: typeof english = {
  'new-host': {
    question: (host) => `Access Key를 다음 호스트로 전송할까요? ${host}`,
    detail:
      '이 호스트에 동의한 적이 있는지 Import Watch가 확인할 수 없습니다. 직접 입력했고 신뢰하는 주소일 때만 계속해 주세요.',
    yes: '전송',
  },
  weakly: {
    question: (name) => `“${name}”의 Secret Key를 약한 암호화로 저장할까요?`,
    detail: '내 파일을 읽을 수 있는 사람은 인증키도 읽을 수 있습니다.',
    yes: '저장',
  },
  webhook: {
    question: (host) => `등록 결과를 다음 주소로 전송할까요? ${host}`,
    detail:
      '지금부터 등록 결과와 서비스 메시지, 에셋의 이름과 ID, 워크스페이스, 프로젝트, 계정과 그룹의 이름이 이 주소로 전송됩니다. 직접 입력했고 신뢰하는 주소일 때만 계속해 주세요.',
    yes: '전송',
  },
  'webhook-weakly': {
    question: (host) => `다음 웹훅의 주소를 약한 암호화로 저장할까요? ${host}`,
    detail:
      '내 파일을 읽을 수 있는 사람은 이 주소를 읽고 메시지를 보낼 수도 있습니다. 저장하지 않으면 종료할 때까지만 보관합니다.',
    yes: '저장',
  },
  program: {
    title: '등록이 끝난 뒤 실행할 프로그램 선택',
    question: (path) => `등록이 끝날 때마다 “${path}” 파일을 실행할까요?`,
    detail: '내 모든 권한으로, 매번 묻지 않고 실행합니다. 직접 선택했고 신뢰하는 파일일 때만 계속해 주세요.',
    yes: '실행',
  },
  register: {
    question: (name) => `“${name}”의 인증키로 파일을 등록하도록 허용할까요?`,
    detail:
      '이 계정의 프로젝트에 에셋을 생성할 수 있게 되며, 요금이 부과될 수 있습니다. 직접 켠 경우에만 계속해 주세요.',
    yes: '허용',
  },
  noLock: (folder, temporary) =>
    `다음 폴더 중 하나에 중복 실행을 막는 파일을 만들 수 없어 Import Watch를 시작하지 못했습니다.\n\n${folder}\n${temporary}\n\n디스크에 여유 공간이 있는지, 두 폴더에 쓸 수 있는지 확인한 뒤 다시 실행해 주세요.`,
  otherComputer: (computer) =>
    `컴퓨터 “${computer}”에서 Import Watch가 같은 파일로 이미 실행 중입니다. 그 컴퓨터에서 먼저 종료해 주세요.`,
  otherSession:
    '이 컴퓨터에 같은 사용자로 로그인한 다른 세션에서 Import Watch가 이미 실행 중입니다. 그 세션에서 먼저 종료해 주세요.',
  'runs-elsewhere': {
    question: (computer) =>
      `컴퓨터 “${computer}”에서 Import Watch가 같은 파일로 실행 중인 것 같습니다. 여기서 시작할까요?`,
    detail:
      '그 뒤로 이 컴퓨터의 이름이 바뀌었거나 그 컴퓨터에서 Import Watch가 비정상적으로 종료되었다면 시작해 주세요. 아직 실행 중이라면 그 컴퓨터에서 먼저 종료해 주세요. 동시에 실행하면 서로 충돌합니다.',
    yes: '시작',
  },
  cancel: '취소',
};

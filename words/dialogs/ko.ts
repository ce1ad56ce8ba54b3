import type { dialogs as english } from './en.ts';

export const dialogs: typeof english = {
  newHost: {
    question: (host) => `Access Key를 다음 호스트로 전송할까요? ${host}`,
    detail:
      'Import Watch가 지금까지 아무것도 전송한 적이 없는 호스트입니다. 직접 입력했고 신뢰하는 주소일 때만 계속해 주세요.',
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
      '지금부터 에셋 이름과 등록 결과가 이 주소로 전송됩니다. 직접 입력했고 신뢰하는 주소일 때만 계속해 주세요.',
    yes: '전송',
  },
  program: {
    title: '등록이 끝난 뒤 실행할 프로그램 선택',
    question: (path) => `등록이 끝날 때마다 “${path}” 파일을 실행할까요?`,
    detail: '내 모든 권한으로, 다시 묻지 않고 실행합니다. 직접 선택했고 신뢰하는 파일일 때만 계속해 주세요.',
    yes: '실행',
  },
  register: {
    question: (name) => `“${name}”의 인증키로 파일을 등록하도록 허용할까요?`,
    detail:
      '이 계정의 프로젝트에 에셋을 생성할 수 있게 되며, 요금이 부과될 수 있습니다. 직접 켠 경우에만 계속해 주세요.',
    yes: '허용',
  },
  cancel: '취소',
};

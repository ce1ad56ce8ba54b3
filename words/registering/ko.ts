import type { registering as english } from './en.ts';

export const registering: typeof english = {
  refused: {
    invalidRequest: {
      title: '서비스가 버킷 또는 오브젝트 키를 거부했습니다',
      advice:
        '버킷이 이 계정에 있는지, 오브젝트 키가 폴더와 대소문자까지 Object Storage에 표시된 그대로인지 확인해 주세요.',
    },
    nothingSelected: {
      title: '등록할 파일을 찾을 수 없습니다',
      advice: '오브젝트의 전체 이름을 폴더까지 입력해 주세요.',
    },
    folder: {
      title: '폴더는 등록할 수 없습니다',
      advice: '폴더 안의 파일을 오브젝트 키 하나씩 등록해 주세요.',
    },
    tooMany: {
      title: '이미 파일 10개를 등록하고 있습니다',
      advice: '별도의 조치는 필요하지 않습니다. 다른 파일의 등록 요청이 끝나면 이 파일을 보냅니다.',
    },
    permission: {
      title: '이 인증키로는 파일을 등록할 수 없습니다',
      advice:
        '서브 계정에 NCP_VPC_MEDIA_INTELLIGENCE_MANAGER 정책을 부여하고 Media Intelligence 이용을 신청했는지 확인해 주세요. 다른 기능은 조회 권한만 있는 인증키로 사용할 수 있습니다.',
    },
    projectNotFound: {
      title: '프로젝트 또는 버킷을 찾을 수 없습니다',
      advice: '삭제되었을 수 있습니다. 워크스페이스, 프로젝트, 버킷을 확인해 주세요.',
    },
    accountGone: {
      title: '계정 연결이 해제되었습니다',
      advice: '같은 Access Key로 계정을 다시 연결하고 파일 등록을 허용한 뒤 다시 시도해 주세요.',
    },
    otherwise: {
      title: '서비스가 요청을 거부했습니다',
      advice: '워크스페이스, 프로젝트, 버킷, 오브젝트 키를 확인해 주세요.',
    },
  },
  may: '파일 등록 허용',
  mayHint: (policy) =>
    `필요할 때만 켜 주세요. ${policy} 정책이 필요하며, 다른 기능은 조회 권한만 있는 인증키로 사용할 수 있습니다.`,
  notTested: (policy) =>
    `파일 등록은 확인하지 않았습니다. 실제로 등록하기 전에는 권한이 있는지 알 수 없습니다. 서브 계정에 ${policy} 정책이 부여되었는지 콘솔에서 확인해 주세요.`,
  again: '다시 등록',
  planning: '파일의 위치를 확인하고 있습니다…',
  againTitle: '다시 등록할까요?',
  againAdvice: '파일마다 새 에셋이 생성되며, 목록에서 실패한 에셋의 자리를 대신합니다.',
  first: '먼저 확인해 주세요:',
  unchanged: (when) => `등록한 뒤로 오브젝트가 변경되지 않았습니다(마지막 변경: ${when}).`,
  gone: '지금 버킷에 이 오브젝트가 없습니다.',
  there: '지금은 버킷에 오브젝트가 있습니다.',
  leftOut: '제외됨: 어떤 오브젝트에서 등록되었는지 서비스에서 알려 주지 않습니다.',
  sameObject: '제외됨: 위의 파일과 같은 오브젝트에서 등록되었습니다.',
  most: (count) => `처음 ${count}개만 표시합니다. 나머지는 그다음에 등록해 주세요.`,
  register: (count) => `파일 ${count.text}개 등록`,
  progress: (done, all) => `파일을 등록하고 있습니다: ${all.text}개 중 ${done}개…`,
  stop: '중지',
  cancel: '취소',
  inDoubtTitle: (name) => `등록 여부를 확인해 주세요: ${name}`,
  inDoubtAdvice:
    '응답을 받지 못했고 프로젝트 목록에서도 파일을 찾지 못했습니다. 콘솔에서 확인해 주세요. 이미 있는 파일을 다시 등록하면 에셋이 하나 더 생깁니다.',
  look: '다시 찾기',
  sendAnyway: '없음: 등록',
  leaveIt: '있음: 완료',
  moreInDoubt: (count) => `확인할 파일이 ${count.text}개 더 있습니다`,
  refusedTitle: (name, reason) => `등록하지 못했습니다: ${name} · ${reason}`,
  refusedMany: (count, reason) => `파일 ${count}개를 등록하지 못했습니다: ${reason}`,
  refusedSome: (count) => `파일 ${count.text}개를 등록하지 못했습니다`,
  tryAgain: '다시 시도',
  dismiss: '닫기',
};

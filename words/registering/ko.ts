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
        'Sub Account에 NCP_VPC_MEDIA_INTELLIGENCE_MANAGER 정책을 부여하고 Media Intelligence 이용을 신청했는지 확인해 주세요. 다른 기능은 조회 권한만 있는 인증키로 사용할 수 있습니다.',
    },
    projectNotFound: {
      title: '프로젝트를 찾을 수 없습니다',
      advice: '삭제되었을 수 있습니다. 워크스페이스와 프로젝트 ID를 확인해 주세요.',
    },
  },
};

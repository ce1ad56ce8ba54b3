import type { bucketPicker as english } from './en.ts';

export const bucketPicker: typeof english = {
  open: '버킷에서 선택',
  close: '닫기',
  path: '폴더',
  find: '표시된 파일에서 찾기',
  findHint: '불러온 항목에서 찾습니다. 폴더 전체에서는 이름의 앞부분으로만 검색할 수 있습니다.',
  search: '폴더에서 검색',
  beginning: (text) => `이름의 앞부분: “${text}”`,
  selectShown: '표시된 파일 모두 선택',
  loadMore: '더 불러오기',
  loaded: (count) => `항목 ${count.text}개를 불러왔습니다`,
  nothing: '여기에는 파일이 없습니다.',
  noMatch: '불러온 이름 중에 일치하는 것이 없습니다.',
  useNone: '오브젝트 키 추가',
  use: (count) => `오브젝트 키 ${count.text}개 추가`,
  unfit: {
    extension: 'Media Intelligence에서 지원하지 않는 확장자',
    'video-too-large': '동영상의 최대 크기인 10GB를 초과',
    'picture-too-large': '이미지의 최대 크기인 10MB를 초과',
    unprintable: '이름으로 추가할 수 없음: 끝에 공백이 있거나 읽을 수 없는 문자 또는 다른 주소가 포함됨',
  },
  problems: {
    permission: {
      title: '이 인증키로는 버킷의 목록을 볼 수 없습니다',
      advice: (policy) =>
        `서브 계정에 ${policy} 정책을 부여하고 버킷이 이 계정에 있는지 확인해 주세요. 오브젝트 키를 직접 입력해도 됩니다.`,
    },
    'not-found': {
      title: '버킷을 찾을 수 없습니다',
      advice: '버킷 이름을 확인해 주세요. Object Storage의 한국 리전에서 찾습니다.',
    },
    credentials: {
      title: 'Object Storage가 인증키를 거부했습니다',
      advice:
        '콘솔에서 인증키가 사용 중인지 확인해 주세요. Media Intelligence에서 사용할 수 있는 인증키라면 오브젝트 키를 직접 입력해 주세요.',
    },
    offline: {
      title: 'Object Storage에 연결할 수 없습니다',
      advice: (host) =>
        `네트워크 연결을 확인해 주세요. 방화벽에서 ${host} 주소를 허용해야 합니다. 오브젝트 키를 직접 입력해도 됩니다.`,
    },
    service: {
      title: 'Object Storage에 문제가 있습니다',
      advice: '나중에 다시 시도하거나 오브젝트 키를 직접 입력해 주세요.',
    },
  },
};

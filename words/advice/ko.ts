import type { advice as english } from './en.ts';

export const advice: typeof english = {
  completed: {
    happened: '가져오기가 끝나 에셋을 사용할 수 있습니다.',
    next: '워크스페이스에서 분석을 시작할 수 있습니다.',
  },
  failed: {
    happened: '서비스에서 가져오기를 완료하지 못했습니다.',
    next: '파일을 다시 등록해 주세요. 새 ID를 가진 새 에셋이 됩니다.',
  },
  'file-not-there': {
    happened: '복사하기 전에 파일이 없어졌습니다.',
    next: 'Object Storage에서 오브젝트 키와 버킷을 확인한 뒤 파일을 다시 등록해 주세요.',
  },
  'not-valid': {
    happened: '서비스가 지원하지 않는 파일입니다.',
    next: '해상도 360p~1080p, 길이 6시간 이하, mp4·mkv·mov·webm·png·jpg·heic 형식으로 변환한 뒤 다시 등록해 주세요.',
  },
  gone: {
    happened: '에셋이 삭제되었거나 다른 프로젝트로 이동되었습니다.',
    next: '워크스페이스에서 에셋을 찾아 주세요. 이동된 경우 새 프로젝트에서 다시 추가해 주세요.',
  },
  unknown: {
    happened: '이 버전에서 알 수 없는 상태를 서비스가 반환했습니다.',
    next: '워크스페이스에서 에셋을 확인해 주세요. 상태 확인은 계속됩니다.',
  },
};

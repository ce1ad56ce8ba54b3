import type { advice as englishAdvice, outcomes as english } from './en.ts';

export const outcomes: typeof english = {
  waiting: '확인 대기',
  importing: '등록 중',
  completed: '등록 완료',
  failed: '등록 실패',
  'file-not-there': '파일 없음',
  'not-valid': '유효하지 않은 파일',
  gone: '에셋 찾을 수 없음',
  unknown: '알 수 없는 상태',
};

export const advice: typeof englishAdvice = {
  completed: {
    happened: '등록이 완료되어 에셋을 사용할 수 있습니다.',
    saidInstead: (said) => said,
    next: '워크스페이스에서 분석을 시작할 수 있습니다.',
  },
  failed: {
    happened: 'Media Intelligence에서 파일을 등록하지 못했습니다.',
    saidInstead: (said) => said,
    next: '파일을 다시 등록해 주세요. 새 ID의 에셋으로 등록됩니다.',
  },
  'file-not-there': {
    happened: 'Object Storage에서 파일을 찾을 수 없습니다.',
    saidInstead: (said) => said,
    next: 'Object Storage의 버킷과 파일 이름(오브젝트 키)을 확인한 뒤 다시 등록해 주세요.',
  },
  'not-valid': {
    happened: 'Media Intelligence에서 지원하지 않는 파일입니다.',
    saidInstead: (said) => `지원하지 않는 파일입니다: ${said}`,
    next: '360p~1080p로 변환한 뒤 다시 등록해 주세요. 동영상: mp4·mkv·mov·webm, 6시간·10GB 이하. 이미지: png·jpg·heic, 10MB 이하.',
  },
  gone: {
    happened:
      '에셋이 삭제되었거나 다른 프로젝트로 이동되었거나, 워크스페이스, 프로젝트, 에셋 ID 중 잘못된 것이 있습니다.',
    saidInstead: (said) => said,
    next: '워크스페이스, 프로젝트, 에셋 ID를 확인하고 워크스페이스에서 에셋을 찾아 주세요. 다른 프로젝트에 있으면 그 프로젝트에서 다시 추가해 주세요.',
  },
  unknown: {
    happened: '이 버전에서 지원하는 상태 값을 받지 못했습니다.',
    saidInstead: (said) => said,
    next: '워크스페이스에서 에셋을 확인해 주세요. 등록 상태는 계속 확인합니다.',
  },
};

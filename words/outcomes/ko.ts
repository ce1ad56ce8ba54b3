import type { outcomes as english } from './en.ts';

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

import type { outcomes as english } from './en.ts';

export const outcomes: typeof english = {
  waiting: '확인 대기',
  importing: '가져오는 중',
  completed: '가져오기 완료',
  failed: '가져오기 실패',
  'file-not-there': '파일 없음',
  'not-valid': '유효하지 않은 파일',
  gone: '에셋 없음',
  unknown: '알 수 없는 상태',
};

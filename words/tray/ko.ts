import type { tray as english } from './en.ts';

export const tray: typeof english = {
  importing: (count) => `등록 중 ${count}건`,
  failed: (count) => `실패 ${count}건`,
  nothing: '등록 중인 에셋이 없습니다',
  checked: (age) => `${age} 확인`,
  pausedUntil: (time) => `${time}까지 일시 중지`,
  lastAnswer: (age) => `마지막 응답 ${age}`,
  nextTry: (duration) => `${duration} 후 다시 시도`,
  tryingNow: '다시 시도하는 중',
  neverAnswered: '아직 응답을 받지 못했습니다',
  offline: '이 컴퓨터가 오프라인입니다',
  noAccount: '시작하려면 계정을 연결해 주세요',
  keyMissing: '저장된 인증키를 읽을 수 없습니다',
  openAccount: '계정 열기…',
  checkNow: '지금 확인',
  pauseHour: '1시간 일시 중지',
  pauseTomorrow: '내일 오전 8시까지 일시 중지',
  resume: '재개',
  open: 'Import Watch 열기',
  quit: '종료',
};

import type { tray as english } from './en.ts';

export const tray: typeof english = {
  importing: (count) => `가져오는 중 ${count}건`,
  failed: (count) => `실패 ${count}건`,
  nothing: '가져오는 중인 항목이 없습니다',
  checked: (age) => `${age} 확인`,
  pausedUntil: (time) => `${time}까지 일시 중지`,
  lastAnswer: (age) => `마지막 응답 ${age}`,
  nextTry: (duration) => `${duration} 후 다시 시도`,
  tryingNow: '지금 시도 중',
  neverAnswered: '아직 확인된 내용이 없습니다',
  offline: '이 컴퓨터가 오프라인입니다',
  noAccount: '계정을 연결하면 시작됩니다',
  keyMissing: '키를 읽을 수 없습니다',
  checkNow: '지금 확인',
  pauseHour: '1시간 일시 중지',
  pauseTomorrow: '내일까지 일시 중지',
  resume: '다시 시작',
  open: 'Import Watch 열기',
  quit: '종료',
};

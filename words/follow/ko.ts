import type { follow as english } from './en.ts';

export const follow: typeof english = {
  way: '프로젝트 팔로우',
  explained:
    '프로젝트의 새 가져오기를 찾아 확인합니다. 찾았을 때 이미 끝난 가져오기는 알림 없이 목록에 추가합니다.',
  start: '이 프로젝트 팔로우',
  started: (name) => `팔로우를 시작했습니다: ${name}`,
  already: (name) => `이미 팔로우 중입니다: ${name}`,
  followed: '팔로우 중인 프로젝트',
  none: '팔로우 중인 프로젝트가 없습니다.',
  looked: (age) => `${age} 확인`,
  looking: '확인하는 중',
  firstLook: '처음 확인하는 중',
  notYet: '아직 확인하지 않음',
  importing: (count) => `진행 중 ${count}개`,
  known: (count) => `파악 ${count}개`,
  waiting: (count) => `확인 대기 ${count}개`,
  onlyCompleted: '이 프로젝트는 완료된 가져오기만 목록에 표시하므로 진행 중인 가져오기를 찾을 수 없습니다.',
  onlyEnded:
    '찾은 가져오기가 모두 이미 끝나 있었습니다. 진행 중인 가져오기는 목록에 표시되지 않는 것 같습니다.',
  addByHand: '끝났을 때 알림을 받으려면 에셋 ID로 추가해 주세요.',
  lookAt: (name) => `지금 확인: ${name}`,
  stop: (name) => `팔로우 중지: ${name}`,
  stopped: (name) => `팔로우를 중지했습니다: ${name}. 가져오기는 계속 확인합니다.`,
  again: (name) => `다시 팔로우합니다: ${name}`,
};

import type { follow as english } from './en.ts';

export const follow: typeof english = {
  way: '프로젝트 감시',
  explained:
    '프로젝트에서 등록 중이거나 새로 등록되는 에셋을 찾아 감시합니다. 이미 등록이 끝난 에셋은 목록에 추가하지 않습니다.',
  start: '이 프로젝트 감시',
  started: (name) => `프로젝트 감시를 시작했습니다: ${name}`,
  already: (name) => `이미 감시 중인 프로젝트입니다: ${name}`,
  followed: '감시 중인 프로젝트',
  none: '감시 중인 프로젝트가 없습니다.',
  looked: (age) => `${age} 확인`,
  looking: '확인하는 중',
  firstLook: '처음 확인하는 중',
  notYet: '아직 확인하지 않음',
  importing: (count) => `등록 중 ${count}건`,
  known: (count) => `에셋 ${count}개`,
  waiting: (count) => `확인 대기 ${count}개`,
  onlyCompleted: '이 프로젝트는 등록이 완료된 에셋만 목록에 표시하므로 등록 중인 에셋을 찾을 수 없습니다.',
  onlyEnded:
    '찾은 에셋의 등록이 이미 모두 끝나 있었습니다. 등록 중인 에셋은 목록에 표시되지 않는 것으로 보입니다.',
  addByHand: '등록이 끝날 때 알림을 받으려면 에셋 ID로 추가해 주세요.',
  lookAt: (name) => `지금 확인: ${name}`,
  stop: (name) => `프로젝트 감시 중지: ${name}`,
  stopped: (name) => `${name} 감시 중지(에셋은 유지)`,
  again: (name) => `프로젝트를 다시 감시합니다: ${name}`,
};

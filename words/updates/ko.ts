import type { updates as english } from './en.ts';

export const updates: typeof english = {
  notChecked: '아직 업데이트를 확인하지 않았습니다.',
  newest: (when) => `새 업데이트가 없습니다. 마지막 확인: ${when}`,
  checking: '업데이트 확인 중…',
  checkFailed: '올바른 응답을 받지 못해 업데이트를 확인하지 못했습니다. 나중에 다시 시도해 주세요.',
  check: '업데이트 확인',
  found: (version) => `새 버전이 있습니다: ${version}`,
  interrupted: (version) => `버전 ${version} 다운로드에 실패했습니다. 나중에 다시 시도해 주세요.`,
  notGenuine: (version) =>
    `다운로드한 버전 ${version} 파일이 배포된 파일과 달라 삭제했습니다. 나중에 다시 시도해 주세요.`,
  download: (version) => `버전 ${version} 다운로드`,
  downloading: (version) => `버전 ${version} 다운로드 중…`,
  openPage: (version) => `버전 ${version} 다운로드 페이지 열기`,
  ready: (version) => `버전 ${version} 설치 준비가 완료되었습니다.`,
  install: (version) => `다시 실행하여 ${version} 버전으로 업데이트`,
};

import type { notices as english } from './en.ts';

export const notices: typeof english = {
  asset: (id) => `에셋 ${id}`,
  one: (outcome, name) => `${outcome}: ${name}`,
  allCompleted: (count) => `가져오기 ${count}개 완료`,
  allFailed: (count) => `가져오기 ${count}개 실패`,
  someFailed: (count, failed) => `가져오기 ${count}개 종료, ${failed}개 실패`,
  allGone: (count) => `에셋 ${count}개 없음`,
  andGone: (summary, count) => `${summary}, 에셋 없음 ${count}개`,
  whileAway: (summary) => `자리를 비우신 동안: ${summary}`,
  list: (outcome, names) => `${outcome}: ${names}`,
  separator: ', ',
  andMore: (names, count) => `${names} 외 ${count}개`,
  onlyMore: (count) => `외 ${count}개`,
  groupDone: (group, completed, all) => `${group}: ${all}개 중 ${completed}개 등록 완료`,
  groupPartlyFailed: (group, completed, all, failed) =>
    `${group}: ${all}개 중 ${completed}개 등록 완료, ${failed}개 실패`,
  groups: (count) => `그룹 ${count}개`,
  groupAllEnded: '그룹의 등록이 모두 끝났습니다.',
  groupFirstFailure: (group, name) => `${group}, 첫 실패: ${name}`,
  groupSoFar: (group, ended, all) => `${group}: 지금까지 ${all}개 중 ${ended}개 종료`,
  notShown: {
    'not-supported': '이 시스템은 앱 알림을 지원하지 않습니다',
    'no-session-bus': '데스크톱 세션(D-Bus)이 없습니다',
    'no-notification-service': '데스크톱에서 알림 서비스가 실행되고 있지 않습니다',
    'notify-send-missing': 'notify-send가 설치되어 있지 않습니다(libnotify-bin 패키지)',
    'wrong-processor': '이 프로세서에서는 알림 프로그램을 실행할 수 없습니다',
    'no-answer': '시스템이 응답하지 않았습니다',
    refused: '시스템이 알림을 거부했습니다. 시스템 설정에서 Import Watch의 알림을 허용해 주세요',
    'program-failed': '알림 프로그램이 실패했습니다',
  },
};

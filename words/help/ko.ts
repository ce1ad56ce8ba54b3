import type { help as english } from './en.ts';

export const help: typeof english = {
  title: '도움말',
  report: '지원용 보고서',
  copyReport: '보고서 복사…',
  reportTitle: '보고서',
  reportAdvice: '아래 내용이 복사됩니다. 영어로 작성되며 인증키는 포함되지 않습니다.',
  withNames: '이름 포함',
  withNamesHint: '계정, 워크스페이스, 프로젝트, 파일의 이름과 API 메시지입니다.',
  copy: '복사',
  copied: '보고서를 복사했습니다.',
  close: '닫기',
  log: '로그',
  openLogFolder: '로그 폴더 열기',
  folderNotOpened: '폴더를 열지 못했습니다.',
  selfCheck: '자체 점검',
  runSelfCheck: '자체 점검 실행',
  checking: '점검 중…',
  selfCheckHint: '샘플 데이터로 이 컴퓨터를 점검합니다. 1분 정도 걸리며 알림이 몇 번 표시됩니다.',
  passed: '자체 점검에서 문제를 찾지 못했습니다.',
  failed: '자체 점검에서 문제를 찾았습니다. 도움을 받으려면 보고서를 복사해 주세요.',
  notices: '오픈 소스 라이선스',
};

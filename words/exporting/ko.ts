import type { exporting as english } from './en.ts';

export const exporting: typeof english = {
  title: '내보내기',
  export: '내보내기…',
  lists: { watchlist: '감시 목록', history: '알림함' },
  exportList: { watchlist: '감시 목록 내보내기…', history: '알림함 내보내기…' },
  chooseTitle: { watchlist: '감시 목록 내보내기', history: '알림함 내보내기' },
  chooseAdvice:
    'CSV는 스프레드시트에, JSON은 스크립트에 적합합니다. 두 형식 모두 추가 화면에서 다시 열 수 있습니다.',
  cancel: '취소',
  saved: (fileName) => `저장했습니다: ${fileName}`,
};

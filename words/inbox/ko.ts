import type { inbox as english } from './en.ts';

export const inbox: typeof english = {
  title: '알림함',
  empty: '아직 알림이 없습니다',
  emptyAdvice: '가져오기가 끝나면 알림이 여기에 보관됩니다.',
  unread: '읽지 않음',
  markAllRead: '모두 읽음으로 표시',
  clear: '비우기',
  clearTitle: '알림을 모두 지울까요?',
  clearAdvice: '감시 중인 가져오기는 감시 목록에 그대로 남습니다.',
  clearYes: '모두 지우기',
  cancel: '취소',
  showMore: (count) => `이전 알림 보기 (${count})`,
  asset: (id) => `에셋 ${id}`,
  fates: {
    recorded: '곧 표시됨',
    showing: '표시하는 중',
    shown: (by) => `표시됨 · ${by}`,
    notShown: (reasons) => `표시되지 않음: ${reasons}`,
  },
  held: {
    'turned-off': '이 알림이 꺼져 있어 표시되지 않음',
    'told-with-group': '그룹과 함께 안내됨',
    'ended-before-found': '찾았을 때 이미 끝나 있어 표시하지 않음',
  },
};

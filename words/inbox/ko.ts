import type { inbox as english } from './en.ts';

export const inbox: typeof english = {
  title: '알림함',
  empty: '아직 알림이 없습니다',
  emptyAdvice: '등록이 끝나면 알림이 여기에 표시됩니다.',
  unread: '읽지 않음',
  markAllRead: '모두 읽음으로 표시',
  clear: '비우기',
  clearTitle: '알림을 모두 지울까요?',
  clearAdvice: '감시 중인 에셋은 감시 목록에 그대로 남습니다. 지운 알림은 되돌릴 수 없습니다.',
  clearYes: '모두 지우기',
  cancel: '취소',
  showMore: (count) => `이전 알림 보기 (${count})`,
  asset: (id) => `에셋 ${id}`,
  fates: {
    recorded: '알림 대기 중',
    showing: '알림 표시 중',
    shown: (by) => `알림 표시됨 · ${by}`,
    notShown: (reasons) => `알림이 표시되지 않음: ${reasons}`,
  },
  postponed: {
    'quiet-hours': '방해 금지 시간이 끝나면 알림',
    'do-not-disturb': '시스템의 방해 금지 모드가 꺼지면 알림',
    muted: '알림을 다시 켜면 알림',
  },
  held: {
    'turned-off': '설정이나 그룹에서 이 알림이 꺼져 있음',
    'told-with-group': '그룹 알림에 포함됨',
    'ended-before-found': '찾았을 때 이미 등록이 끝나 있어 알리지 않음',
    'no-longer-watched': '알림이 꺼진 채 목록에서 빠져 알리지 않음',
    'over-by-then': '이미 끝났거나 목록에서 빠져 알리지 않음',
  },
};

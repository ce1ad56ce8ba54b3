import type { muting as english } from './en.ts';

export const muting: typeof english = {
  mute: '알림 끄기',
  muteProject: (name) => `알림 끄기: ${name}`,
  unmuteProject: (name) => `알림 켜기: ${name}`,
  spans: {
    'one-hour': '1시간 동안',
    'until-tomorrow': '내일 오전 8시까지',
    'until-it-ends': '등록이 끝날 때까지',
  },
  untilAllEnd: '모두 끝날 때까지',
  unmute: { watch: '알림 켜기', group: '그룹 알림 켜기', project: '프로젝트 알림 켜기' },
  allEnded: '선택한 에셋 중에 등록 중인 것이 없습니다',
  done: '알림을 껐습니다. 등록 결과는 알림함에 남습니다.',
  undone: '알림을 켰습니다',
  until: (time) => `${time}까지 알림 꺼짐`,
  untilEnd: {
    watch: '등록이 끝날 때까지 알림 꺼짐',
    group: '모두 끝날 때까지 알림 꺼짐',
    project: '모두 끝날 때까지 알림 꺼짐',
  },
  withGroup: '그룹 전체',
  withProject: '프로젝트 전체',
};

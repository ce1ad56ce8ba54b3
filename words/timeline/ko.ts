import type { timeline as english } from './en.ts';

export const timeline: typeof english = {
  title: '기록',
  added: '추가함',
  problem: (title, duration) => `${title}(${duration})`,
  problemSince: (title) => `${title}(계속되는 중)`,
  unmuted: '알림 켜짐',
  nextCheck: (duration) => `${duration} 후 확인`,
  checking: '확인하는 중',
  toldAt: (time) => `${time}에 알림이 온 이유`,
  notTold: '알림이 오지 않은 이유',
  notToldYet: '알림이 아직 오지 않은 이유',
  because: {
    import: '등록이 끝났고, 이 알림이 켜져 있습니다.',
    late: '비슷한 에셋보다 등록이 오래 걸리고, 이 알림이 켜져 있습니다.',
    'group-failure': '그룹에서 처음으로 등록에 실패한 에셋입니다.',
    'group-done': '그룹의 등록이 모두 끝났습니다.',
  },
  afterwards: {
    'quiet-hours': (time) => `${time}에 확인했고, 방해 금지 시간이 끝날 때까지 기다렸습니다.`,
    'do-not-disturb': (time) => `${time}에 확인했고, 시스템의 방해 금지 모드가 꺼질 때까지 기다렸습니다.`,
    muted: (time) => `${time}에 확인했고, 알림이 꺼져 있어 기다렸습니다.`,
  },
  waits: {
    'quiet-hours': '방해 금지 시간입니다. 끝나면 알립니다.',
    'do-not-disturb': '시스템의 방해 금지 모드가 켜져 있습니다. 꺼지면 알립니다.',
    muted: '알림이 꺼져 있습니다. 다시 켜지면 알립니다.',
  },
  held: {
    'turned-off': '설정이나 그룹에서 이 알림을 껐습니다.',
    'told-with-group': '그룹 알림에 포함됩니다.',
    'ended-before-found': '프로젝트를 확인했을 때 이미 등록이 끝나 있었습니다.',
    'no-longer-watched': '알림이 꺼져 있었고, 다시 켜지기 전에 목록에서 빠졌습니다.',
    'over-by-then': '알릴 수 있게 되었을 때 등록이 이미 끝났거나 목록에서 빠져 있었습니다.',
  },
  notShown: (reasons) => `알림을 표시하지 못했습니다: ${reasons}`,
  wasOver: '처음 확인했을 때 이미 등록이 끝나 있어 새로 알릴 것이 없었습니다.',
  wasNeverThere: '에셋을 한 번도 찾지 못해 알릴 것이 없었습니다.',
  isOnItsWay: '알림을 준비하고 있습니다.',
};

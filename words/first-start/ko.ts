import type { firstStart as model } from './en.ts';

export const firstStart: typeof model = {
  title: '미디어 에셋 등록이 끝나면 알려 드립니다',
  text: 'Media Intelligence의 등록 상태를 대신 확인해, 등록이 완료되거나 실패하면 한 번만 알려 드립니다. 실패하면 이유도 함께 알려 드립니다.',
  connect: '계정 연결',
  tryDemo: '예시 데이터로 체험하기',
  privacy: 'Secret Key는 이 컴퓨터 밖으로 나가지 않습니다.',
  inTray:
    '창을 닫아도 Import Watch는 트레이에서 계속 실행됩니다. 끝내려면 트레이 메뉴에서 종료를 선택해 주세요.',
};

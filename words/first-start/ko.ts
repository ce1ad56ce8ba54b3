import type { firstStart as model } from './en.ts';

export const firstStart: typeof model = {
  title: '미디어 에셋 등록이 끝나면 알려 드립니다',
  text: 'Media Intelligence의 등록 상태를 대신 확인해, 등록이 완료되거나 실패하면 한 번만 알려 드립니다. 실패하면 이유도 함께 알려 드립니다.',
  connect: '계정 연결',
  tryDemo: '예시 데이터로 체험하기',
};

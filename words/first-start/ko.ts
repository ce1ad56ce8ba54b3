import type { firstStart as model } from './en.ts';

export const firstStart: typeof model = {
  title: '가져오기가 끝나면 알려 드립니다',
  text: 'Import Watch가 Media Intelligence에 대신 확인하여, 파일이 준비되거나 가져오기에 실패하면 이 창과 트레이에서 한 번만 알려 드립니다.',
  connect: '계정 연결',
  tryDemo: '예시 가져오기로 체험해 보기',
};

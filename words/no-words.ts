import type { Language } from '../main/contract.ts';

/** What the window says where not even its words can be loaded. */
export const noWords: Readonly<Record<Language, string>> = {
  en: 'Import Watch couldn’t load this window. Quit Import Watch, then start it again. If that doesn’t help, reinstall it.',
  ko: '창을 불러올 수 없습니다. Import Watch를 종료한 뒤 다시 실행해 주세요. 그래도 해결되지 않으면 다시 설치해 주세요.',
  ja: 'ウィンドウを読み込めませんでした。Import Watch を終了して再起動してください。解決しない場合は、インストールし直してください。',
};

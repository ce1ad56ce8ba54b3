import { refuse } from './refusal.ts';

export interface ClipboardPort {
  readonly readText: () => Promise<string>;
  /** Resolves also where nothing was written, as while another program holds the clipboard (Electron 45, electron_api_clipboard.cc). */
  readonly writeText: (text: string) => Promise<void>;
}

/** Copies a text, and refuses where it is not in the clipboard afterwards. */
export async function copyText(clipboard: ClipboardPort, text: string): Promise<void> {
  await clipboard.writeText(text);
  if ((await clipboard.readText()).replaceAll('\r\n', '\n') !== text) throw refuse('not-copied');
}

import { afterEach, describe, expect, it, vi } from 'vitest';
import { developmentWindow } from '../../../main/security/development-window.ts';

afterEach(() => vi.unstubAllGlobals());

const server = 'http://127.0.0.1:5173';

describe('the window while it is developed', () => {
  it.each([
    ['a development build', true, false, server, `${server}/index.html`],
    ['a development build that is not told of a server', true, false, undefined, null],
    ['a development build that was packaged', true, true, server, null],
    ['any other build', false, false, server, null],
  ])('%s', (_what, isDevelopment, isPackaged, named, address) => {
    vi.stubGlobal('DEVELOPMENT', isDevelopment);
    expect(developmentWindow(isPackaged, { IMPORT_WATCH_DEVELOPMENT_SERVER: named })).toBe(address);
  });

  it.each([
    'http://192.168.0.7:5173',
    'http://127.0.0.1.example.com:5173',
    'http://127.0.0.1:5173/elsewhere',
    'http://127.0.0.1:5173@example.com',
    'https://127.0.0.1:5173',
    'file:///127.0.0.1:5173',
  ])('is never loaded from %s', (address) => {
    vi.stubGlobal('DEVELOPMENT', true);
    expect(developmentWindow(false, { IMPORT_WATCH_DEVELOPMENT_SERVER: address })).toBe(null);
  });
});

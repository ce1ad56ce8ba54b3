import { describe, expect, it, vi } from 'vitest';
import { createAppLife, type AppLifePorts } from '../../../main/app/app-life.ts';

function lifeWith(close: () => Promise<unknown>) {
  const listeners = new Map<string, (event: { preventDefault: () => void }) => void>();
  const app = { on: (name: string, listener: () => void) => listeners.set(name, listener), exit: vi.fn() };
  const life = createAppLife();
  const wentWrong = vi.fn();
  const showWindow = vi.fn();
  life.begin({ app, close, wentWrong, showWindow } as unknown as AppLifePorts);
  const preventDefault = vi.fn();
  const happen = (name: string) => listeners.get(name)?.({ preventDefault });
  return { life, app, wentWrong, showWindow, preventDefault, happen };
}

describe('the life of the app', () => {
  it('ends only when everything is written', async () => {
    const writing = Promise.withResolvers<undefined>();
    const { life, app, preventDefault, happen } = lifeWith(() => writing.promise);
    happen('before-quit');
    expect(life.isQuitting()).toBe(true);
    happen('will-quit');
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(app.exit).not.toHaveBeenCalled();
    writing.resolve(undefined);
    await vi.waitFor(() => expect(app.exit).toHaveBeenCalledOnce());
  });

  it('ends also where closing went wrong, which is told', async () => {
    const fault = new Error('disk');
    const { app, wentWrong, happen } = lifeWith(() => Promise.reject(fault));
    happen('will-quit');
    await vi.waitFor(() => expect(app.exit).toHaveBeenCalledOnce());
    expect(wentWrong).toHaveBeenCalledWith(fault);
  });

  it('shows its window to whoever starts the app again', () => {
    const { showWindow, happen } = lifeWith(() => Promise.resolve());
    happen('second-instance');
    happen('activate');
    expect(showWindow).toHaveBeenCalledTimes(2);
  });
});

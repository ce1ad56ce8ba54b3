import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSeeing } from '../../../../renderer/views/inbox/seeing.ts';
import { fakeView } from '../../support/fake-view.ts';

/** Well over the moment in which an item counts as seen. */
const longMs = 5_000;

describe('an item of the inbox', () => {
  const view = fakeView();
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function seeing(...keys: string[]) {
    const seen = vi.fn();
    const made = createSeeing(seen);
    const elements = keys.map((key) => {
      const element = document.createElement('li');
      return { element, leave: made.watch(element, key) };
    });
    return { ...made, seen, elements: elements.map(({ element }) => element), leave: elements[0]?.leave };
  }

  it('is seen once it stood in view for a moment, and is told once', () => {
    const { seen, elements } = seeing('a', 'b', 'c');
    view.show(...elements.slice(0, 2));
    expect(seen).not.toHaveBeenCalled();
    vi.advanceTimersByTime(longMs);
    expect(seen).toHaveBeenCalledExactlyOnceWith(['a', 'b']);
    view.show(...elements);
    vi.advanceTimersByTime(longMs);
    expect(seen.mock.calls).toEqual([[['a', 'b']], [['c']]]);
  });

  it('that only flew by was not seen', () => {
    const { seen, elements } = seeing('a');
    view.show(...elements);
    vi.advanceTimersByTime(100);
    view.hide(...elements);
    vi.advanceTimersByTime(longMs);
    expect(seen).not.toHaveBeenCalled();
  });

  it('is not seen in a window that has not the keyboard, until it has', () => {
    view.setFocus(false);
    const { seen, elements } = seeing('a');
    view.show(...elements);
    vi.advanceTimersByTime(longMs);
    expect(seen).not.toHaveBeenCalled();
    view.setFocus(true);
    vi.advanceTimersByTime(longMs);
    expect(seen).toHaveBeenCalledOnce();
  });

  it('is not seen in a window that is left or hidden before the moment is over', () => {
    const { seen, elements } = seeing('a');
    view.show(...elements);
    view.setFocus(false);
    vi.advanceTimersByTime(longMs);
    view.setVisible(false);
    view.setFocus(true);
    vi.advanceTimersByTime(longMs);
    expect(seen).not.toHaveBeenCalled();
  });

  it('that is gone, or whose view is gone, is not told', () => {
    const { seen, elements, leave, stop } = seeing('a', 'b');
    view.show(...elements);
    leave?.();
    stop();
    vi.advanceTimersByTime(longMs);
    expect(seen).not.toHaveBeenCalled();
  });
});

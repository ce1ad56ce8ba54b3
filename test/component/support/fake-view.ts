import { afterEach, beforeEach, vi } from 'vitest';

export interface FakeView {
  /** Brings elements into view; those that were there stay. */
  readonly show: (...elements: readonly Element[]) => void;
  readonly hide: (...elements: readonly Element[]) => void;
  readonly setFocus: (focused: boolean) => void;
  readonly setVisible: (visible: boolean) => void;
  /** All that is watched for coming into view. */
  readonly watched: () => readonly Element[];
}

/** A window whose view and focus a test decides; jsdom lays nothing out. */
export function fakeView(): FakeView {
  const watching = new Map<Element, IntersectionObserverCallback>();
  let focused = true;
  let visible = true;

  class Observer {
    readonly #callback: IntersectionObserverCallback;
    constructor(callback: IntersectionObserverCallback) {
      this.#callback = callback;
    }
    observe(element: Element): void {
      watching.set(element, this.#callback);
    }
    unobserve(element: Element): void {
      watching.delete(element);
    }
    disconnect(): void {
      for (const [element, callback] of watching) if (callback === this.#callback) watching.delete(element);
    }
  }

  function move(elements: readonly Element[], isIntersecting: boolean): void {
    for (const target of elements)
      watching.get(target)?.(
        [{ target, isIntersecting } as unknown as IntersectionObserverEntry],
        undefined as never,
      );
  }

  beforeEach(() => {
    focused = true;
    visible = true;
    watching.clear();
    vi.stubGlobal('IntersectionObserver', Observer);
    vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => (visible ? 'visible' : 'hidden'));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  return {
    show: (...elements) => move(elements, true),
    hide: (...elements) => move(elements, false),
    setFocus(now) {
      focused = now;
      window.dispatchEvent(new Event(now ? 'focus' : 'blur'));
    },
    setVisible(now) {
      visible = now;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    watched: () => [...watching.keys()],
  };
}

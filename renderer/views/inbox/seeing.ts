export interface Seeing {
  /** Watches an element until the returned function is called; `seen` is told of its key once it was seen for a moment. */
  readonly watch: (element: Element, key: string) => () => void;
  readonly stop: () => void;
}

/** Long enough to read a line; what only flew by while scrolling was not seen. */
const momentMs = 1_000;

/**
 * Tells which items a person has seen: each stood whole in view for a moment, in a window that is visible and has the
 * keyboard, since a window behind another one is not looked at.
 */
export function createSeeing(seen: (keys: readonly string[]) => void): Seeing {
  const keys = new Map<Element, string>();
  const inView = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inView.add(target);
        else inView.delete(target);
      }
      waitAnew();
    },
    { threshold: 0.9 },
  );

  /** The moment begins anew with each change of the view: what stands still is seen soon, what moves is not. */
  function waitAnew(): void {
    clearTimeout(timer);
    if (inView.size === 0 || document.visibilityState === 'hidden' || !document.hasFocus()) return;
    timer = setTimeout(tell, momentMs);
  }

  function tell(): void {
    const told = [...inView].flatMap((element) => keys.get(element) ?? []);
    for (const element of inView) forget(element);
    if (told.length > 0) seen(told);
  }

  function forget(element: Element): void {
    observer.unobserve(element);
    keys.delete(element);
    inView.delete(element);
  }

  const changes = [
    [window, 'focus'],
    [window, 'blur'],
    [document, 'visibilitychange'],
  ] as const;
  for (const [target, name] of changes) target.addEventListener(name, waitAnew);

  return {
    watch(element, key) {
      keys.set(element, key);
      observer.observe(element);
      return () => forget(element);
    },
    stop() {
      clearTimeout(timer);
      observer.disconnect();
      for (const [target, name] of changes) target.removeEventListener(name, waitAnew);
    },
  };
}

/** What a click acts on; within a label all is one. */
const takesClicks = 'button, label, a';

/**
 * Keeps the second click of a double click, and a key that is held down, from all but what was pressed first. What was pressed may be gone
 * by then, such as a file that was seen to, and the next one in its place. Returns what ends it.
 */
export function keepToOnePress(): () => void {
  let first: Element | null = null;

  function click(event: MouseEvent): void {
    const pressed = event.target instanceof Element ? event.target.closest(takesClicks) : null;
    // The first of a series is 1, and what a key does is 0.
    if (event.detail === 1) first = pressed;
    else if (event.detail > 1 && pressed !== first) swallow(event);
  }

  function press(event: KeyboardEvent): void {
    if (event.repeat && event.target instanceof Element && isPress(event.key, event.target)) swallow(event);
  }

  const ending = new AbortController();
  const early = { capture: true, signal: ending.signal };
  window.addEventListener('click', click, early);
  window.addEventListener('dblclick', click, early);
  window.addEventListener('keydown', press, early);
  return () => ending.abort();
}

/** Whether the key presses what it stands on, and writes nothing there. */
function isPress(key: string, { localName }: Element): boolean {
  if (localName === 'textarea') return false;
  return key === 'Enter' || (key === ' ' && localName !== 'input');
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

const takesKeyboard = 'button, input, select, textarea, [tabindex="0"]';
/** Where Enter and the space bar neither press nor send anything. */
const calm =
  'textarea, [tabindex]:not(button), input:not([type="checkbox"], [type="radio"], [type="file"], form *)';

/**
 * What had the keyboard goes, or is out of use, such as a button that did what it was for, and leaves it with nobody: a screen reader begins the page anew,
 * and the keys of the list do nothing. It is put where the person was: in the list, or at what follows in the same view. Never on what
 * acts: Enter pressed twice would drop one file that was seen to, and register the next one anew.
 */
export function keepKeyboard(root: HTMLElement): () => void {
  let last: Node | null = null;
  /** Had it, and is out of use since: it gets it back once it is of use again, as after a reply, if the person is still there. */
  let waiting: HTMLElement | null = null;
  const remember = ({ target }: FocusEvent): void => {
    last = target instanceof Node ? target : null;
    if (target !== waiting?.parentElement) waiting = null;
  };
  const observer = new MutationObserver((records) => {
    const now = document.activeElement;
    if (now instanceof HTMLElement && now.matches(':disabled')) {
      waiting = now;
      focusLine(now.parentElement);
    } else if (waiting?.matches(':enabled') && now === waiting.parentElement) waiting.focus();
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    let gone = last;
    let place: MutationRecord | null = null;
    // What was taken out first may have been in what was taken out after it.
    for (const record of records)
      if ([...record.removedNodes].some((node) => node.contains(gone))) {
        place = record;
        gone = record.target;
      }
    last = null;
    if (place !== null) focusNear(place);
  });
  root.addEventListener('focusin', remember);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    root.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}

/** Gives the keyboard to the element, or where Enter would do something there, to what it stands in. */
export function giveKeyboard(element: HTMLElement, line = element.parentElement): void {
  if (element.matches(calm)) element.focus();
  else focusLine(line);
}

function focusLine(line: HTMLElement | null): void {
  // It stays: without it the keyboard would be with nobody again once the window comes back from behind another one.
  if (line?.hasAttribute('tabindex') === false) line.tabIndex = -1;
  line?.focus();
}

function focusNear({ target, previousSibling }: MutationRecord): void {
  const view = target instanceof Element ? target.closest<HTMLElement>('main') : null;
  const from = previousSibling?.isConnected === true ? previousSibling : target;
  const isNext = (element: Element): boolean => {
    const where = from.compareDocumentPosition(element);
    const isWithin = (where & Node.DOCUMENT_POSITION_CONTAINED_BY) !== 0;
    return (where & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && (from === target || !isWithin);
  };
  const list = view?.querySelector<HTMLElement>('[role="grid"]') ?? null;
  // In another view the person has not been anywhere yet.
  const parts =
    target === view ? [] : [...((view ?? target) as Element).querySelectorAll<HTMLElement>(takesKeyboard)];
  for (const next of [list, ...parts.filter(isNext), view, document.querySelector<HTMLElement>('main')]) {
    if (next !== null) giveKeyboard(next, lineOf(next, target));
    // Not all of it can have the keyboard, such as what is out of use and the choices of a closed menu.
    if (document.activeElement !== document.body) return;
  }
}

/** The part of `whole` that it is in, such as the next notice: that is read aloud, and Tab goes on to its first button. */
function lineOf(next: HTMLElement, whole: Node): HTMLElement | null {
  let line = next;
  if (whole.contains(next))
    while (line.parentNode !== whole && line.parentElement !== null) line = line.parentElement;
  return line === next ? next.parentElement : line;
}

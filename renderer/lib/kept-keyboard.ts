const takesKeyboard = 'button, input, select, textarea, [tabindex="0"]';

/**
 * What had the keyboard goes, such as a button that did what it was for, and leaves it with nobody: a screen reader begins the page anew,
 * and the keys of the list do nothing. It is put where the person was: in the list, or on what follows in the same view.
 */
export function keepKeyboard(root: HTMLElement): () => void {
  let last: Node | null = null;
  const remember = ({ target }: FocusEvent): void => {
    last = target instanceof Node ? target : null;
  };
  const observer = new MutationObserver((records) => {
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
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', remember);
    observer.disconnect();
  };
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
    next?.focus();
    // Not all of it can have the keyboard, such as what is out of use and the choices of a closed menu.
    if (document.activeElement !== document.body) return;
  }
}

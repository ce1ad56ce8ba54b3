import { changeOfRow, type RowEvent } from './change-of-row.ts';

/** Hands the window the snapshot that it waits for, and waits for the frame that has the rows of the first screen. */
export async function firstPaint(): Promise<void> {
  globalThis.giveSnapshot();
  while (document.querySelectorAll('[data-watch]').length === 0) await nextFrame();
  await painted();
}

/** Until the window has all rows, and has drawn them. */
export async function whole(): Promise<void> {
  globalThis.giveRest();
  while (!globalThis.isWhole) await nextFrame();
  await painted();
}

/** Tells of a change of one row, as main does. `index`: how many were told before. */
export async function changeRow(event: RowEvent, index: number): Promise<void> {
  const importing = globalThis.benchSnapshot.rows.filter(({ outcome }) => outcome === 'importing');
  globalThis.pushChange(changeOfRow(importing[index % importing.length]!, event, index));
  await painted();
}

/** The search field has this text, by one stroke of a key. */
export async function type(text: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (field === null) throw new Error('There is no search field.');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await painted();
}

export async function selectAll(): Promise<void> {
  const press = new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true });
  document.querySelector('[role="grid"]')?.dispatchEvent(press);
  await painted();
}

/** Chooses the first row, whose details stand at the side where there is room. */
export async function chooseFirst(): Promise<void> {
  document.querySelector<HTMLElement>('[data-watch]')?.click();
  await painted();
}

export async function sortBy(sort: string): Promise<void> {
  const choice = document.querySelector<HTMLSelectElement>(`select:has(option[value="${sort}"])`);
  if (choice === null) throw new Error(`There is no sorting by ${sort}.`);
  choice.value = sort;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  await painted();
}

/** Scrolls the list by some pixels, as in one frame of a fast wheel. */
export async function scroll(pixels: number): Promise<void> {
  const list = document.querySelector('[role="grid"]');
  if (list === null) throw new Error('There is no list.');
  list.scrollTop += pixels;
  await painted();
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => void requestAnimationFrame(resolve));
}

/** Until a frame with all that stands now has been handed to the screen. */
async function painted(): Promise<void> {
  await nextFrame();
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

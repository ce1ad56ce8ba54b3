import { changeOfRow, type RowEvent } from './change-of-row.ts';

/** Milliseconds from asking for the snapshot, its copy included, to the frame that has the rows of the first screen. */
export async function firstPaint(): Promise<number> {
  while (document.querySelectorAll('[data-watch]').length === 0) await nextFrame();
  await painted();
  return performance.now() - globalThis.snapshotAt;
}

/** Until the window has all rows, and has drawn them. */
export async function whole(): Promise<void> {
  while (!globalThis.isWhole) await nextFrame();
  await painted();
}

/** Milliseconds of scripting for each of `count` changes of one row, told as main tells them. */
export async function changedRow(event: RowEvent, count: number): Promise<number[]> {
  const importing = globalThis.benchSnapshot.rows.filter(({ outcome }) => outcome === 'importing');
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const row = importing[index % importing.length];
    if (row === undefined) break;
    const change = changeOfRow(row, event, index);
    times.push(await scripting(() => globalThis.pushChange(change)));
    await painted();
  }
  return times;
}

/** Milliseconds of scripting for each key stroke of a text that is typed into the search field and taken back, `count` times over. */
export async function keyStrokes(text: string, count: number): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (field === null) throw new Error('There is no search field.');
  const times: number[] = [];
  const lengths = [...text].map((_, index) => index + 1);
  const typing = [...lengths, ...lengths.toReversed().map((each) => each - 1)];
  for (const length of Array.from({ length: count }, () => typing).flat()) {
    field.value = text.slice(0, length);
    times.push(
      await scripting(() => {
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }),
    );
    await painted();
  }
  return times;
}

/** Milliseconds of scripting for Ctrl+A in the list. */
export async function selectAll(): Promise<number[]> {
  const grid = document.querySelector('[role="grid"]');
  const press = new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true });
  const time = await scripting(() => grid?.dispatchEvent(press));
  await painted();
  return [time];
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

/** Milliseconds from frame to frame while the list is scrolled by `pixels` in each of `count` frames, as a fast wheel does. */
export async function scrolling(count: number, pixels: number): Promise<number[]> {
  const list = document.querySelector('[role="grid"]');
  if (list === null) throw new Error('There is no list.');
  const frames: number[] = [];
  let last = await nextFrame();
  for (let index = 0; index < count; index += 1) {
    list.scrollTop += pixels;
    const now = await nextFrame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/** Until all microtasks are done that the act has brought about. */
async function scripting(act: () => void): Promise<number> {
  const began = performance.now();
  act();
  await afterScripting();
  return performance.now() - began;
}

function afterScripting(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => void requestAnimationFrame(resolve));
}

/** Until a frame with all that stands now has been handed to the screen. */
async function painted(): Promise<void> {
  await nextFrame();
  await afterScripting();
}

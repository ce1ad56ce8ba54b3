import { afterEach, beforeEach, vi } from 'vitest';

/** Gives every element a size, which jsdom does not: a list that shows only what can be seen would show nothing. */
export function layOut({ width, height }: { width: number; height: number }): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(width);
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(height);
    vi.stubGlobal('innerWidth', width);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}

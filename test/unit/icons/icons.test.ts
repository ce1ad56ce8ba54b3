import { Resvg } from '@resvg/resvg-js';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { trayIcons } from '../../../main/model/view.ts';
import { drawIcons } from '../../../tools/icons/draw.ts';

const folder = 'main/icons/generated/';
const icons = drawIcons(readFileSync('main/icons/film-frame.svg', 'utf8'));

test('the committed icons are what the source gives', () => {
  const committed = globSync('**/*.{png,ico,icns}', { cwd: folder }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  expect(committed.sort()).toEqual([...icons.keys()].sort());
  for (const [name, bytes] of icons) expect(readFileSync(folder + name).equals(bytes), name).toBe(true);
});

describe('told apart by shape alone', () => {
  const pairs = trayIcons.flatMap((one, index) =>
    trayIcons.slice(index + 1).map((other) => [one, other] as const),
  );
  test.each(pairs)('%s and %s', (one, other) => {
    const [left, right] = [coverage(one), coverage(other)];
    const different = left.filter((alpha, pixel) => Math.abs(alpha - right[pixel]!) > 200).length;
    expect(different).toBeGreaterThanOrEqual(20);
  });
});

test.each(trayIcons)('%s has no blurred pixel at 1x but the four rounded corners', (shape) => {
  const blurred = coverage(shape).filter((alpha) => alpha > 0 && alpha < 255).length;
  expect(blurred).toBeLessThanOrEqual(4);
});

test.each(trayIcons)('%s lies within a Windows icon in five sizes', (shape) => {
  const ico = icons.get(`tray/${shape}-on-dark.ico`)!;
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const png = ico.subarray(ico.readUInt32LE(6 + 16 * index + 12));
    return [ico.readUInt8(6 + 16 * index), png.toString('latin1', 1, 4), png.readUInt32BE(16)];
  });
  expect(sizes).toEqual([16, 20, 24, 32, 48].map((size) => [size, 'PNG', size]));
});

test("the app's icon for macOS has each size once for each kind of screen", () => {
  const icns = icons.get('app/icon.icns')!;
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found: Record<string, number> = {};
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    expect(icns.toString('latin1', at + 9, at + 12)).toBe('PNG');
    found[icns.toString('latin1', at, at + 4)] = icns.readUInt32BE(at + 8 + 16);
  }
  // In points: 16@2x, 32@2x, 128, 128@2x, 256, 256@2x, 512, 512@2x.
  expect(found).toEqual({
    ...{ ic11: 32, ic12: 64, ic07: 128, ic13: 256 },
    ...{ ic08: 256, ic14: 512, ic09: 512, ic10: 1024 },
  });
});

/** How much of each of the 256 pixels is covered, 0 to 255, whatever its colour. */
function coverage(shape: string): number[] {
  const png = icons.get(`tray/${shape}Template.png`)!.toString('base64');
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><image width="16" height="16" href="data:image/png;base64,${png}"/></svg>`;
  return [...new Resvg(picture).render().pixels].filter((_, index) => index % 4 === 3);
}

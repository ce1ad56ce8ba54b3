import { Resvg } from '@resvg/resvg-js';
import { icnsOf, macSizes } from './icns.ts';
import { icoOf } from './ico.ts';
import { trayIcons } from '../../main/model/view.ts';

/** Sizes (px) that Windows asks for at 100, 125, 150, 200 and 300 %. */
const windowsSizes = [16, 20, 24, 32, 48];
/** Sizes (px) of the hicolor theme, in which desktops look for the icon of a desktop entry. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];

/** What lies under the icon -> the colour it is drawn in. macOS tints its own templates, of which it reads only the alpha. */
const inks = { 'on-light': '#1f2328', 'on-dark': '#ffffff' } as const;
const templateInk = '#000000';

/**
 * Every icon as file name -> bytes; the same bytes for the same source.
 * @param source An SVG whose `defs` hold one group for each tray icon, and one for the app.
 */
export function drawIcons(source: string): Map<string, Buffer> {
  const icons = new Map<string, Buffer>();
  for (const shape of trayIcons) {
    // The word "Template" at the end of the name is what makes it a template; "@2x" is found by Electron itself.
    icons.set(`tray/${shape}Template.png`, draw(source, shape, templateInk, 16));
    icons.set(`tray/${shape}Template@2x.png`, draw(source, shape, templateInk, 32));
    for (const [ground, ink] of Object.entries(inks)) {
      icons.set(`tray/${shape}-${ground}-16.png`, draw(source, shape, ink, 16));
      icons.set(`tray/${shape}-${ground}-32.png`, draw(source, shape, ink, 32));
      icons.set(`tray/${shape}-${ground}.ico`, ico(source, shape, ink, windowsSizes));
    }
  }
  for (const size of linuxSizes)
    icons.set(`app/linux/${size}x${size}.png`, draw(source, 'app', templateInk, size));
  icons.set('app/icon.ico', ico(source, 'app', templateInk, [...windowsSizes, 256]));
  const macPictures = macSizes.map((size) => ({ size, png: draw(source, 'app', templateInk, size) }));
  icons.set('app/icon.icns', icnsOf(macPictures));
  return icons;
}

function ico(source: string, shape: string, ink: string, sizes: readonly number[]): Buffer {
  return icoOf(sizes.map((size) => ({ size, png: draw(source, shape, ink, size) })));
}

function draw(source: string, shape: string, ink: string, size: number): Buffer {
  const drawing = source.replace('</svg>', `<g color="${ink}"><use href="#${shape}"/></g></svg>`);
  return new Resvg(drawing, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}

import { existsSync, readFileSync } from 'node:fs';
import type Electron from 'electron';
import { only } from './only.ts';

type Members =
  | 'isEmpty'
  | 'toPNG'
  | 'getSize'
  | 'setTemplateImage'
  | 'isTemplateImage'
  | 'addRepresentation'
  | 'toDataURL'
  | 'getScaleFactors'
  | 'resize';

/** An image that is kept as it came; nothing is drawn. */
export function createNativeImage(png: Buffer): Pick<Electron.NativeImage, Members> {
  let template = false;
  const scales = [1];
  const image: Pick<Electron.NativeImage, Members> = only('NativeImage', {
    isEmpty: () => png.length === 0,
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    // Width and height stand at fixed places of a PNG's first chunk.
    getSize: () =>
      png.length < 24
        ? { width: 0, height: 0 }
        : { width: png.readUInt32BE(16), height: png.readUInt32BE(20) },
    setTemplateImage: (option: boolean) => void (template = option),
    isTemplateImage: () => template,
    addRepresentation: (options: Electron.AddRepresentationOptions) =>
      void scales.push(options.scaleFactor ?? 1),
    getScaleFactors: () => scales,
    resize: () => image as Electron.NativeImage,
  });
  return image;
}

export const nativeImage = only('nativeImage', {
  createEmpty: () => createNativeImage(Buffer.alloc(0)) as Electron.NativeImage,
  createFromPath: (path: string) =>
    createNativeImage(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)) as Electron.NativeImage,
  createFromBuffer: (buffer: Buffer) => createNativeImage(buffer) as Electron.NativeImage,
  createFromDataURL: (url: string) =>
    createNativeImage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')) as Electron.NativeImage,
} satisfies Pick<
  typeof Electron.nativeImage,
  'createEmpty' | 'createFromPath' | 'createFromBuffer' | 'createFromDataURL'
>);

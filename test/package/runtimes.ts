import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findChromium } from '../stand-in/rooms/chromium.ts';

export type System = 'linux' | 'win' | 'mac';

/** The stand-in is a program of Linux. On CI a missing browser must fail; elsewhere the set-up has said in one line what to install. */
export const startsStandIn =
  process.platform === 'linux' && (process.env['CI'] !== undefined || findChromium() !== null);

const standIn = resolve(import.meta.dirname, '../stand-in');
/** One more than the app speaks. */
const languages = ['en-US', 'ko', 'ja', 'fr'];

/**
 * Lays into `folder` what electron-builder wants to find in Electron's runtime for a system. On Linux it can be started: it is the
 * stand-in. For the others it is empty but for the fuses, since nothing here could run it.
 */
export function layRuntime(system: System, folder: string): void {
  const write = (path: string, text: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  if (system === 'mac') {
    const app = 'Electron.app/Contents';
    const parts = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map((kind) => `Electron Helper${kind}`);
    write(`${app}/Info.plist`, propertyList);
    write(`${app}/MacOS/Electron`, '');
    write(`${app}/Resources/electron.icns`, '');
    write(`${app}/Frameworks/Electron Framework.framework/Electron Framework`, fuses());
    for (const part of parts) {
      write(`${app}/Frameworks/${part}.app/Contents/Info.plist`, propertyList);
      write(`${app}/Frameworks/${part}.app/Contents/MacOS/${part}`, '');
    }
    const versioned = `${app}/Frameworks/Electron Framework.framework/Versions/A/Resources`;
    for (const language of languages.map((name) => name.slice(0, 2)))
      for (const resources of [`${app}/Resources`, versioned])
        write(`${resources}/${language}.lproj/locale.pak`, '');
    return;
  }
  if (system === 'linux') cpSync(standIn, folder, { recursive: true });
  else write('electron.exe', fuses());
  // electron-builder trims the languages of the runtime and stops where it finds none.
  for (const language of languages) write(`locales/${language}.pak`, '');
}

/** The line of the stand-in that carries the fuses. */
function fuses(): string {
  const text = readFileSync(join(standIn, 'electron'), 'utf8');
  return text.split('\n').find((line) => line.includes('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')) ?? '';
}

const propertyList =
  '<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>CFBundleExecutable</key><string>Electron</string></dict></plist>';

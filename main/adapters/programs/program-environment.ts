import { delimiter, sep } from 'node:path';
import { appImageOf } from '../login-item/app-image.ts';

/** Of the AppImage itself; a program that is one, or starts one, would take them for its own. */
const ofAppImage = ['APPIMAGE', 'APPDIR', 'ARGV0', 'OWD'];

/**
 * What a program of the person finds in its environment: what this one was started with. An AppImage puts its mount before the paths of
 * programs, libraries, data and schemas, with which those of the system may not start.
 */
export function programEnvironment(
  environment: Readonly<NodeJS.ProcessEnv>,
  executable: string,
): NodeJS.ProcessEnv {
  const mount = environment['APPDIR'];
  if (mount === undefined || appImageOf(environment, executable) === null) return { ...environment };
  const isOutside = (path: string) => path !== mount && !path.startsWith(`${mount}${sep}`);
  const left: NodeJS.ProcessEnv = {};
  for (const [name, value = ''] of Object.entries(environment)) {
    const paths = value.split(delimiter);
    const outside = paths.filter(isOutside);
    if (ofAppImage.includes(name)) continue;
    if (outside.length === paths.length) left[name] = value;
    else if (outside.some((path) => path !== '')) left[name] = outside.join(delimiter);
  }
  return left;
}

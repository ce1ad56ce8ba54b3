export interface DesktopEntry {
  /** The AppImage or the executable to start; absolute. */
  readonly program: string;
  readonly arguments: readonly string[];
}

/** The text of an autostart file (Desktop Entry Specification 1.5). */
export function desktopEntry(entry: DesktopEntry): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Import Watch',
    'Comment=Notifies you when a media import finishes',
    'Comment[ko]=미디어 에셋 등록이 끝나면 알려 줍니다',
    'Comment[ja]=メディアアセットの登録が終わると通知します',
    execLine(entry),
    // As the packages install it, by the name of their executable.
    'Icon=import-watch-app',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

export function execLine(entry: DesktopEntry): string {
  return `Exec=${[entry.program, ...entry.arguments].map(execArgument).join(' ')}`;
}

/**
 * One argument of `Exec`: quoted, with reserved characters escaped and `%` doubled, and then escaped once more, because the whole value is
 * a string of the file ("The Exec key": a backslash in a quoted argument takes four).
 */
function execArgument(text: string): string {
  const argument = text.replace(/%/g, '%%');
  if (/^[\w@:+./=,%-]+$/.test(argument)) return argument;
  const quoted = `"${argument.replace(/["`$\\]/g, '\\$&')}"`.replace(/\\/g, '\\\\');
  // A line end in a folder's name would begin a key of its own.
  return quoted.replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
}

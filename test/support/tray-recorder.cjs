// Loaded before the app (`-r`), on Electron and on the stand-in alike: Electron offers no way to find a tray that the app made.
const load = require;
const { Tray } = load('electron');

const record = { toolTip: '', menu: null };
globalThis.trayRecord = record;

for (const [method, field] of [
  ['setToolTip', 'toolTip'],
  ['setContextMenu', 'menu'],
]) {
  const original = Tray.prototype[method];
  Tray.prototype[method] = function (value) {
    record[field] = value;
    return original.call(this, value);
  };
}

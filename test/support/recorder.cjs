// Loaded before the app (`-r`), on Electron and on the stand-in alike. Electron offers no way to find a tray that the app made,
// nor to see what main told the window.
const load = require;
const { app, dialog, ipcMain, Tray } = load('electron');
const { DatabaseSync } = load('node:sqlite');

// `toolTipAt` and `menuAt`: when the tray was given its first.
// `begun`: what was begun first, a window or the reading of the database.
// `questions`: what the person was asked in a dialog of the system; `answer` is the button that was pressed, the first is yes.
const record = {
  tray: null,
  toolTip: '',
  menu: null,
  messages: [],
  begun: [],
  questions: [],
  answer: 0,
  sandboxed: false,
  appId: '',
};
globalThis.record = record;

for (const [method, field] of [
  ['setToolTip', 'toolTip'],
  ['setContextMenu', 'menu'],
]) {
  const original = Tray.prototype[method];
  Tray.prototype[method] = function (value) {
    record.tray = this;
    record[field] = value;
    record[`${field}At`] ??= Date.now();
    return original.call(this, value);
  };
}

const handle = ipcMain.handle;
ipcMain.handle = (channel, handler) =>
  handle.call(ipcMain, channel, async (...received) => {
    try {
      const answer = await handler(...received);
      record.messages.push(JSON.stringify({ channel, answer }));
      return answer;
    } catch (error) {
      record.messages.push(JSON.stringify({ channel, error: String(error) }));
      throw error;
    }
  });

function begin(what) {
  if (!record.begun.includes(what)) record.begun.push(what);
}

const { prepare } = DatabaseSync.prototype;
DatabaseSync.prototype.prepare = function (...given) {
  begin('database');
  return prepare.apply(this, given);
};

app.on('web-contents-created', (_event, contents) => {
  begin('window');
  const send = contents.send;
  contents.send = (channel, ...values) => {
    record.messages.push(JSON.stringify({ channel, values }));
    return send.call(contents, channel, ...values);
  };
});

dialog.showMessageBox = async (...given) => {
  record.questions.push(given.at(-1).message);
  return { response: record.answer, checkboxChecked: false };
};

const enableSandbox = app.enableSandbox;
app.enableSandbox = () => {
  record.sandboxed = true;
  enableSandbox.call(app);
};

const { setAppUserModelId } = app;
app.setAppUserModelId = (id) => {
  record.appId = id;
  setAppUserModelId.call(app, id);
};

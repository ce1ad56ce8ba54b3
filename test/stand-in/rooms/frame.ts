import { only } from './only.ts';

/** `webContents.mainFrame`: one object for the life of the window, as the gate compares it by identity. */
export function createMainFrame() {
  const frame = {
    url: 'about:blank',
    origin: 'null',
    parent: null,
    top: null as unknown,
    frames: [] as unknown[],
    processId: 1,
    routingId: 1,
    frameTreeNodeId: 1,
    name: '',
    detached: false,
    isDestroyed: () => frame.detached,
  };
  frame.top = frame;
  return only('mainFrame', frame);
}

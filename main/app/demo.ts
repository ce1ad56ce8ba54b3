import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../desk/desk.ts';
import { fillDemoWorld } from '../simulator/demo-world.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';

const folderName = 'import-watch-demo-';
const oldAfterMs = 24 * 3_600_000;

/** A folder for one run, so that the demo cannot touch anything of the person's own. Those of old runs go: Windows keeps open files. */
export function makeDemoFolder(parent: string): string {
  for (const name of globSync(`${folderName}*`, { cwd: parent }))
    if (Date.now() - statSync(join(parent, name)).mtimeMs > oldAfterMs) removeDemoFolder(join(parent, name));
  return mkdtempSync(join(parent, folderName));
}

export function removeDemoFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Starts the service on loopback with a dozen imports that end within a minute, and lets the desk watch them, each project as a group. */
export async function startDemo(desk: Desk): Promise<Simulator> {
  const simulator = await startSimulator();
  const assets = fillDemoWorld(simulator.world);
  desk.accounts.trust(simulator.url);
  const { id: account } = await desk.accounts.save({
    id: null,
    name: 'Demo',
    ...simulator.keys,
    apiUrl: simulator.url,
  });
  for (const [name, ofProject] of Map.groupBy(assets, ({ projectName }) => projectName)) {
    desk.runner.dispatch({
      kind: 'added',
      watches: ofProject.map(({ workspace, projectId, assetId, fileName }) => ({
        account,
        reference: { workspace, projectId, assetId },
        label: null,
        fileName,
      })),
      group: { id: name, name, tell: { allDone: true, firstFailure: false }, eachAsset: true },
    });
  }
  return simulator;
}

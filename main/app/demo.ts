import type { Desk } from '../desk/desk.ts';
import { fillDemoWorld } from '../simulator/demo-world.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';

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

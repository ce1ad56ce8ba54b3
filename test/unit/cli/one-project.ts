import { onTestFinished } from 'vitest';
import { startSimulator, type Simulator, type SimulatorSettings } from '../../../main/simulator/server.ts';

export const secretKey = 'CANARYSECRETKEY000000000000000000000001';
export const accessKey = 'CANARYACCESSKEY00001';

export const asset = (id: number) => `my-workspace/1234/${id}`;

/** For one test: a project whose assets 1 and 2 import until they are ended. */
export async function simulate(settings: SimulatorSettings = {}): Promise<Simulator> {
  const simulator = await startSimulator({ keys: { accessKey, secretKey }, ...settings });
  onTestFinished(() => simulator.stop());
  simulator.world.addWorkspace('my-workspace');
  for (const [assetId, as] of [
    [1, 'COMPLETED'],
    [2, 'FAILED'],
  ] as const)
    simulator.world.addAsset({
      ...{ workspace: 'my-workspace', projectId: 1234, fileName: `video-${assetId}.mp4`, assetId },
      script: { endsAfterMs: null, as },
    });
  return simulator;
}

import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as plain } from '@playwright/test';
import type { ImportScript } from '../../main/simulator/world.ts';
import { startSimulator, type Simulator, type SimulatorSettings } from '../../main/simulator/server.ts';
import { startChromium } from '../stand-in/rooms/chromium.ts';
import { createInstallation, type Installation, type InstallationOptions } from './installation.ts';
import { environmentOf } from './launch-app.ts';
import { startBanners, type Banner, type Banners } from './notification-daemon.ts';

export type { Banners as Daemon } from './notification-daemon.ts';
import type { EnteredAccount } from './person.ts';
import { isStandIn } from './runtime.ts';

export { expect } from '@playwright/test';

/** The service on loopback with one workspace and one project. */
export interface Service extends Simulator {
  /** What a person enters to connect to it. */
  readonly account: EnteredAccount;
  /** An import that goes on until the test ends it, or as scripted; its reference as the console shows it. */
  readonly importing: (
    fileName: string,
    script?: ImportScript,
  ) => { readonly id: number; readonly reference: string };
}

export const workspace = 'drama-studio';
export const projectId = 1_234;

const endless: ImportScript = { endsAfterMs: null, as: 'COMPLETED' };

export async function startService(settings: SimulatorSettings = {}): Promise<Service> {
  const simulator = await startSimulator(settings);
  simulator.world.addWorkspace(workspace);
  simulator.world.addProject(workspace, 'Autumn drama', projectId);
  return {
    ...simulator,
    account: { ...simulator.keys, apiUrl: simulator.url },
    importing(fileName, script = endless) {
      const { assetId } = simulator.world.addAsset({ workspace, projectId, fileName, script });
      return { id: assetId, reference: `${workspace}/${projectId}/${assetId}` };
    },
  };
}

interface Rooms {
  /** What the service is made with; for `test.use`. */
  readonly serviceSettings: SimulatorSettings;
  readonly service: Service;
  /** Banners that the notification daemon received since this test began, oldest first. */
  readonly banners: () => Promise<readonly Banner[]>;
  /** What the installation is made with; for `test.use`. */
  readonly installationOptions: InstallationOptions;
  /** Not started yet. */
  readonly installation: Installation;
}

interface RoomsOfWorker {
  readonly daemon: Banners;
  /** For the app's environment. */
  readonly sharedChromium: Readonly<Record<string, string>>;
}

/** A person's desk for each test: the service, a notification daemon and an installation that is not started yet. */
export const test = plain.extend<Rooms, RoomsOfWorker>({
  daemon: [
    // Playwright reads from the pattern what a fixture needs; this one needs nothing.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const daemon = await startBanners();
      await use(daemon);
      await daemon.stop();
    },
    { scope: 'worker' },
  ],
  // Only the stand-in knows it.
  sharedChromium: [
    async ({ daemon }, use) => {
      if (!isStandIn()) {
        await use({});
        return;
      }
      const home = mkdtempSync(join(tmpdir(), 'import-watch-chromium-'));
      const { promise: address, resolve } = Promise.withResolvers<string>();
      const chromium = startChromium(resolve, environmentOf(home, daemon.environment));
      await use({ STAND_IN_CHROMIUM: await address });
      chromium.end();
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
    { scope: 'worker' },
  ],
  serviceSettings: [{}, { option: true }],
  service: async ({ serviceSettings }, use) => {
    const service = await startService(serviceSettings);
    await use(service);
    await service.stop();
  },
  banners: async ({ daemon }, use) => {
    const before = (await daemon.received()).length;
    await use(async () => (await daemon.received()).slice(before));
  },
  installationOptions: [{}, { option: true }],
  installation: async ({ daemon, installationOptions, sharedChromium }, use) => {
    const { environment = {} } = installationOptions;
    // Chromium speaks one language as long as it runs.
    const lent = 'LANG' in environment ? {} : sharedChromium;
    const installation = createInstallation({
      ...installationOptions,
      environment: { ...daemon.environment, ...lent, ...environment },
    });
    await use(installation);
    await installation.remove();
  },
});

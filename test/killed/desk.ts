import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService, test as journey, type Service } from '../support/journey.ts';
import { startBannerBell, type BannerBell } from './banner-bell.ts';
import { startHidden, type HiddenApp } from './hidden-app.ts';

interface Rooms {
  /** For `test.use`: how many services there are. */
  readonly serviceCount: number;
  /** Each with keys of its own. */
  readonly services: readonly Service[];
  readonly bell: BannerBell;
  /** Starts the installation hidden. */
  readonly startHiddenApp: () => HiddenApp;
}

/** A person's desk, with as many services as are needed, on which the app can be killed. */
export const test = journey.extend<Rooms>({
  serviceCount: [1, { option: true }],
  services: async ({ serviceCount }, use) => {
    const keysOf = (number: number) => ({
      accessKey: `KILLEDKEY${100 + number}`,
      secretKey: `KILLEDSECRET${100 + number}`,
    });
    const services = await Promise.all(
      Array.from({ length: serviceCount }, (_, number) => startService({ keys: keysOf(number) })),
    );
    await use(services);
    for (const service of services) await service.stop();
  },
  bell: async ({ daemon }, use) => {
    const bell = await startBannerBell(daemon.environment);
    await use(bell);
    await bell.stop();
  },
  startHiddenApp: async ({ daemon, installation }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'import-watch-killed-'));
    const started: HiddenApp[] = [];
    await use(() => {
      const app = startHidden({
        ...{ folder: installation.folder, home },
        environment: { STAND_IN_KEYRING: 'ready', ...daemon.environment },
      });
      started.push(app);
      return app;
    });
    for (const app of started) if (app.isAlive()) await app.kill();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  },
});

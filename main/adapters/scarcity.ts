import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scarcity } from '../model/scarcity.ts';
import { numberOnBus } from './bus.ts';

export interface ScarcityPorts {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** The kernel's folder of batteries and chargers. */
  readonly powerSupplies?: string;
}

const lowPercent = 30;

const metered = {
  bus: 'system',
  service: 'org.freedesktop.NetworkManager',
  path: '/org/freedesktop/NetworkManager',
  interface: 'org.freedesktop.NetworkManager',
  name: 'Metered',
} as const;

/** NM_METERED_YES and NM_METERED_GUESS_YES: applications are to treat both alike (libnm, NMMetered). */
const meteredValues = [1, 3];

/**
 * What the computer has little of, as far as Linux tells it. Elsewhere nothing is known without a window: Electron 45 tells main that there is
 * no mains power, but not how full the battery is, and nothing about the line.
 */
export async function scarcityOf({
  platform,
  environment,
  powerSupplies = '/sys/class/power_supply',
}: ScarcityPorts): Promise<readonly Scarcity[]> {
  if (platform !== 'linux') return [];
  const [isLow, value] = await Promise.all([isBatteryLow(powerSupplies), numberOnBus(metered, environment)]);
  const isMetered = value !== null && meteredValues.includes(value);
  return [...(isLow ? (['battery'] as const) : []), ...(isMetered ? (['line'] as const) : [])];
}

/** A battery of the computer discharges below the limit; that of a mouse does not count, nor one at the mains. */
async function isBatteryLow(folder: string): Promise<boolean> {
  try {
    const supplies = await readdir(folder);
    return (await Promise.all(supplies.map((name) => isLow(join(folder, name))))).some(Boolean);
  } catch {
    // No such folder: a container, or another system.
    return false;
  }
}

async function isLow(supply: string): Promise<boolean> {
  const [type, scope, status, capacity] = await Promise.all(
    ['type', 'scope', 'status', 'capacity'].map((name) => textOf(join(supply, name))),
  );
  const isOwn = type === 'Battery' && scope !== 'Device';
  return isOwn && status === 'Discharging' && capacity !== '' && Number(capacity) < lowPercent;
}

/** Empty where the supply does not tell. */
async function textOf(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    return '';
  }
}

const everyMs = 120_000;

/** Looks now and every two minutes, and tells of each change. Returns the function that ends it. */
export function watchScarcity(
  ports: ScarcityPorts,
  tell: (event: { readonly kind: 'scarce'; readonly scarce: readonly Scarcity[] }) => void,
): () => void {
  let told = '';
  const look = async () => {
    const scarce = await scarcityOf(ports);
    if (told !== scarce.join()) tell({ kind: 'scarce', scarce });
    told = scarce.join();
  };
  void look();
  const timer = setInterval(() => void look(), everyMs);
  return () => clearInterval(timer);
}

import type { FoundKeys } from '../../contract.ts';
import { checkKey } from '../../mi/keys.ts';
import { readConfigure } from './configure-file.ts';

export interface FindKeysPorts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The person's home folder, absolute. */
  readonly home: string;
  /** Rejects where there is no such file. */
  readonly readFile: (path: string) => Promise<string>;
}

export interface KeysOnComputer {
  readonly source: FoundKeys['source'];
  readonly accessKey: string;
  readonly secretKey: string;
}

/** The names that the service's own tools and its Terraform provider use. A pair comes from one row, never mixed. */
const variables = [
  { accessKey: 'NCLOUD_ACCESS_KEY', secretKey: 'NCLOUD_SECRET_KEY' },
  { accessKey: 'NCLOUD_ACCESS_KEY_ID', secretKey: 'NCLOUD_SECRET_ACCESS_KEY' },
] as const;

/**
 * Keys found on this computer, the environment's first. They are read only; pairs that could not be keys are left out.
 */
export async function findKeys(ports: FindKeysPorts): Promise<readonly KeysOnComputer[]> {
  return [...fromEnvironment(ports.environment), ...(await fromConfigure(ports))];
}

function fromEnvironment(environment: FindKeysPorts['environment']): KeysOnComputer[] {
  return variables
    .flatMap((names) => pairOf('environment', environment[names.accessKey], environment[names.secretKey]))
    .slice(0, 1);
}

async function fromConfigure({ home, readFile }: FindKeysPorts): Promise<KeysOnComputer[]> {
  try {
    const { accessKey, secretKey } = readConfigure(await readFile(`${home}/.ncloud/configure`));
    return pairOf('ncloud-configure', accessKey, secretKey);
  } catch {
    // Most people have no such file; nothing is offered then.
    return [];
  }
}

function pairOf(
  source: FoundKeys['source'],
  rawAccessKey: string | undefined,
  rawSecretKey: string | undefined,
): KeysOnComputer[] {
  const accessKey = checkKey(rawAccessKey ?? '');
  const secretKey = checkKey(rawSecretKey ?? '');
  if (accessKey.kind === 'refused' || secretKey.kind === 'refused') return [];
  return [{ source, accessKey: accessKey.key, secretKey: secretKey.key }];
}

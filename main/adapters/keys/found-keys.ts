import type { FoundKeys } from '../../contract.ts';
import { checkKey, type CheckedKey, type KeyFault, type Keys } from '../../mi/keys.ts';
import { configureFile, readConfigure } from './configure-file.ts';

export interface FindKeysPorts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The person's home folder, absolute. */
  readonly home: string;
  /** Rejects if there is no such file. */
  readonly readFile: (path: string) => Promise<string>;
}

export interface KeysOnComputer {
  readonly source: FoundKeys['source'];
  readonly accessKey: string;
  readonly secretKey: string;
}

/** What was found cannot be a pair of keys. Never carries any part of it. */
export interface UnusableKeys {
  readonly kind: 'unusable';
  /** The name of the variable, or the path of the file. */
  readonly place: string;
  /** Which of the two keys in the file; null if the name of the variable tells. */
  readonly field: keyof Keys | null;
  readonly fault: KeyFault;
}

type KeyPlace = ({ readonly kind: 'keys' } & KeysOnComputer) | UnusableKeys;

/** The names that the service's own tools and its Terraform provider use. A pair is mixed from both rows only if neither is complete. */
const variables = [
  { accessKey: 'NCLOUD_ACCESS_KEY', secretKey: 'NCLOUD_SECRET_KEY' },
  { accessKey: 'NCLOUD_ACCESS_KEY_ID', secretKey: 'NCLOUD_SECRET_ACCESS_KEY' },
] as const;

/** The keys on this computer, those of the environment first. They are only read; pairs that cannot be keys are left out. */
export async function findKeys(ports: FindKeysPorts): Promise<readonly KeysOnComputer[]> {
  const places = await lookForKeys(ports);
  return places.flatMap((place) => {
    if (place.kind !== 'keys') return [];
    const { source, accessKey, secretKey } = place;
    return [{ source, accessKey, secretKey }];
  });
}

/**
 * The same for a caller who takes the first place that has any keys: unusable keys are reported and not skipped, because those of the
 * next place may belong to another account.
 */
export async function lookForKeys(ports: FindKeysPorts): Promise<readonly KeyPlace[]> {
  const places = [fromEnvironment(ports.environment), await fromConfigure(ports)];
  return places.filter((place) => place !== null);
}

function fromEnvironment(environment: FindKeysPorts['environment']): KeyPlace | null {
  const isSet = (name: string) => !isEmpty(checkKey(environment[name] ?? ''));
  const whole = variables.find(({ accessKey, secretKey }) => isSet(accessKey) && isSet(secretKey));
  const begun = variables.find(({ accessKey, secretKey }) => isSet(accessKey) || isSet(secretKey));
  if (begun === undefined) return null;
  const nameOf = (field: keyof Keys) =>
    (whole ?? variables.find((names) => isSet(names[field])) ?? begun)[field];
  const names = { accessKey: nameOf('accessKey'), secretKey: nameOf('secretKey') };
  return pairOf('environment', {
    accessKey: { place: names.accessKey, field: null, text: environment[names.accessKey] },
    secretKey: { place: names.secretKey, field: null, text: environment[names.secretKey] },
  });
}

async function fromConfigure({ home, readFile }: FindKeysPorts): Promise<KeyPlace | null> {
  try {
    const { accessKey, secretKey } = readConfigure(await readFile(`${home}/${configureFile}`));
    if (!accessKey && !secretKey) return null;
    const place = `~/${configureFile}`;
    return pairOf('ncloud-configure', {
      accessKey: { place, field: 'accessKey', text: accessKey },
      secretKey: { place, field: 'secretKey', text: secretKey },
    });
  } catch {
    // Most people have no such file; then there is nothing to offer.
    return null;
  }
}

interface Written extends Pick<UnusableKeys, 'place' | 'field'> {
  readonly text: string | undefined;
}

function pairOf(source: FoundKeys['source'], written: Readonly<Record<keyof Keys, Written>>): KeyPlace {
  const accessKey = checkKey(written.accessKey.text ?? '');
  const secretKey = checkKey(written.secretKey.text ?? '');
  if (accessKey.kind === 'refused') return unusable(written.accessKey, accessKey.fault);
  if (secretKey.kind === 'refused') return unusable(written.secretKey, secretKey.fault);
  return { kind: 'keys', source, accessKey: accessKey.key, secretKey: secretKey.key };
}

function unusable({ place, field }: Written, fault: KeyFault): UnusableKeys {
  return { kind: 'unusable', place, field, fault };
}

function isEmpty(checked: CheckedKey): boolean {
  return checked.kind === 'refused' && checked.fault === 'empty';
}

import type { FoundKeys } from '../../contract.ts';
import { checkKey, type CheckedKey, type KeyFault, type Keys } from '../../mi/keys.ts';
import { configureFile, readConfigure } from './configure-file.ts';

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

/** Something is there, and cannot be a pair of keys. Never with a part of it. */
export interface UnusableKeys {
  readonly kind: 'unusable';
  /** The variable, or the file. */
  readonly place: string;
  /** Which of the two in the file; null where the variable's name says it. */
  readonly field: keyof Keys | null;
  readonly fault: KeyFault;
}

/** What one place has. */
type KeyPlace = ({ readonly kind: 'keys' } & KeysOnComputer) | UnusableKeys;

/** The names that the service's own tools and its Terraform provider use. Only where no row is whole does a pair come from two. */
const variables = [
  { accessKey: 'NCLOUD_ACCESS_KEY', secretKey: 'NCLOUD_SECRET_KEY' },
  { accessKey: 'NCLOUD_ACCESS_KEY_ID', secretKey: 'NCLOUD_SECRET_ACCESS_KEY' },
] as const;

/**
 * Keys found on this computer, the environment's first. They are read only; pairs that could not be keys are left out.
 */
export async function findKeys(ports: FindKeysPorts): Promise<readonly KeysOnComputer[]> {
  const places = await lookForKeys(ports);
  return places.flatMap((place) => {
    if (place.kind !== 'keys') return [];
    const { source, accessKey, secretKey } = place;
    return [{ source, accessKey, secretKey }];
  });
}

/**
 * The same for someone who chose the first place that has any: what cannot be used is said and not passed over, since the keys of
 * the next place may be another account's.
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
    // Most people have no such file; nothing is offered then.
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

import type { KeySource, UnusableKeys } from '../../contract.ts';
import { checkKey, type CheckedKey, type Keys } from '../../mi/keys.ts';
import { configureFile, readConfigure } from './configure-file.ts';
import { readKeyFile } from './key-file.ts';
import { isUnexpanded, writtenValue } from './written-value.ts';

export interface FindKeysPorts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The person's home folder, absolute; null where the system knows none. */
  readonly home: string | null;
}

export interface KeysOnComputer {
  readonly source: KeySource;
  readonly accessKey: string;
  readonly secretKey: string;
  /** They lie in a file that other users of the computer can read. */
  readonly isOpenToOthers: boolean;
}

type KeyPlace = ({ readonly kind: 'keys' } & KeysOnComputer) | ({ readonly kind: 'unusable' } & UnusableKeys);

/** The names that the service's own tools and its Terraform provider use. A pair is mixed from both rows only if neither is complete. */
const variables = [
  { accessKey: 'NCLOUD_ACCESS_KEY', secretKey: 'NCLOUD_SECRET_KEY' },
  { accessKey: 'NCLOUD_ACCESS_KEY_ID', secretKey: 'NCLOUD_SECRET_ACCESS_KEY' },
] as const;

/**
 * The places on this computer that have keys, the environment first. They are only read. What cannot be used is told and not skipped: whoever
 * takes the first place would else get the keys of another account.
 */
export async function lookForKeys(ports: FindKeysPorts): Promise<readonly KeyPlace[]> {
  const places = [fromEnvironment(ports.environment), await fromConfigure(ports)];
  return places.filter((place) => place !== null);
}

/** The environment as it was given, whose keys are gone from `given` itself: else each program that is started would inherit them. */
export function takeKeysOut(given: NodeJS.ProcessEnv): FindKeysPorts['environment'] {
  const environment = { ...given };
  for (const names of variables) for (const name of Object.values(names)) delete given[name];
  return environment;
}

function fromEnvironment(environment: FindKeysPorts['environment']): KeyPlace | null {
  const isSet = (name: string) => writtenValue(environment[name] ?? '') !== '';
  const whole = variables.find(({ accessKey, secretKey }) => isSet(accessKey) && isSet(secretKey));
  const begun = variables.find(({ accessKey, secretKey }) => isSet(accessKey) || isSet(secretKey));
  if (begun === undefined) return null;
  const nameOf = (field: keyof Keys) =>
    (whole ?? variables.find((names) => isSet(names[field])) ?? begun)[field];
  const names = { accessKey: nameOf('accessKey'), secretKey: nameOf('secretKey') };
  const written = {
    accessKey: { place: names.accessKey, field: null, text: environment[names.accessKey] },
    secretKey: { place: names.secretKey, field: null, text: environment[names.secretKey] },
  };
  return pairOf({ source: 'environment', isOpenToOthers: false }, written);
}

async function fromConfigure({ home }: FindKeysPorts): Promise<KeyPlace | null> {
  const file = home === null ? null : await readKeyFile(`${home}/${configureFile}`);
  const place = `~/${configureFile}`;
  // Most people have no such file; then there is nothing to offer.
  if (file === null || file.kind === 'absent') return null;
  if (file.kind === 'unreadable') return unusable({ place, field: null }, file.fault);
  const { accessKey, secretKey } = readConfigure(file.text);
  if (!accessKey && !secretKey) return unusable({ place, field: null }, 'no-keys-inside');
  const { isOpenToOthers } = file;
  return pairOf(
    { source: 'ncloud-configure', isOpenToOthers },
    {
      accessKey: { place, field: 'accessKey', text: accessKey },
      secretKey: { place, field: 'secretKey', text: secretKey },
    },
  );
}

interface Written extends Pick<UnusableKeys, 'place' | 'field'> {
  readonly text: string | undefined;
}

function pairOf(
  found: Pick<KeysOnComputer, 'source' | 'isOpenToOthers'>,
  written: Readonly<Record<keyof Keys, Written>>,
): KeyPlace {
  const accessKey = checked(written.accessKey);
  const secretKey = checked(written.secretKey);
  if (accessKey.kind === 'refused') return unusable(written.accessKey, accessKey.fault);
  if (secretKey.kind === 'refused') return unusable(written.secretKey, secretKey.fault);
  return { kind: 'keys', ...found, accessKey: accessKey.key, secretKey: secretKey.key };
}

function checked({
  text = '',
}: Written): CheckedKey | { readonly kind: 'refused'; readonly fault: 'unexpanded' } {
  const value = writtenValue(text);
  return isUnexpanded(value) ? { kind: 'refused', fault: 'unexpanded' } : checkKey(value);
}

function unusable(
  { place, field }: Pick<UnusableKeys, 'place' | 'field'>,
  fault: UnusableKeys['fault'],
): KeyPlace {
  return { kind: 'unusable', place, field, fault };
}

import { languages } from '../model/language.ts';
import { notifierNames } from '../model/notice.ts';
import { isShortcut, type Shortcut } from './shortcut.ts';

/** The groups in which the window shows the settings; `words/settings` has a title for each. */
export type SettingSection =
  'checking' | 'notices' | 'quiet' | 'list' | 'appearance' | 'keyboard' | 'starting' | 'updates';

/** How a setting is shown: a switch or a list of named choices, a time of day, days of the week, or keys to press. */
type Shape = 'choice' | 'time' | 'days' | 'keys';

function setting<const Choice extends string | number | boolean, const Shown extends Shape = 'choice'>(
  section: SettingSection,
  choices: readonly Choice[],
  standard: NoInfer<Choice>,
  shown?: Shown,
) {
  return { section, choices, default: standard, shown: (shown ?? 'choice') as Shown };
}

/** Keys that the person presses, in place of a list to choose from; none at first. */
function keys(section: SettingSection) {
  const choices: readonly (Shortcut | null)[] = [null];
  return { section, choices, default: null, accepts: isShortcut, shown: 'keys' as const };
}

const onOff = [true, false] as const;
/** Minutes from midnight. */
const halfHours = Array.from({ length: 48 }, (_, index) => index * 30);
/** A bit for each day of the week, Monday first. */
const setsOfDays = Array.from({ length: 128 }, (_, set) => set);

/**
 * Everything a person can set. The types, the settings file, the check of what the window sends, the controls of the window
 * and the table in docs/guide.md all follow from this list. Each section shows its settings in this order.
 */
export const settingDefinitions = {
  /** Least milliseconds between two looks at one asset. */
  floorMs: setting('checking', [5_000, 10_000, 30_000, 60_000], 5_000),
  noticeCompleted: setting('notices', onOff, true),
  noticeFailed: setting('notices', onOff, true),
  /** Off at first: one import in twenty takes so long, and nothing is wrong with most of them. */
  noticeLate: setting('notices', onOff, false),
  sound: setting('notices', onOff, true),
  notifier: setting('notices', ['automatic', ...notifierNames], 'automatic'),
  /** Banners are held back on these days from one time until the next such time of the other; the day is that of the beginning. */
  quietHours: setting('quiet', onOff, false),
  quietDays: setting('quiet', setsOfDays, 127, 'days'),
  quietFrom: setting('quiet', halfHours, 22 * 60, 'time'),
  quietUntil: setting('quiet', halfHours, 8 * 60, 'time'),
  quietLetsFailuresPass: setting('quiet', onOff, false),
  /** What has ended leaves the list after so many days; 0 for never. */
  tidyAfterDays: setting('list', [0, 1, 7, 30], 7),
  language: setting('appearance', ['system', ...languages], 'system'),
  theme: setting('appearance', ['system', 'light', 'dark'], 'system'),
  /** A factor; 1 is the size that the window is made for. */
  zoom: setting('appearance', [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2], 1),
  /** Opens the window from anywhere. */
  openShortcut: keys('keyboard'),
  startAtLogin: setting('starting', onOff, false),
  /** Once a day; shown only where the package names a feed. */
  lookForUpdates: setting('updates', onOff, true),
};

type Definitions = typeof settingDefinitions;
export type SettingName = keyof Definitions;
export type Settings = { readonly [Name in SettingName]: Definitions[Name]['choices'][number] };

/** The settings that are more than on or off and no keys, so that each of their choices has a name. */
export type NamedChoiceSetting = {
  [Name in SettingName]: Settings[Name] extends boolean
    ? never
    : Definitions[Name]['shown'] extends 'choice'
      ? Name
      : never;
}[SettingName];

export const settingNames = Object.keys(settingDefinitions) as readonly SettingName[];

/** The settings of a first start. */
export const defaultSettings = Object.fromEntries(
  settingNames.map((name) => [name, settingDefinitions[name].default]),
) as Settings;

/** Whether a value from outside is one of the choices that this version has for a setting. */
export function isChoice<Name extends SettingName>(name: Name, value: unknown): value is Settings[Name] {
  const definition = settingDefinitions[name];
  const choices: readonly unknown[] = definition.choices;
  return choices.includes(value) || ('accepts' in definition && definition.accepts(value));
}

/** For how long the person can pause. */
export const pauseSpans = ['one-hour', 'until-tomorrow'] as const;
export type PauseSpan = (typeof pauseSpans)[number];

/** For how long the person can mute something. */
export const muteSpans = [...pauseSpans, 'until-it-ends'] as const;
export type MuteSpan = (typeof muteSpans)[number];

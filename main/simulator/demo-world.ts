import type { AssetReference } from '../model/asset.ts';
import { bucketOf, type ImportScript, type World } from './world.ts';

interface DemoImport {
  readonly file: string;
  /** Seconds until it ends; with 0 it has ended before the demo begins. */
  readonly seconds: number;
  readonly as: ImportScript['as'];
  readonly text?: string;
}

const drama: readonly DemoImport[] = [
  { file: 'autumn_ep09_master.mov', seconds: 0, as: 'COMPLETED' },
  { file: 'autumn_ep10_master.mov', seconds: 8, as: 'COMPLETED' },
  { file: 'autumn_ep11_master.mov', seconds: 16, as: 'COMPLETED' },
  { file: 'autumn_ep12_master.mov', seconds: 38, as: 'COMPLETED' },
  { file: 'autumn_trailer_4k.mp4', seconds: 12, as: 'INVALID_METADATA' },
  { file: 'autumn_teaser.webm', seconds: 22, as: 'COMPLETED' },
];

const news: readonly DemoImport[] = [
  { file: '2026-11-23_evening.mp4', seconds: 14, as: 'FILE_NOT_EXIST' },
  { file: '2026-11-23_noon.mp4', seconds: 28, as: 'FAILED' },
  { file: '2026-11-24_morning.mkv', seconds: 33, as: 'COMPLETED' },
  {
    file: '2026-11-24_marathon_live.mp4',
    seconds: 25,
    as: 'INVALID_METADATA',
    text: '지원하지 않는 동영상 길이 (최대 6시간)',
  },
  { file: 'anchor_portrait.png', seconds: 6, as: 'COMPLETED' },
  { file: 'studio_wide.heic', seconds: 42, as: 'COMPLETED' },
];

/** What else lies in the buckets, to be picked: bytes by key. Some of it no import takes. */
const objects: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'drama-studio': {
    'autumn/ep13_master.mov': 3_450_000_000,
    'autumn/ep14_master.mov': 3_380_000_000,
    'autumn/ep15_master.mov': 3_510_000_000,
    'autumn/script_ep13.pdf': 420_000,
    'autumn/raw/ep13_camera_a.mov': 48_200_000_000,
    'stills/가을 포스터.png': 8_100_000,
    'stills/poster_print.png': 62_000_000,
    'winter_trailer.mp4': 310_000_000,
  },
  'news-archive': {
    '2026/11/2026-11-25_morning.mkv': 1_900_000_000,
    '2026/11/2026-11-25_noon.mp4': 1_750_000_000,
    'studio_wide_2.heic': 4_200_000,
  },
};

export interface DemoAsset extends AssetReference {
  readonly fileName: string;
  readonly projectName: string;
}

/** How many imports the demo world holds. */
export const demoImports = drama.length + news.length;

/** At this speed the simulated minutes of the imports, up to 42, pass in as many seconds. */
export const demoSpeed = 60;

/**
 * Fills the world with a dozen imports that complete or fail in every way. All end within 45 seconds if the simulator runs at
 * `speed`, and in half that time if it runs twice as fast.
 */
export function fillDemoWorld(world: World, speed = 1): readonly DemoAsset[] {
  return [
    ...addProject(world, 'drama-studio', 'Autumn drama', drama, speed),
    ...addProject(world, 'news-archive', 'Daily news', news, speed),
  ];
}

function addProject(
  world: World,
  workspace: string,
  projectName: string,
  imports: readonly DemoImport[],
  speed: number,
): DemoAsset[] {
  world.addWorkspace(workspace);
  const { projectId } = world.addProject(workspace, projectName);
  const script = { endsAfterMs: 20_000 * speed, as: 'COMPLETED' } as const;
  for (const [key, size] of Object.entries(objects[workspace] ?? {}))
    world.putObject(bucketOf(workspace), { key, size, script });
  return imports.map((entry) => ({ projectName, ...addImport(world, workspace, projectId, entry, speed) }));
}

function addImport(world: World, workspace: string, projectId: number, entry: DemoImport, speed: number) {
  const { file: fileName, seconds, as, text } = entry;
  const script = { endsAfterMs: seconds * 1_000 * speed, as, text };
  // What was not in its bucket may be by now; registered again, the rest ends as it did.
  const again = { ...script, as: as === 'FILE_NOT_EXIST' || as === 'FAILED' ? 'COMPLETED' : as };
  world.putObject(bucketOf(workspace), { key: `media/${fileName}`, size: 1_200_000_000, script: again });
  // They begin with the world and not now: a restarted simulator must not import them all again.
  const { assetId } = world.addAsset({ workspace, projectId, fileName, beganAt: 0, script });
  return { workspace, projectId, assetId, fileName };
}

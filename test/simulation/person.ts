import type { World } from './world.ts';
import { createAccounts } from './person/accounts.ts';
import { createDesk } from './person/desk.ts';
import { createFiles } from './person/files.ts';
import { createGroups } from './person/groups.ts';
import { createHooks } from './person/hooks.ts';
import { createList } from './person/list.ts';
import { createProjects } from './person/projects.ts';
import { createQuiet } from './person/quiet.ts';
import { createSettings } from './person/settings.ts';

export type Person = ReturnType<typeof createPerson>;

/** The person at the laptop. */
export function createPerson(world: World) {
  const desk = createDesk(world);
  const quiet = createQuiet(world, desk);
  const groups = createGroups(world, desk);
  const settings = createSettings(world, desk);
  return {
    whenAtDesk: desk.whenAtDesk,
    say: desk.say,
    ...createAccounts(world, desk, quiet),
    ...createList(world, desk, groups, quiet),
    ...groups,
    ...createProjects(world, desk, quiet),
    ...createFiles(world, desk),
    ...quiet,
    ...settings,
    ...createHooks(world, desk),
    /** From now on the person does nothing more that keeps the app from its work. */
    calmDown(): void {
      desk.calmDown();
      settings.endPause();
    },
  };
}

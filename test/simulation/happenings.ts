import { ofChangedMinds } from './happenings/of-changed-minds.ts';
import { ofFollowing } from './happenings/of-following.ts';
import { ofRegistering } from './happenings/of-registering.ts';
import { ofAFreerService } from './happenings/of-a-freer-service.ts';
import { ofTheLaptop } from './happenings/of-the-laptop.ts';
import { ofThePerson } from './happenings/of-the-person.ts';
import { ofTheProcess } from './happenings/of-the-process.ts';
import { ofTheService } from './happenings/of-the-service.ts';
import type { Rule } from './happenings/rule.ts';

const all = {
  ...ofTheService,
  ...ofTheLaptop,
  ...ofTheProcess,
  ...ofThePerson,
  ...ofRegistering,
  ...ofFollowing,
  ...ofChangedMinds,
  ...ofAFreerService,
};

export type HappeningKind = keyof typeof all;

/** All that can happen in a story. */
export const happenings: Readonly<Record<HappeningKind, Rule>> = all;

export const happeningKinds = Object.keys(happenings) as HappeningKind[];

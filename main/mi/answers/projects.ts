import * as v from 'valibot';
import { id, optionalCount, optionalText } from './envelope.ts';

const project = v.object({
  projectId: id,
  name: v.string(),
  isBaseProject: v.nullish(v.boolean(), false),
  createdUserName: optionalText,
  createdTime: optionalText,
  updatedUserName: optionalText,
  updatedTime: optionalText,
});

export type Project = v.InferOutput<typeof project>;

/** `GET …/projects`. The documentation writes `totalCount` without its place: it may stand in the result or beside it. */
export const projectsAnswer = v.pipe(
  v.object({
    result: v.object({ projects: v.array(project), totalCount: optionalCount }),
    totalCount: optionalCount,
  }),
  v.transform((answer) => ({
    projects: answer.result.projects,
    totalCount: answer.result.totalCount ?? answer.totalCount ?? answer.result.projects.length,
  })),
);

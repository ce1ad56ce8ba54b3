import { logLogistic, logNormal, mixture, uniform, usualWorld, weibull, type World } from './imports.ts';

const nearlySame = logNormal(0.15);

/** Worlds in which an estimate can go wrong in ways of their own. */
export const worlds: Readonly<Record<string, World>> = {
  usual: usualWorld,
  'noise 0.05': { ...usualWorld, noise: logNormal(0.05) },
  'noise 0.3': { ...usualWorld, noise: logNormal(0.3) },
  'noise 0.5': { ...usualWorld, noise: logNormal(0.5) },
  'noise 1': { ...usualWorld, noise: logNormal(1) },
  'one project': { ...usualWorld, projects: 1 },
  'alike in a project': { ...usualWorld, sizeDeviation: 0.1 },
  'size does not matter': { ...usualWorld, slope: 0, noise: logNormal(0.4) },
  'projects differ': { ...usualWorld, paceDeviation: 0.7, noise: logNormal(0.3) },
  '20 projects differ': { ...usualWorld, projects: 20, paceDeviation: 0.7, noise: logNormal(0.2) },
  'one project is erratic': {
    ...usualWorld,
    noise: (chance, projectId) => logNormal(projectId === 1 ? 0.8 : 0.1)(chance, projectId),
  },
  '5 % fail': { ...usualWorld, failing: 0.05 },
  '20 % fail': { ...usualWorld, failing: 0.2 },
  '50 % fail': { ...usualWorld, failing: 0.5 },
  'log-logistic': { ...usualWorld, noise: logLogistic(0.3) },
  exponential: { ...usualWorld, noise: weibull(1) },
  'Weibull, shape 3': { ...usualWorld, noise: weibull(3) },
  'uniform, half to twice': { ...usualWorld, noise: uniform(2) },
  '7 % take 10 times as long': { ...usualWorld, slope: 0, noise: mixture(0.07, 10, nearlySame) },
  '10 % take 10 times as long': { ...usualWorld, slope: 0, noise: mixture(0.1, 10, nearlySame) },
  '30 % take 5 times as long': { ...usualWorld, noise: mixture(0.3, 5, nearlySame) },
  '50 % take 5 times as long': { ...usualWorld, noise: mixture(0.5, 5, nearlySame) },
  '10 % take a tenth': { ...usualWorld, noise: mixture(0.1, 0.1, nearlySame) },
};

import { createFileLog } from '../adapters/log/file-log.ts';
import { createSecretRegister } from '../adapters/log/redact.ts';
import { createProblemHistory } from './help/problem-history.ts';
import { createWarnings } from './warnings.ts';

/** Logs every fault and warns of it, without any secret in it, and lets the app go on. `folder` is the app's own, absolute. */
export function createFaultReport(folder: string) {
  const secrets = createSecretRegister();
  const log = createFileLog({ folder, redact: secrets.redact });
  const warnings = createWarnings();
  const problems = createProblemHistory();

  function wentWrong(error: unknown): void {
    log.error('went-wrong', error);
    problems.noteFault(error, Date.now());
    warnings.raise({ kind: 'went-wrong', reason: secrets.redact(String(error)) });
  }
  /** Nothing of the app's own is wrong then, and the person is told where they asked. */
  function updateFailed(error: unknown): void {
    log.error('update-failed', error);
  }
  process.on('uncaughtException', wentWrong);
  process.on('unhandledRejection', wentWrong);

  return {
    guardSecret: secrets.guard,
    redact: secrets.redact,
    log,
    warnings,
    problems,
    wentWrong,
    updateFailed,
  };
}

export type FaultReport = ReturnType<typeof createFaultReport>;

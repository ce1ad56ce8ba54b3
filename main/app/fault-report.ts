import { createFileLog } from '../adapters/log/file-log.ts';
import { createSecretRegister } from '../adapters/log/redact.ts';
import { createWarnings } from './warnings.ts';

/** What goes wrong is logged and told, without a secret in it; the monitor goes on. `folder` is the app's own, absolute. */
export function createFaultReport(folder: string) {
  const secrets = createSecretRegister();
  const log = createFileLog({ folder, redact: secrets.redact });
  const warnings = createWarnings();

  function wentWrong(error: unknown): void {
    log.error('went-wrong', error);
    warnings.raise({ kind: 'went-wrong', reason: secrets.redact(String(error)) });
  }
  process.on('uncaughtException', wentWrong);
  process.on('unhandledRejection', wentWrong);

  return { guardSecret: secrets.guard, log, warnings, wentWrong };
}

export type FaultReport = ReturnType<typeof createFaultReport>;

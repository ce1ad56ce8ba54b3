/** What may stand beside a log line: plain values, no titles, bodies or texts of the service. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  /** `error` is written with its stack and its causes. */
  readonly error: (event: string, error: unknown, fields?: LogFields) => void;
}

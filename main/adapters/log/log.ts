/** The fields of a log line: plain values only, and no titles, bodies or texts from the service. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  /** Writes `error` with its stack and its causes. */
  readonly error: (event: string, error: unknown, fields?: LogFields) => void;
}

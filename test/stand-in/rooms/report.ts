/** Failures of the browser after the window or the browser has gone are the normal end of things; all others are said. */
export function describeError(during: string): (error: unknown) => void {
  return (error) => {
    const text = error instanceof Error ? error.message : String(error);
    if (/has ended|not found|No target|closed|detached|Invalid InterceptionId/i.test(text)) return;
    process.stderr.write(`stand-in, ${during}: ${text}\n`);
  };
}

const longest = 300;

/** Text of the service made safe to show: no markup, no control characters, one line, at most 300 characters. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/<[^>]*>/g, ' ')
      // Control, format and bidirectional characters could hide or reorder what the person reads.
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, longest)
  );
}

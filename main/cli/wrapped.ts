const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;

/** The columns of a terminal that a text takes: a letter of Korean or Japanese takes two. */
export function columnsOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

/**
 * Where a line may end: after a space, though not after a number nor inside brackets; in Japanese, which has few spaces, after
 * a mark or before the next phrase, which begins where a word follows a particle.
 */
const mayEnd = /(?<=\D )(?![^[]*\])|(?<=[、。）])(?![、。）])|(?<=[ぁ-ん])(?=[ァ-ヶ一-龠])/u;

/** A text in lines of at most so many columns, unless a part that must stay whole is longer. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(mayEnd)) {
    if (line !== '' && columnsOf((line + part).trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}

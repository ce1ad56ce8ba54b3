import { describe, expect, it } from 'vitest';
import { fieldFaults, refusalCodes, saveFaults } from '../../../main/contract.ts';
import { faultText, refusalText } from '../../../renderer/lib/refusal-text.ts';
import { words } from '../../../words/words.ts';

describe.each(['en', 'ko', 'ja'] as const)('a refusal in %s', (language) => {
  const { refusals } = words[language];

  it.each(refusalCodes)('says what to do: %s', (code) => {
    expect(refusalText({ code }, language)).toBe(refusals.codes[code]);
  });

  it.each(fieldFaults)('names the field and what is expected: %s', (fault) => {
    const error = { code: 'bad-field', field: 'draft.secretKey', fault } as const;
    const sentence = faultText(error, language);
    expect(sentence).not.toBe('');
    expect(refusalText(error, language)).toBe(refusals.inField(refusals.fields.secretKey, sentence));
  });

  it('says how long a field may be', () => {
    const tooLong = (field: string) => faultText({ code: 'bad-field', field, fault: 'too-long' }, language);
    expect(tooLong('accessKey')).toContain('200');
    expect(tooLong('text')).toContain('8,000,000');
  });

  it('says why a file could not be written', () => {
    const said = saveFaults.map((fault) => refusalText({ code: 'file-not-written', fault }, language));
    expect(new Set(said).size).toBe(saveFaults.length);
  });

  it('is about the window where no field of a form was wrong', () => {
    const error = { code: 'bad-field', field: null, fault: 'wrong-shape' } as const;
    expect(refusalText(error, language)).toBe(refusals.faults['wrong-shape']);
  });
});

import { expect, it } from 'vitest';
import { cutName, shorten, shortenName } from '../../../words/shorten.ts';

it('leaves alone what fits', () => {
  expect(shorten('a\n b', 10)).toBe('a b');
  expect(shortenName('episode_01.mp4', 20)).toBe('episode_01.mp4');
  expect(cutName('episode_01.mp4')).toEqual(['episode_01.mp4', '']);
});

it('cuts a text at its end and a name in its middle', () => {
  expect(shorten('the bucket holds no such file', 12)).toBe('the bucket…');
  expect(shortenName('1128_evening_seoul_master_v2.mp4', 24)).toBe('1128_eveni…master_v2.mp4');
  expect(shortenName('1128_evening_seoul_master_v3.mp4', 24)).toBe('1128_eveni…master_v3.mp4');
});

it.each(['👩‍👩‍👧‍👦', '각', 'é', 'が'])('never cuts %s in two', (sign) => {
  const name = sign.repeat(60);
  for (let limit = 30; limit < 60; limit += 1) {
    const [start, end] = shortenName(name, limit).split('…');
    expect(`${start}${end}`.replaceAll(sign, '')).toBe('');
    expect(`${start}…${end}`.length).toBeLessThanOrEqual(limit);
  }
  expect(cutName(name).join('')).toBe(name);
  expect(cutName(name)[1].replaceAll(sign, '')).toBe('');
});

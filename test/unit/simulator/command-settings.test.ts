import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../main/simulator/command-settings.ts';

describe('the words behind npm run simulator', () => {
  test('are a port, a seed, a speed, a beginning and the control path', () => {
    const words = ['--port', '0', '--seed', '7', '--speed', '0.5', '--control'];
    expect(readSettings([...words, '--began', '2026-11-24T09:00:00Z'])).toEqual({
      kind: 'run',
      settings: {
        port: 0,
        seed: 7,
        speed: 0.5,
        beganAt: Date.UTC(2026, 10, 24, 9),
        control: true,
      },
    });
  });

  test('have defaults, at which the imports end within a minute', () => {
    expect(readSettings([])).toEqual({
      kind: 'run',
      settings: {
        port: 4010,
        seed: 1,
        speed: 60,
        beganAt: null,
        control: false,
      },
    });
  });

  test.each([
    [['--port', '65536'], '--port'],
    [['--port', 'http'], '--port'],
    [['--seed', '1.5'], '--seed'],
    [['--speed', '0'], '--speed'],
    [['--speed', 'fast'], '--speed'],
    [['--began', 'yesterday'], '--began'],
    [['--fast'], '--fast'],
    [['4010'], '4010'],
  ])('%j are refused, and the word is named', (words, named) => {
    expect(readSettings(words)).toEqual({ kind: 'wrong', reason: expect.stringContaining(named) });
  });

  test('can ask for help', () => {
    expect(readSettings(['--help'])).toEqual({ kind: 'help' });
  });
});

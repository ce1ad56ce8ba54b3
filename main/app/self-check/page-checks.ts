import type { WebContents } from 'electron';
import { bridgeName } from '../../contract.ts';
import { holds, type Check } from './self-check.ts';

/** Answers of the page about itself, asked in its own world, where an attacker would be. */
const questions: readonly (readonly [name: string, expression: string, expected: string])[] = [
  ['the page has painted its view', `document.querySelector('main') ? 'yes' : 'no'`, 'yes'],
  [
    'the page is sandboxed and isolated',
    `[typeof require, typeof process, typeof module].join()`,
    'undefined,undefined,undefined',
  ],
  ['the bridge of the preload is there', `Object.keys(globalThis.${bridgeName}).sort().join()`, 'on,request'],
  [
    'the policy forbids code from text',
    `try { (0, eval)('1'); 'allowed' } catch { 'forbidden' }`,
    'forbidden',
  ],
  [
    'trusted types forbid markup from text',
    `try { document.createElement('p').innerHTML = '<b>x</b>'; 'allowed' } catch { 'forbidden' }`,
    'forbidden',
  ],
  [
    'the page reaches no host',
    `fetch('https://example.com/').then(() => 'reached', () => 'refused')`,
    'refused',
  ],
  ['the page opens no window', `window.open('https://example.com/') === null ? 'none' : 'opened'`, 'none'],
];

/** `contents`: of the window, null while there is none; `home`: its address. */
export function pageChecks(contents: () => WebContents | null, home: string): readonly Check[] {
  function page(): WebContents {
    const present = contents();
    if (present === null) throw new Error('there is no window');
    return present;
  }
  return [
    { name: 'the page is the app’s own', look: () => holds(page().getURL() === home, page().getURL()) },
    ...questions.map(([name, expression, expected]) => ({
      name,
      async look() {
        const answer = String(await page().executeJavaScript(expression));
        return holds(answer === expected, answer);
      },
    })),
  ];
}

import { render } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { outcomeRules, type RowOutcome } from '../../../main/contract.ts';
import Glyph from '../../../renderer/components/Glyph.svelte';

const outcomes = Object.keys(outcomeRules) as RowOutcome[];

function drawn(shape: RowOutcome | 'not-known', turning = false): SVGSVGElement {
  return render(Glyph, { shape, turning }).container.querySelector('svg')!;
}

it('has a drawing of its own for each outcome', () => {
  const drawings = outcomes.map((outcome) => drawn(outcome).innerHTML);
  expect(drawings.every((drawing) => drawing.includes('<path'))).toBe(true);
  expect(new Set(drawings).size).toBe(outcomes.length);
});

it('is drawn as SVG, in the tone of the outcome', () => {
  for (const outcome of outcomes) {
    const svg = drawn(outcome);
    expect(svg.classList).toContain(outcomeRules[outcome].tone);
    for (const part of svg.children) expect(part.namespaceURI).toBe('http://www.w3.org/2000/svg');
  }
});

it('turns the ring while a request is in flight', () => {
  expect(drawn('importing').querySelector('.turning')).toBeNull();
  expect(drawn('importing', true).querySelector('.turning')).not.toBeNull();
});

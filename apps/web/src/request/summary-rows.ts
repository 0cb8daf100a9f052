import type { Fact } from './request-facts.js';

/** Facts as the rows of a summary list; a fact without a value is left out. Texts that people typed run in their own direction. */
export const summaryRows = (facts: readonly Fact[]) =>
  facts.flatMap(({ label, value, lines }) => {
    const text = value || (lines ?? []).join(', ');
    return text ? [{ key: { text: label }, value: { text } }] : [];
  });

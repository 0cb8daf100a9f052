import { citationIn, type Score } from '#domain';

/** A line of evidence as others read it: where it points, and the words that are quoted with their version. */
export interface CitedEvidence {
  text: string;
  /** Paragraph or annex; empty where the line is free text. */
  where: string;
  /** The section of the request that the paragraph is in. */
  section: string;
  quote: string;
  version: number | null;
}

/** The evidence of a score with its quotations, each named by paragraph and version. */
export const citedEvidence = ({ evidence = [], quotes = [] }: Score): CitedEvidence[] =>
  evidence.map((text) => {
    const { paragraph, annex, quote, quoted } = citationIn(text);
    const kept = quotes.find((q) => q.paragraph === paragraph && q.quote === quote);
    return {
      text,
      where: paragraph ? `paragraph ${paragraph}` : annex ? `annex ${annex}` : '',
      section: paragraph?.split('.')[0] ?? '',
      quote: quoted ? quote : '',
      version: kept?.version ?? null,
    };
  });

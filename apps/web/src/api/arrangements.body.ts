import {
  arrangementsOf,
  fundingCover,
  fundingOf,
  PART_NAMES,
  partDone,
  revalidationsOf,
  ruleFor,
  ruleOfPart,
  type FundingEntry,
  type RequestFacts,
} from '#domain';

const entryBody = ({ by, ...entry }: FundingEntry) => ({ ...entry, by: by.name });
const named = <T extends { by: { name: string } }>({ by, ...rest }: T) => ({ ...rest, by: by.name });

/** The money of a case as a program reads it: every entry, also those that were corrected. */
export const fundingBody = (facts: RequestFacts) => fundingOf(facts).map(entryBody);

/** When the approval was confirmed again. */
export const revalidationsBody = (facts: RequestFacts) => revalidationsOf(facts).map(named);

/** What is arranged between the money and the post; null before that. `post` is the one that it led to. */
export function arrangementsBody(facts: RequestFacts, post: string | null) {
  const a = arrangementsOf(facts);
  if (!a) return null;
  return {
    deployment: a.deployment ?? post,
    rule: ruleFor(facts),
    firstPeriod: { ...a.need, cover: fundingCover(a.need, fundingOf(facts)) },
    parts: PART_NAMES.map((part) => ({
      part,
      done: partDone(facts, part),
      rule: ruleOfPart(facts, part)?.words ?? null,
    })),
    terms: a.terms && { ...named(a.terms), signatures: a.terms.signatures.map(named) },
    reporting: a.reporting,
    costShares: a.costShares.map(named),
    noCostShare: a.noCostShare && named(a.noCostShare),
    hosting: a.hosting && named(a.hosting),
    handedOn: a.handedOn,
  };
}

import { earlierAdvice, type Consultee, type RequestFacts } from '#domain';
import { attachedBody } from './options.body.js';

/** Which party it is, and whether it has answered. The address of somebody who is asked by name is not here. */
export const partyBody = ({ key, role, region, office, named, state }: Consultee) => ({
  from: key,
  role,
  region,
  office: office?.name ?? null,
  state,
  ...(named ? { named: { name: named.name, organisation: named.organisation, question: named.question } } : {}),
});

/** What a party said, of which version. */
export function adviceBody({ by, option, from: _from, ...said }: NonNullable<Consultee['advice']>) {
  return { ...said, by: by.name, ...(option ? { option: attachedBody(option) } : {}) };
}

/** What the parties that were asked said, or that they said nothing. */
export const advicesBody = (facts: RequestFacts) =>
  facts.consultation.map((c) => {
    const earlier = earlierAdvice(c).map(adviceBody);
    return { ...partyBody(c), ...(c.advice ? adviceBody(c.advice) : {}), ...(earlier.length ? { earlier } : {}) };
  });

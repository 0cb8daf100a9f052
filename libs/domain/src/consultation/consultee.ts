import type { RegionalOption } from '../options/option.js';
import type { Actor, PersonRef, Role } from '../people/roles.js';
import type { Language } from '../request/content.js';
import type { Day, Instant } from '../time/working-days.js';

export const POSITIONS = [
  'supports',
  'supports with conditions',
  'prefers a regional option',
  'does not support',
] as const;
export type AdvicePosition = (typeof POSITIONS)[number];

/** What one party said of one version of a request. */
export interface Advice {
  by: PersonRef;
  at: Instant;
  position: AdvicePosition;
  text: string;
  conditions: string[];
  from: string;
  late: boolean;
  requestVersion: number;
  /** The option that came with it, as it stood then. */
  option?: RegionalOption;
}

/** Somebody whom the desk officer names to be asked as well, and who answers by a link, without an account. */
export interface NamedConsultee {
  id: string;
  name: string;
  organisation: string;
  email: string;
  language: Language;
  question: string;
  askedBy: PersonRef;
  askedAt: Instant;
  /** The number of the link that is good; those of before are not. */
  link: number;
  /** When and why the question was taken back. */
  takenBack?: { by: PersonRef; at: Instant; reason: string };
}

/** More time that was given, with the day that it was until before. */
export interface Extension {
  by: PersonRef;
  at: Instant;
  from: Day;
  until: Day;
  reason: string;
}

/** That a party was asked again, and what it had said until then. */
export interface AskedAgain {
  by: PersonRef;
  at: Instant;
  reason: string;
  /** The version that stood then. */
  requestVersion: number;
  /** Null where it had been silent. */
  advice: Advice | null;
}

/** That what a party said of an earlier version was let stand for a later one. */
export interface LeftToStand {
  by: PersonRef;
  at: Instant;
  reason: string;
  /** The version for which it stands as well. */
  requestVersion: number;
}

/** A party that is asked for advice: the regional team of a region of the request, one of OHCHR's offices there, or somebody by name; each with a voice of its own. */
export interface Consultee {
  key: string;
  role: Extract<Role, 'regionalTeam' | 'regionalOffice' | 'consultee'>;
  /** Null for somebody who is asked by name. */
  region: string | null;
  /** Which office, as it was called when it was asked; null for a team. */
  office: { code: string; name: string } | null;
  /** `withdrawn`: the question was taken back before there was an answer. */
  state: 'awaited' | 'answered' | 'silent' | 'withdrawn';
  /** The day until which it could have been given, where the recommendation closed the consultation before. */
  cutShort?: Day;
  advice: Advice | null;
  named?: NamedConsultee;
  /** The day that was set in place of the usual one. */
  until?: Day;
  /** Each time that more time was given since it was last asked. */
  extended?: Extension[];
  /** Each time that it was asked again, the oldest first. */
  again?: AskedAgain[];
  /** That what it said was let stand, the last time. */
  stands?: LeftToStand;
  /** That no mail reaches it, by what the last one came to. */
  unreached?: { at: Instant; problem: string };
}

/** How often a party was asked: 1 when it was asked once. */
export const roundOfAsking = (c: Pick<Consultee, 'again'>): number => (c.again?.length ?? 0) + 1;

/** Who acts when a link is used: nobody but the one who was asked, with no right but to answer that question. */
export const linkHolder = ({ id, name }: Pick<NamedConsultee, 'id' | 'name'>): Actor => ({
  id,
  name,
  assignments: [{ role: 'consultee', regions: [], countries: [], party: id }],
});

/** What a party said of earlier versions, or before it was asked again; the oldest first. */
export const earlierAdvice = (c: Consultee): Advice[] =>
  (c.again ?? []).flatMap(({ advice }) => (advice ? [advice] : []));

/** The advice of a party that counts: the last that it gave. */
export const standingAdvice = (c: Consultee): Advice | null => c.advice ?? earlierAdvice(c).at(-1) ?? null;

/** What was said before the request was sent again goes with those who are asked anew. */
export const carriedOver = (before: readonly Consultee[], fresh: readonly Consultee[]): Consultee[] =>
  fresh.map((c) => {
    const was = before.find((b) => b.key === c.key);
    return was?.again ? { ...c, again: was.again } : c;
  });

/** Those who advised on an earlier version than the one that stands, and whose advice was not let stand for it. */
export const withOutdatedAdvice = <C extends Consultee>(facts: { consultation: C[]; version: number }): C[] =>
  facts.consultation.filter(
    (c) => c.advice && c.advice.requestVersion < facts.version && c.stands?.requestVersion !== facts.version,
  );

/** The parties whose advice is asked: the regional team of each region, and each of OHCHR's offices there. */
export const consulteesOf = (
  regions: string[],
  officesIn: (region: string) => readonly { code: string; name: string }[],
): Consultee[] =>
  regions.flatMap((region): Consultee[] => {
    const asked = { region, state: 'awaited', advice: null } as const;
    return [
      { key: `regionalTeam:${region}`, role: 'regionalTeam', office: null, ...asked },
      ...officesIn(region).map(({ code, name }): Consultee => {
        return { key: `regionalOffice:${code}`, role: 'regionalOffice', office: { code, name }, ...asked };
      }),
    ];
  });

import { Injectable } from '@nestjs/common';
import { Cases, ReferenceData, TermsStandards, type CaseView, type HistoryLine, type SignedIn } from '#casework';
import {
  arrangementsOf,
  isRefusal,
  mayTake,
  notFound,
  readTerms,
  refuse,
  ruleOfPart,
  type Assignment,
  type Recorded,
  type TermsReading,
  type TermsVersion,
} from '#domain';
import { Refused } from '../shell/refusals.js';

/** Somebody in a role of the reporting lines, with the day from which. */
export interface RoleHolder {
  part: string;
  name: string;
  title: string;
  from: string | null;
}
/** Terms of reference with everything that their pages show of them, whether of a request or of a post. */
export interface TermsView {
  revision: number;
  /** What the reader may do now. */
  may: { propose: boolean; sign: Assignment | null };
  /** The rule by which signatures are spared, in words. */
  rule: string | null;
  reading: TermsReading;
  /** The version that is shown; null while nothing was proposed. */
  version: TermsVersion | null;
  /** The version that stands. */
  current: TermsVersion | null;
  /** Every version that the record tells of, the newest first. */
  versions: TermsVersion[];
  reporting: RoleHolder[];
}
/** Those of a request. */
export interface CaseTermsView extends TermsView {
  view: CaseView;
}

const TOO_EARLY = refuse(
  'notNow',
  'There are no terms of reference yet: they follow when the first period of the post is covered.',
);

/** The versions that the record tells of, with who signed each. */
export function versionsIn(lines: readonly HistoryLine[]): TermsVersion[] {
  const versions = new Map<number, TermsVersion>();
  for (const line of [...lines].sort((a, b) => a.seq - b.seq)) {
    if (line.event === 'PROPOSE_TOR') {
      const { terms } = line.data as Recorded['PROPOSE_TOR'];
      versions.set(terms.number, terms);
    }
    if (line.event !== 'SIGN_TOR') continue;
    const { version, signature } = line.data as Recorded['SIGN_TOR'];
    const signed = versions.get(version);
    if (signed) versions.set(version, { ...signed, signatures: [...signed.signatures, signature] });
  }
  return [...versions.values()].reverse();
}

function rightsOf({ facts, revision }: CaseView, me: SignedIn): Pick<TermsView, 'revision' | 'may' | 'rule'> {
  const signs = mayTake(facts, me, 'SIGN_TOR');
  const propose = !isRefusal(mayTake(facts, me, 'PROPOSE_TOR'));
  return {
    revision,
    may: { propose, sign: isRefusal(signs) ? null : signs },
    rule: ruleOfPart(facts, 'tor')?.words ?? null,
  };
}

/** Reads the terms of reference of a request, for its pages, its documents and its API. */
@Injectable()
export class CaseTerms {
  constructor(
    private readonly cases: Cases,
    private readonly standards: TermsStandards,
    readonly names: ReferenceData,
  ) {}

  /** The terms as they stand, or an earlier version; refused while there are none. */
  async open(ref: string, me: SignedIn, number: number | null = null): Promise<CaseTermsView> {
    const found = await this.find(ref, me, number);
    if (!found) throw new Refused(TOO_EARLY);
    return found;
  }

  /** The same; null before the post is funded. What this person may not know of is not found. */
  async find(ref: string, me: SignedIn, number: number | null = null): Promise<CaseTermsView | null> {
    const view = await this.cases.find(ref, me);
    if (!view) throw new Refused(notFound());
    const arrangements = arrangementsOf(view.facts);
    if (!arrangements) return null;
    const { terms: current, post, reporting } = arrangements;
    const versions = await this.versions(view, me, current);
    const version = number === null ? current : (versions.find((v) => v.number === number) ?? null);
    if (number !== null && !version)
      throw new Refused(refuse('notFound', 'There is no such version of the terms of reference.'));
    const { ref: reference, summary } = view.facts;
    const { language, regions, countries } = summary;
    const content = (await this.cases.version(view))?.content ?? {};
    const definition = version ? await this.standards.find(version.content.standard) : null;
    const reading = readTerms(
      { ref: reference, language, modality: post.modality, regions, countries, content, terms: version },
      definition ?? (await this.standards.current()),
      this.names,
    );
    const from = summary.requestedStart;
    const roles = reporting.map((r) => ({ ...r, from }));
    return { view, reading, version, current, versions, reporting: roles, ...rightsOf(view, me) };
  }

  private async versions(view: CaseView, me: SignedIn, current: TermsVersion | null): Promise<TermsVersion[]> {
    if (!current) return [];
    if (current.number === 1) return [current];
    const lines = await this.cases.history(view, me, { events: ['PROPOSE_TOR', 'SIGN_TOR'], limit: 200 });
    const told = versionsIn(lines).filter((v) => v.number !== current.number);
    return [current, ...told];
  }
}

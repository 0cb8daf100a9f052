import type { Criterion, Level } from '../review/criteria.js';

/** What a Resident Coordinator's Office writes. The shape of the JSON API and of the sample files. */
export const REQUEST_TYPES = {
  initial: 'First request',
  extension: 'Extension',
  succession: 'Succession',
  regional: 'Regional',
} as const;
export type RequestType = keyof typeof REQUEST_TYPES;
export const TRACKS = { ordinary: 'Ordinary', urgent: 'Urgent' } as const;
export type Track = keyof typeof TRACKS;
export const MODALITIES = {
  inCountry: 'In-country international adviser',
  multiCountry: 'Multi-country adviser',
  national: 'National adviser or officer',
  regional: 'Regional adviser',
  regionalOfficeCover: 'Cover by an OHCHR regional office',
  surge: 'Surge',
} as const;
export type Modality = keyof typeof MODALITIES;
export const LANGUAGES = { en: 'English', fr: 'French', es: 'Spanish' } as const;
export type Language = keyof typeof LANGUAGES;

export interface CostItem {
  label: string;
  amountUSD: number;
  paidBy: string;
  kind: 'cash' | 'in-kind';
}
export interface CostYear {
  year: number;
  months: number;
  items: CostItem[];
}
export interface Endorsement {
  agency: string;
  name: string;
  position: string;
  contribution: { kind: 'cash' | 'in-kind' | 'none'; text: string; amountUSD: number };
}
export interface MechanismRecommendation {
  body: string;
  year: number;
  theme: string;
  text: string;
  position: string | null;
  countries?: string[];
}
export interface Sections {
  context?: string;
  ownership?: Record<string, string>;
  enablingEnvironment?: Record<string, string>;
  strategicOpportunities?: Record<string, string>;
  sustainability?: Record<string, string>;
  commitment?: Record<string, string>;
  termsOfReference?: {
    addedDuties?: string[];
    workingLanguages?: string[];
    level?: string;
    deviationsFromStandard?: string;
  };
  /** Read by the Resident Coordinator's side and OHCHR only. */
  risk?: { tier?: 'risk'; text?: string; mitigation?: string };
  costAndHosting?: {
    currency?: string;
    years?: CostYear[];
    hosting?: { office?: string; transport?: string; security?: string };
  };
  coveragePlan?: { country: string; daysPerYear: number; first?: string; shareUSD?: number }[];
  documentsExpected?: string[];
}
export interface RequestContent {
  title?: string;
  language?: Language;
  type?: RequestType;
  track?: Track;
  urgentReason?: string;
  modality?: Modality;
  countries?: string[];
  dutyStation?: string;
  requestedBy?: { name?: string; title?: string; email?: string };
  requestedStart?: string;
  durationMonths?: number;
  sections?: Sections;
  endorsements?: Endorsement[];
  selfAssessment?: Partial<Record<Criterion, { score: Level | null; reason: string }>>;
  mechanismRecommendations?: MechanismRecommendation[];
}
/** A change of content: objects are merged, `null` removes, anything else replaces (RFC 7396). */
export type ContentPatch = { [K in keyof RequestContent]?: unknown };

/** Applies a merge patch (RFC 7396) without touching what it is given. */
export function mergePatch<T>(target: T, patch: unknown): T {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch as T;
  const merged: Record<string, unknown> =
    typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged as T;
}

/** The ways in which a patch changes nothing are not worth an entry in the record. */
export const changesNothing = (content: RequestContent, patch: ContentPatch): boolean =>
  canonical(mergePatch(content, patch)) === canonical(content);

/** JSON with sorted keys, so that equal values have equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** How many words a text has; what the forms count as well. */
export const wordsIn = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

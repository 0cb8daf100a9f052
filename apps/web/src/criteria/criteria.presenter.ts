import { inForce, type FrameworkDraft, type FrameworkVersion } from '#casework';
import { CRITERIA, CRITERION_NAMES, LEVEL_NAMES, LEVELS, REQUEST_TYPES, roundName, type Refusal } from '#domain';
import { plural } from '../request/case-words.js';
import { summaryRows } from '../request/summary-rows.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { changesBetween, groupsOf, requestsOf } from './changes.js';
import { publishedLine } from './published.js';
import { criterionFields, frameworkErrors, generalFields, replacedBy, type TypedFramework } from './criteria.form.js';

/** The address of a version, and of the form for a new one. */
export const versionPath = (version: number): string => `${paths.adminCriteria()}/${version}`;
export const newVersionPath = (from: number): string => `${paths.adminCriteria()}/new?from=${from}`;

const HOME = { text: 'Criteria', href: paths.adminCriteria() };

/** A version for a round that has not begun. */
const comingTag = (f: FrameworkVersion) => ({ text: `From ${f.fromRound}`, tone: 'blue' });

/** Which version is in force for whom, and every one that ever was. */
export function listContext(all: FrameworkVersion[]) {
  const types = [null, ...Object.keys(REQUEST_TYPES)];
  const current = types.flatMap((type) => inForce(all, type) ?? []);
  return {
    title: 'Criteria',
    lead: 'What requests are judged by. A change is a new version; cases keep the one that was in force when they were submitted.',
    current: current.map((f) => ({
      title: requestsOf(f.appliesTo),
      hint: `Version ${f.version}, ${f.name}. ${f.criteria.map((c) => c.weight).join(', ')} per cent`,
      href: versionPath(f.version),
      status: `Since ${date(f.publishedAt, 'short')}`,
    })),
    action: { text: 'Write a new version', href: newVersionPath(current[0]?.version ?? 1) },
    rows: all.map((f) => ({
      version: { text: `Version ${f.version}`, href: versionPath(f.version), note: f.name },
      for: f.appliesTo === null ? 'All other requests' : REQUEST_TYPES[f.appliesTo as keyof typeof REQUEST_TYPES],
      published: new Date(f.publishedAt),
      by: f.publishedBy,
      state: current.includes(f) ? { text: 'In force', tone: 'green' } : f.coming ? comingTag(f) : 'Replaced',
    })),
  };
}

/** What a version asks of the scores as a whole. */
const rulesOf = (f: FrameworkDraft) => [
  { label: 'Total', value: `At least ${f.totalThreshold} of 100` },
  {
    label: 'Moderation',
    value: `From a difference of ${f.moderationSpread} ${plural(f.moderationSpread, 'point', 'points')}`,
  },
  { label: 'Reviewers', value: `At least ${words(f.minimumReviewers)}` },
  { label: 'Approvers', value: words(f.approvals ?? 1, true) },
];

/** A version in full, with what it changed. */
export function versionContext(f: FrameworkVersion, all: FrameworkVersion[]) {
  const before = replacedBy(
    all.filter((x) => x.version < f.version),
    f.appliesTo,
  );
  const current = inForce(all, f.appliesTo)?.version === f.version;
  return {
    title: `Criteria, version ${f.version}`,
    breadcrumbs: [HOME, { text: `Version ${f.version}` }],
    heading: f.name,
    eyebrow: `Version ${f.version}`,
    tag: current ? { text: 'In force', tone: 'green' } : f.coming ? comingTag(f) : { text: 'Replaced', tone: 'grey' },
    lead: `${requestsOf(f.appliesTo)}. ${publishedLine(f)}`,
    action: { text: 'Write a new version from this one', href: newVersionPath(f.version) },
    facts: rulesOf(f),
    criteria: f.criteria.map((c, i) => ({
      ...c,
      number: i + 1,
      id: `criterion-${i + 1}`,
      note: `Weight ${c.weight}%, threshold ${c.threshold}`,
      levels: [...LEVELS].reverse().map((level) => ({ name: `${level} ${LEVEL_NAMES[level]}`, text: c.levels[level] })),
    })),
    groups: before ? groupsOf(changesBetween(before, f)) : [],
    against: before ? `version ${before.version}` : '',
  };
}

/** The form for a new version. */
export function formContext(typed: TypedFramework, after: number, refusal?: Refusal) {
  const errors = refusal ? frameworkErrors(refusal) : [];
  const at = (field: string) => errors.find((e) => e.href === `#${field}`)?.text;
  return {
    title: 'New version of the criteria',
    breadcrumbs: [HOME, { text: 'New version' }],
    ...(errors.length ? { errors } : {}),
    lead: 'The five criteria are the strategy’s and stay. Everything else is yours to set; the weights have to add up to 100.',
    after,
    general: generalFields(typed, at),
    criteria: CRITERIA.map((key, i) => ({
      key,
      number: i + 1,
      name: CRITERION_NAMES[key],
      weight: typed.criteria[key].weight,
      open: errors.length === 0 ? i === 0 : errors.some((e) => e.href?.includes(`-${key}`)),
      ...criterionFields(key, typed.criteria[key], at),
    })),
  };
}

/** What the version will be, at a glance. */
function summaryOf(draft: FrameworkDraft, before: FrameworkVersion) {
  const each = (of: (c: FrameworkDraft['criteria'][number]) => string): string =>
    draft.criteria.map((c) => `${CRITERION_NAMES[c.key]} ${of(c)}`).join('; ');
  return summaryRows([
    { label: 'Name', value: draft.name },
    { label: 'For', value: requestsOf(draft.appliesTo) },
    { label: 'From', value: draft.fromRound ? `The ${roundName(draft.fromRound)}` : 'At once' },
    { label: 'Replaces', value: `Version ${before.version}, “${before.name}”` },
    { label: 'Weights', value: each((c) => `${c.weight}%`) },
    { label: 'Thresholds of the criteria', value: each((c) => String(c.threshold)) },
    ...rulesOf(draft),
  ]);
}

/** The last page before a version is put in force: what it changes. */
export function publishContext(draft: FrameworkDraft, all: FrameworkVersion[]) {
  const before = replacedBy(all, draft.appliesTo)!;
  const changes = changesBetween(before, draft);
  const count = `${words(changes.length, true)} ${plural(changes.length, 'change', 'changes')} against version ${before.version}, “${before.name}”.`;
  return {
    title: 'Check what changes',
    lead: changes.length ? count : `Nothing differs from version ${before.version}, so there is nothing to publish.`,
    groups: groupsOf(changes),
    rows: summaryOf(draft, before),
    for: requestsOf(draft.appliesTo),
    from: draft.fromRound ? `in the ${roundName(draft.fromRound)} or later` : 'from now on',
    next: all[0]!.version + 1,
  };
}

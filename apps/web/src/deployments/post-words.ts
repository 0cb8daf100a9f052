import type { PostRow, Standing } from '#casework';
import {
  DEPLOYMENT_STATES,
  FUNDING_SOURCES,
  MODALITIES,
  RECRUITMENT_STAGES,
  BRIDGE_KINDS,
  addDays,
  daysBetween,
  type Day,
  type DeploymentStateName,
} from '#domain';
import { inSentence, listed, placeOf, plural, type Names, type Status } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';

const FAR_DAYS = 300;
/** A day inside a short note: with its year when it is not near. */
export const shortDay = (day: Day, today: Day): string =>
  date(day, Math.abs(daysBetween(today, day)) > FAR_DAYS ? 'short' : 'day');
/** A month inside a short note: `Jan 2028`. */
export const monthOf = (day: Day): string => date(day, 'short').replace(/^\d+ /, '');

/** Whole months of so many days, in words: `3 months`; less than one in days. */
export function lengthOf(days: number): string {
  const months = Math.round(days / 30.4);
  if (months < 1) return `${days} ${plural(days, 'day', 'days')}`;
  return months < 24 ? `${months} ${plural(months, 'month', 'months')}` : `${Math.round(months / 12)} years`;
}

const tone = (state: DeploymentStateName): Status['tone'] =>
  DEPLOYMENT_STATES[state].tag === 'yellow' ? 'amber' : DEPLOYMENT_STATES[state].tag;
/** The condition of a post, as it is called everywhere. */
export const stateStatus = (state: DeploymentStateName): Status => ({
  text: DEPLOYMENT_STATES[state].label,
  tone: tone(state),
});

/** How lists call a term whose agreed end has passed while nobody has recorded that the adviser left. */
export const RAN_OUT_WORDS = 'Term has run out';
/** The condition of a row of posts: a term that has run out says so in place of “in post”. */
export const statusOfPost = (row: Pick<PostRow, 'state' | 'standing'>): Status =>
  row.standing === 'ranOut' ? { text: RAN_OUT_WORDS, tone: 'red' } : stateStatus(row.state);

/** What stands out of a row of posts. */
type Noted = Pick<PostRow, 'state' | 'standing' | 'gap' | 'recruitment'> &
  Pick<PostRow, 'endsOn' | 'emptySince' | 'successorOn' | 'expectedOn' | 'gapFrom' | 'gapUntil' | 'toEnd' | 'bridge'>;

const stageWords = (row: Pick<PostRow, 'recruitment'>): string =>
  row.recruitment && row.recruitment !== 'idle' ? RECRUITMENT_STAGES[row.recruitment] : 'Nobody is sought yet';

function emptyNote(row: Noted, today: Day): Status {
  if (row.bridge)
    return { text: row.bridge.until ? `Bridged to ${shortDay(row.bridge.until, today)}` : 'Bridged', tone: 'amber' };
  return { text: row.emptySince ? `Post empty since ${shortDay(row.emptySince, today)}` : 'Post empty', tone: 'red' };
}

function heldNote(row: Noted, today: Day): Status | string {
  const { endsOn } = row;
  if (endsOn === null) return 'In post, no end agreed';
  if (row.successorOn && row.successorOn < today)
    return { text: `Successor was due ${shortDay(row.successorOn, today)}`, tone: 'amber' };
  if (row.toEnd) return { text: `Post ends ${shortDay(endsOn, today)}`, tone: 'amber' };
  if (row.gap === 'ahead' && row.gapFrom && row.gapUntil)
    return { text: `Gap of ${lengthOf(daysBetween(row.gapFrom, addDays(row.gapUntil, 1)))} ahead`, tone: 'amber' };
  if (row.standing === 'ending' && row.gapFrom)
    return { text: endsOn === today ? 'Ends today' : `Ends in ${lengthOf(daysBetween(today, endsOn))}`, tone: 'amber' };
  if (row.gap === 'ahead') return `In post to ${monthOf(endsOn)}, no successor yet`;
  if (row.successorOn) return `Successor from ${shortDay(row.successorOn, today)}`;
  return `In post to ${monthOf(endsOn)}`;
}

/** What to know of a post today: a tag where it wants attention, plain words where it does not. */
export function noteOf(row: Noted, today: Day): Status | string {
  switch (row.standing) {
    case 'ended':
      return 'Ended';
    case 'ranOut':
      return { text: `${RAN_OUT_WORDS}, ${shortDay(row.endsOn!, today)}`, tone: 'red' };
    case 'gap':
      return emptyNote(row, today);
    case 'starting':
      if (row.successorOn && row.successorOn < today)
        return { text: `Was due ${shortDay(row.successorOn, today)}, not arrived`, tone: 'red' };
      return row.successorOn
        ? { text: `Starts ${shortDay(row.successorOn, today)}`, tone: 'blue' }
        : { text: stageWords(row), tone: 'blue' };
    default:
      return heldNote(row, today);
  }
}
/** The same in plain words, for a title or a file. */
export const noteText = (row: Noted, today: Day): string => {
  const note = noteOf(row, today);
  return typeof note === 'string' ? note : note.text;
};

/** Who holds a post, or what is going on for somebody to come. */
export const adviserWords = (row: PostRow): string => {
  if (row.adviser) return row.adviser;
  if (row.standing === 'ended') return '';
  if (row.successor) return `${row.successor}, ${row.expectedOn ? 'expected' : 'not arrived'}`;
  return stageWords(row);
};

/** Forms of support that do not go without saying, in the few words of a row. */
const SHORT_FORMS: Partial<Record<PostRow['modality'], string>> = {
  national: 'national officer',
  regional: 'regional adviser',
  regionalOfficeCover: 'regional office',
  surge: 'surge',
};
/** What a post covers, and in which form where it is not the usual one. */
export function coversWords({
  countries,
  modality,
  cluster,
}: Pick<PostRow, 'countries' | 'modality' | 'cluster'>): string {
  const n = countries.length;
  const what = n === 0 ? 'A region' : n === 1 ? 'One country' : `${words(n, true)} countries`;
  return [what, SHORT_FORMS[modality], cluster && 'in a cluster'].filter(Boolean).join(', ');
}

export const modalityWords = (row: Pick<PostRow, 'modality'>): string => MODALITIES[row.modality] ?? row.modality;
export const fundingWords = (row: Pick<PostRow, 'funding'>): string => {
  const names = row.funding.map((source) => FUNDING_SOURCES[source] ?? source);
  return names.length ? listed([names[0]!, ...names.slice(1).map(inSentence)]) : '';
};
export const bridgeWords = (row: Pick<PostRow, 'bridge'>): string =>
  row.bridge ? `${BRIDGE_KINDS[row.bridge.kind] ?? row.bridge.kind}: ${row.bridge.by}` : '';

/** Where a post is: its country of duty and those that it covers, else its region. */
export function postPlace(row: Pick<PostRow, 'host' | 'countries' | 'regions'>, names: Names): string {
  const countries = row.host ? [row.host, ...row.countries.filter((c) => c !== row.host)] : row.countries;
  return countries.length ? placeOf(countries, names) : listed(row.regions.map((r) => names.regionName(r)));
}
export const regionWords = (row: Pick<PostRow, 'regions'>, names: Names): string =>
  listed(row.regions.map((r) => names.regionName(r)));

/** What tells a post from others of its country: its region, and its form where it is not the usual one. */
export const placeNote = (row: Pick<PostRow, 'regions' | 'modality'>, names: Names): string =>
  [regionWords(row, names), SHORT_FORMS[row.modality]].filter(Boolean).join(', ');

/** A post as the first cell of a row. */
export const postCell = (row: PostRow, names: Names) => ({
  text: postPlace(row, names),
  href: paths.deployment(row.ref),
  note: row.ref,
});

/** The mark of a post on the map. */
export const MARK_OF: Record<Standing, 'gap' | 'ending' | 'starting' | 'now'> = {
  // Nobody knows whether the post is held: it wants the same look as one that is empty.
  ranOut: 'gap',
  gap: 'gap',
  ending: 'ending',
  starting: 'starting',
  now: 'now',
  ended: 'now',
};

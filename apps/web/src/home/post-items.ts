import type { PostWork } from '#casework';
import { addDays, concernedCountries, type Day, type PostTask, type Calendars } from '#domain';
import { slugOf } from '../deployment/step-forms.js';
import { inSentence, placeOf, type Names } from '../request/case-words.js';
import { dueStatus } from '../request/due-words.js';
import { paths } from '../shell/paths.js';
import type { TodoItem } from './todo-items.js';

/** What each task of a post is called when steps are counted. */
export const POST_NOUNS: Record<PostTask, readonly [one: string, many: string]> = {
  prepareRecruitment: ['post to advertise', 'posts to advertise'],
  shortlist: ['shortlist to draw up', 'shortlists to draw up'],
  select: ['selection', 'selections'],
  viewCandidate: ['candidate to agree to', 'candidates to agree to'],
  receiveAdviser: ['arrival to record', 'arrivals to record'],
  fillGap: ['empty post', 'empty posts'],
  findSuccessor: ['successor to find', 'successors to find'],
  writePlan: ['work plan to write', 'work plans to write'],
  agreePlan: ['work plan to agree to', 'work plans to agree to'],
  review: ['mid-term review to give', 'mid-term reviews to give'],
  wish: ['renewal to speak to', 'renewals to speak to'],
  decideRenewal: ['renewal to decide', 'renewals to decide'],
  checklist: ['exit checklist', 'exit checklists'],
  handOver: ['handover', 'handovers'],
  recordLeaving: ['term that has run out', 'terms that have run out'],
  report: ['report to file', 'reports to file'],
  schedule: ['step', 'steps'],
};

type Page = (ref: string, item: PostWork) => string;
const on =
  (page: string): Page =>
  (ref) =>
    paths.deploymentPage(ref, page);
const obligationOf = ({ facts, clock }: PostWork) =>
  facts.incumbencies.flatMap((t) => t.obligations).find((o) => clock.key === `report:${o.id}`);

/** The page on which each task is done. */
const PAGES: Record<PostTask, Page> = {
  prepareRecruitment: on('recruitment'),
  shortlist: on('recruitment'),
  select: on('recruitment'),
  viewCandidate: on('recruitment'),
  receiveAdviser: on('recruitment'),
  fillGap: (ref) => paths.deployment(ref),
  findSuccessor: (ref) => paths.deployment(ref),
  writePlan: (ref) => paths.workPlanEdit(ref),
  agreePlan: on('workPlan'),
  review: on('review'),
  wish: on('renewal'),
  decideRenewal: on('renewal'),
  checklist: on('exit'),
  handOver: on('exit'),
  recordLeaving: (ref) => paths.deploymentStep(ref, slugOf('LEAVE')!),
  report: (ref, item) => {
    const due = obligationOf(item);
    return due ? paths.newReport(ref, due.id) : paths.deploymentPage(ref, 'reports');
  },
  schedule: (ref) => paths.deployment(ref),
};

/** Days before its due date from which a report waits for its writer; before that it stands among the dates. */
const REPORT_AHEAD = 30;

/** What of posts waits for the person now. */
export const postsWaitingNow = (todos: readonly PostWork[], today: Day): PostWork[] =>
  todos.filter(({ task, clock }) => task !== 'report' || clock.dueOn <= addDays(today, REPORT_AHEAD));

/** Where a post is, in a few words. */
export function placeOfPost({ facts }: Pick<PostWork, 'facts'>, names: Names): string {
  const countries = concernedCountries(facts);
  return countries.length ? placeOf(countries, names) : facts.post.title;
}

/** One thing to do about a post, leading to the page where it is done. */
export function postItem(item: PostWork, names: Names, today: Day, calendars: Calendars): TodoItem {
  const { facts, clock, task, what } = item;
  return {
    title: `${placeOfPost(item, names)}: ${inSentence(what)}`,
    hint: `${facts.ref}. ${facts.post.title}`,
    href: PAGES[task](facts.ref, item),
    status: dueStatus(clock, today, calendars),
  };
}

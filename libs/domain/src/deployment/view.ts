import { keysFor } from '../people/access.js';
import type { Actor } from '../people/roles.js';
import { deploymentLocksOf, deploymentTiersFor, maySeeDeployment, servesHost } from './access.js';
import type { DeploymentFacts, Incumbency, Recruitment, Report } from './facts.js';

/** Whose eyes read a report: the text is one, and each reads the parts that are theirs. */
export type ReportReader = 'ohchr' | 'rc' | 'fund';

/** A report as it goes to one reader: all of it to OHCHR, nothing confidential to the country, what was done to the fund. */
export function reportFor(report: Report, reader: ReportReader): Report {
  if (reader === 'ohchr') return report;
  const open = { ...report, confidential: '' };
  return reader === 'rc' ? open : { ...open, challenges: '', support: '' };
}

/** As which reader somebody reads the reports of a post, by the keys that open it to them. */
export function readerOf(actor: Actor, facts: DeploymentFacts): ReportReader {
  if (deploymentTiersFor(actor, facts).has('assessment')) return 'ohchr';
  const locks = deploymentLocksOf(facts);
  const opened = keysFor(actor).any.filter((key) => locks.includes(key));
  return opened.every((key) => key === 'fund') ? 'fund' : 'rc';
}

interface Eyes {
  id: string;
  reader: ReportReader;
  /** The supervisor's side, which is consulted about candidates and knows why somebody left. */
  supervisor: boolean;
}

function termFor(term: Incumbency, eyes: Eyes): Incumbency {
  const own = term.person.id === eyes.id;
  const open = eyes.supervisor || own;
  return {
    ...term,
    // What an adviser wrote, they may read again.
    reports: term.reports.map((r) => (r.by.id === eyes.id ? r : reportFor(r, eyes.reader))),
    left: term.left && (open ? term.left : { ...term.left, note: '' }),
  };
}

function searchFor(search: Recruitment, eyes: Eyes): Recruitment {
  const onTheWay = search.consulted?.agrees === true && search.ended === null;
  const named = eyes.supervisor || onTheWay || search.selected?.id === eyes.id;
  return {
    ...search,
    shortlisted: null,
    selected: named ? search.selected : null,
    consulted: search.consulted && (eyes.supervisor ? search.consulted : { ...search.consulted, note: '' }),
    ended: search.ended && { ...search.ended, reason: '' },
    notArrived: search.notArrived.map((n) => ({ ...n, name: eyes.supervisor ? n.name : '', reason: '' })),
  };
}

/**
 * What this person may read of a post, or null when they may not know of it. Pages, the API, exports and mails read posts
 * through this and in no other way: what is not theirs is empty here.
 */
export function deploymentView(facts: DeploymentFacts, actor: Actor): DeploymentFacts | null {
  if (!maySeeDeployment(actor, facts)) return null;
  const reader = readerOf(actor, facts);
  if (reader === 'ohchr') return facts;
  const eyes: Eyes = { id: actor.id, reader, supervisor: servesHost(actor, facts) };
  return {
    ...facts,
    origin: { ...facts.origin, scores: [] },
    incumbencies: facts.incumbencies.map((term) => termFor(term, eyes)),
    recruitments: facts.recruitments.map((search) => searchFor(search, eyes)),
    notes: facts.notes.filter((note) => note.by.id === actor.id),
  };
}

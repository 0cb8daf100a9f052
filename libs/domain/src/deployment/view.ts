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

interface Eyes {
  id: string;
  /** OHCHR's part: notes, scores, reasons about persons. */
  assessment: boolean;
  /** The supervisor's side, which is consulted about candidates and knows why somebody left. */
  supervisor: boolean;
  /** Whether all that the person reads is for the fund. */
  fundOnly: boolean;
}

function termFor(term: Incumbency, eyes: Eyes): Incumbency {
  const own = term.person.id === eyes.id;
  const reader = eyes.assessment ? 'ohchr' : eyes.fundOnly ? 'fund' : 'rc';
  const open = eyes.assessment || eyes.supervisor || own;
  return {
    ...term,
    // What an adviser wrote, they may read again.
    reports: term.reports.map((r) => (r.by.id === eyes.id ? r : reportFor(r, reader))),
    left: term.left && (open ? term.left : { ...term.left, note: '' }),
  };
}

function searchFor(search: Recruitment, eyes: Eyes): Recruitment {
  if (eyes.assessment) return search;
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
  const assessment = deploymentTiersFor(actor, facts).has('assessment');
  if (assessment) return facts;
  const locks = deploymentLocksOf(facts);
  const opened = keysFor(actor).any.filter((key) => locks.includes(key));
  const eyes: Eyes = {
    id: actor.id,
    assessment,
    supervisor: servesHost(actor, facts),
    fundOnly: opened.every((key) => key === 'fund'),
  };
  return {
    ...facts,
    origin: { ...facts.origin, scores: [] },
    incumbencies: facts.incumbencies.map((term) => termFor(term, eyes)),
    recruitments: facts.recruitments.map((search) => searchFor(search, eyes)),
    notes: facts.notes.filter((note) => note.by.id === actor.id),
  };
}

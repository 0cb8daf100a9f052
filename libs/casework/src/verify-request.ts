import { evolve, evolveTexts, locksOf, type Entry, type RequestContent, type RequestFacts, type Texts } from '#domain';
import { appointmentRows, frozenVersion, requestRow } from './rows.js';
import {
  BATCH,
  clocksKept,
  commonTo,
  differencesIn,
  entriesKept,
  INSTANT,
  sorted,
  type KeptCase,
  type Verified,
} from './verified.js';

/** Everything that is kept of some requests, in the shape in which the record says it. */
const KEPT = `
  SELECT r.ref, r.seq, r.revision, r.facts,
    jsonb_build_object('state', r.state, 'consultation', r.consultation, 'review', r.review, 'is_open', r.is_open,
      'title', r.title, 'language', r.language, 'type', r.type, 'track', r.track, 'modality', r.modality, 'round', r.round, 'countries', r.countries,
      'regions', r.regions, 'version', r.version, 'created_at', ${INSTANT('r.created_at')}, 'submitted_at', ${INSTANT('r.submitted_at')},
      'changed_at', ${INSTANT('r.changed_at')}) AS columns,
    ${entriesKept}, 
    (SELECT c.content FROM request_content c WHERE c.request_id = r.id) AS content,
    (SELECT jsonb_agg(jsonb_build_object('number', v.number, 'content', v.content, 'documents', v.documents, 'submitted_by', v.submitted_by, 'acting_for', v.acting_for,
       'gaps_reason', v.gaps_reason, 'submitted_at', ${INSTANT('v.submitted_at')}) ORDER BY v.number) FROM request_version v WHERE v.request_id = r.id) AS versions,
    (SELECT jsonb_agg(CASE WHEN s.seq = r.seq THEN s.scope ELSE 'misplaced ' || s.scope END) FROM request_scope s WHERE s.request_id = r.id) AS locks,
    ${clocksKept},
    (SELECT jsonb_agg(jsonb_build_object('person_id', p.person_id, 'state', p.state, 'appointed_at', ${INSTANT('p.appointed_at')}) ORDER BY p.person_id)
       FROM appointment p WHERE p.request_id = r.id) AS appointments,
    (SELECT jsonb_agg(jsonb_build_object('seq', w.seq, 'content', w.content) ORDER BY w.seq) FROM draft_snapshot w WHERE w.request_id = r.id) AS wholes
  FROM request r WHERE ($1::text IS NULL OR r.ref = $1) AND r.seq > $2 ORDER BY r.seq LIMIT ${BATCH}`;

interface Kept extends KeptCase<Entry, RequestFacts> {
  content: RequestContent | null;
  versions: object[] | null;
  appointments: { person_id: string }[] | null;
  wholes: { seq: number; content: RequestContent }[] | null;
}

/** Builds a case again from nothing but its record. */
function rebuilt(entries: Entry[], wholes: NonNullable<Kept['wholes']>) {
  let facts: RequestFacts | null = null;
  let texts: Texts = { text: {}, submitted: null };
  const versions: object[] = [];
  const asked = new Set(wholes.map(({ seq }) => seq));
  const earlier: typeof wholes = [];
  for (const [i, entry] of entries.entries()) {
    const before: RequestFacts | null = facts;
    facts = evolve(before, entry);
    texts = evolveTexts(texts, entry, before, facts);
    if (asked.has(i + 1)) earlier.push({ seq: i + 1, content: texts.text });
    const frozen = frozenVersion(before, { facts, entry }, texts.text);
    if (frozen) versions.push({ ...frozen, submitted_at: entry.at });
  }
  return { facts: facts!, content: texts.text, versions, earlier };
}

/** What of a case is not what its record says, in words. */
function differences(kept: Kept): string[] {
  const entries = kept.entries ?? [];
  if (entries.length === 0) return ['The record of this request is empty.'];
  const { facts, content, versions, earlier } = rebuilt(entries, kept.wholes ?? []);
  // The version of the machine tells which release wrote the row; the record does not depend on it.
  const { machine_version: _release, ...columns } = requestRow(facts, entries.at(-1)!.at);
  return differencesIn([
    ...commonTo('request', kept, { facts, columns, entries, locks: locksOf(facts) }),
    ['The text of the request is', kept.content, content],
    ['An earlier text is', kept.wholes ?? [], earlier],
    ['What was submitted is', kept.versions ?? [], versions],
    [
      'The reviewers are',
      sorted((a) => a.person_id, kept.appointments ?? []),
      sorted((a) => a.person_id, appointmentRows(facts)),
    ],
  ]);
}

/** How requests are proved. */
export const REQUESTS: Verified<Kept> = { kept: KEPT, differences };

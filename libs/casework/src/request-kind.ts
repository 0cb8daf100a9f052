import {
  decide,
  eventRule,
  evolveTexts,
  locksOf,
  readsDraft,
  notFound,
  optionNamedIn,
  personsNamedIn,
  stateLabelFor,
  stateName,
  type Decision,
  type RequestEvent,
  type RequestFacts,
  type Texts,
} from '#domain';
import { keepable } from './keepable.js';
import type { Kind } from './kind.js';
import { QUESTIONNAIRE } from './reference-data.js';
import { appointmentRows, requestRow, texts } from './rows.js';
import type { KindOfRow } from './statements.js';

/** The whole text is kept once in so many lines of the record, so that an earlier one is read from few of them however long a draft was written. */
export const LINES_BETWEEN = 50;

const ROW: KindOfRow = {
  table: 'request',
  columns: {
    machine_version: 'smallint',
    state: 'text',
    consultation: 'text',
    review: 'text',
    is_open: 'boolean',
    title: 'text',
    language: 'text',
    type: 'text',
    track: 'text',
    modality: 'text',
    round: 'text',
    countries: 'text[]',
    regions: 'text[]',
    version: 'integer',
    created_at: 'timestamptz',
    submitted_at: 'timestamptz',
    changed_at: 'timestamptz',
  },
  // The text in work, and the one that was submitted last: what is judged, whatever the office has in hand.
  beside: `(SELECT jsonb_build_object('text', c.content, 'submitted', (
      SELECT v.content FROM request_version v WHERE v.request_id = r.id AND v.number = r.version))
    FROM request_content c WHERE c.request_id = r.id)`,
  following: `appointed AS (
    INSERT INTO appointment (request_id, person_id, state, appointed_at)
    SELECT m.id, a.person_id, a.state, a.appointed_at
    FROM moved m, jsonb_to_recordset($11::jsonb) AS a(person_id uuid, state text, appointed_at timestamptz)
    ON CONFLICT (request_id, person_id) DO UPDATE SET state = excluded.state, appointed_at = excluded.appointed_at
      WHERE appointment.state <> excluded.state
  ), written AS (
    INSERT INTO request_content (request_id, content)
    SELECT m.id, t.value FROM moved m, jsonb_each($12::jsonb) AS t WHERE t.key = 'content'
    ON CONFLICT (request_id) DO UPDATE SET content = excluded.content
  ), whole AS (
    INSERT INTO draft_snapshot (request_id, seq, content)
    SELECT m.id, m.revision, t.value FROM moved m, jsonb_each($12::jsonb) AS t
    WHERE t.key = 'content' AND ($12::jsonb ? 'aside' OR (m.revision > ${LINES_BETWEEN}
      AND NOT EXISTS (SELECT 1 FROM draft_snapshot s WHERE s.request_id = m.id AND s.seq > m.revision - ${LINES_BETWEEN})))
  ), frozen AS (
    INSERT INTO request_version (request_id, number, content, documents, questionnaire_id, submitted_at, submitted_by, acting_for, gaps_reason)
    SELECT m.id, f.number, f.content, f.documents, f.questionnaire_id, $7::timestamptz, f.submitted_by, f.acting_for, f.gaps_reason
    FROM moved m, jsonb_each($12::jsonb) AS t,
      jsonb_to_record(t.value) AS f(number integer, content jsonb, documents jsonb, questionnaire_id text, submitted_by text, acting_for text, gaps_reason text)
    WHERE t.key = 'version'
  ), indexed AS (
    INSERT INTO request_search (request_id, seq, vector)
    SELECT m.id, m.seq, setweight(to_tsvector('simple', t.value ->> 'title'), 'A') || to_tsvector('simple', t.value ->> 'body')
      || array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text(t.value -> 'locks')))
    FROM moved m, jsonb_each($12::jsonb) AS t WHERE t.key = 'search'
    ON CONFLICT (request_id) DO UPDATE SET vector = excluded.vector
  ), `,
};

/** Requests, as the write path carries them. */
export const REQUEST_KIND: Kind<RequestFacts, RequestEvent, Texts, Decision> = {
  noun: 'request',
  row: ROW,
  unknown: notFound,
  reference: (year, number) => `HRA-${year}-${String(number).padStart(3, '0')}`,
  decide: (facts, actor, event, context, texts) =>
    decide(facts, actor, event, { ...context, content: texts?.text ?? null, submitted: texts?.submitted ?? null }),
  readsContent: (event) => eventRule(event.type).needsContent === true,
  personsNamed: personsNamedIn,
  // The database takes no text with a character of code zero, and no option has one.
  optionNamed: (event) => keepable(optionNamedIn(event) ?? '') || null,
  holdsBack: (actor, facts) => actor.system !== true && !readsDraft(actor, facts),
  locks: locksOf,
  columns: requestRow,
  following: (before, decision, known, reference) => {
    const { facts, entry } = decision;
    const after =
      known || entry.event === 'CREATE'
        ? evolveTexts(known ?? { text: {}, submitted: null }, entry, before, facts).text
        : null;
    const names = facts.summary.countries.map((c) => reference.countryName(c)).join(' ');
    return [appointmentRows(facts), texts(before, decision, after, names, QUESTIONNAIRE.id)];
  },
  standing: (facts, actor) => ({ state: stateName(facts.state), label: stateLabelFor(actor, facts) }),
};

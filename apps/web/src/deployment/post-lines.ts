import type { PostLine } from '#casework';
import {
  BRIDGE_KINDS,
  CONVERSIONS,
  ENDING_REASONS,
  LEAVING_REASONS,
  REPORTING_PARTS,
  REVIEW_RATINGS,
  SYSTEM,
  type DeploymentEventType,
  type DeploymentRecorded,
  type TimingEventType,
} from '#domain';
import { plural, type Names } from '../request/case-words.js';
import { TIMING_WORDS } from '../request/timing-words.js';
import { date } from '../shell/words.js';
import { reportTitle } from './adviser-words.js';

type CountryNames = Pick<Names, 'countryName'>;
type Told<T extends DeploymentEventType> = Partial<DeploymentRecorded[T]>;
type Words = {
  [T in DeploymentEventType]: {
    done: string;
    text?: (data: Told<T>, names: CountryNames) => string | null | undefined;
  };
};

const on = (day: string | null | undefined): string => (day ? date(day) : '');
const reason = (d: { reason?: string }): string | undefined => d.reason;

/** The lines of the record of a post in plain words: what was done, and what is worth a line beside it. One row a kind. */
const WORDS: Words = {
  OPEN: { done: 'Post opened', text: (d) => d.origin && `From request ${d.origin.reference}` },
  RECORD_HISTORY: { done: 'Recorded from lists of the time', text: (d) => d.origin?.reference },
  AMEND_HISTORY: { done: 'Record of the past amended', text: (d) => d.because },
  ADVERTISE: { done: 'Advertised', text: (d) => d.until && `Applications until ${on(d.until)}` },
  SHORTLIST: {
    done: 'Shortlist drawn up',
    text: (d) => (d.candidates ? `${d.candidates} ${plural(d.candidates, 'candidate', 'candidates')}` : null),
  },
  SELECT: {
    done: 'Candidate selected',
    text: (d) =>
      d.selected && `${d.selected.name}${d.selected.expectedOn ? `, expected on ${on(d.selected.expectedOn)}` : ''}`,
  },
  CONSULTED: {
    done: 'Resident Coordinator consulted',
    text: (d) =>
      d.agrees === undefined
        ? null
        : [d.recorded ? 'Recorded by OHCHR' : '', d.agrees ? 'Agrees' : 'Does not agree', d.note]
            .filter(Boolean)
            .join(': '),
  },
  ARRIVE: {
    done: 'Adviser arrived',
    text: (d) => d.term && `${d.term.person.name}, ${on(d.term.from)} to ${on(d.term.endsOn)}`,
  },
  RECEIVE: {
    done: 'Adviser received from another post',
    text: (d) => d.term && `${d.term.person.name}, from ${d.from}`,
  },
  NOT_ARRIVED: { done: 'The adviser does not come', text: reason },
  CANCEL: { done: 'Recruitment stopped', text: reason },
  PLAN: {
    done: 'Work plan written',
    text: (d) => d.items && `${d.items.length} ${plural(d.items.length, 'line', 'lines')}`,
  },
  AGREE_WORK_PLAN: {
    done: 'Work plan agreed',
    text: (d) => (d.side === 'rc' ? 'By the Resident Coordinator' : 'By OHCHR'),
  },
  FILE_REPORT: { done: 'Report filed', text: (d) => d.report && reportTitle(d.report) },
  ADD_OBLIGATION: {
    done: 'Report asked for',
    text: (d) => d.obligation && `${reportTitle(d.obligation)}, due ${on(d.obligation.dueOn)}`,
  },
  MOVE_OBLIGATION: {
    done: 'Date of a report moved',
    text: (d) => `From ${on(d.from)} to ${on(d.to)}${d.late ? ', after it fell due' : ''}: ${d.reason}`,
  },
  NOTE_TO_OHCHR: { done: 'Note to OHCHR alone', text: (d) => d.text },
  START_MID_TERM: { done: 'Mid-term review begun' },
  REVIEW: { done: 'Mid-term review given', text: (d) => d.rating && `${REVIEW_RATINGS[d.rating]}: ${d.text}` },
  OPEN_RENEWAL: { done: 'Renewal opened', text: (d) => d.renewal && `To be decided by ${on(d.renewal.decideBy)}` },
  ASK_EXTENSION: {
    done: 'Wish of the Resident Coordinator',
    text: (d) => `${d.extend ? 'The post should go on' : 'The post need not go on'}: ${d.text}`,
  },
  EXTEND: { done: 'Term extended', text: (d) => `To ${on(d.until)}: ${d.basis}` },
  PLAN_SUCCESSION: { done: 'Succession planned', text: (d) => d.text },
  CONVERT: { done: 'Conversion decided', text: (d) => d.to && `${CONVERSIONS[d.to]}: ${d.text}` },
  START_CLOSING: { done: 'Handover begun' },
  CHECK: {
    done: 'Exit checklist worked through',
    text: (d) =>
      `${d.side === 'adviser' ? 'The adviser’s list' : 'The office’s list'}${d.finished ? ', finished' : ''}`,
  },
  SEND_BACK: {
    done: 'Exit checklist sent back',
    text: (d) => `${d.side === 'adviser' ? 'The adviser’s list' : 'The office’s list'}: ${d.reason}`,
  },
  HAND_OVER: { done: 'Handed over', text: (d) => `Last day in post ${on(d.on)}` },
  LEAVE: { done: 'Adviser has left', text: (d) => d.reason && `${on(d.on)}: ${LEAVING_REASONS[d.reason]}` },
  TRANSFER: { done: 'Adviser moved to another post', text: (d) => `${d.to}, from ${on(d.on)}` },
  BRIDGE: {
    done: 'Gap bridged',
    text: (d) =>
      d.bridge && `${BRIDGE_KINDS[d.bridge.kind]}: ${d.bridge.by}, ${on(d.bridge.from)} to ${on(d.bridge.until)}`,
  },
  END_BRIDGE: { done: 'Bridge ended', text: (d) => on(d.on) },
  CHANGE_POST: { done: 'Post changed', text: reason },
  COVER: {
    done: 'Country added',
    text: (d, names) =>
      d.coverage && `${names.countryName(d.coverage.country)} from ${on(d.coverage.from)}: ${d.reason}`,
  },
  UNCOVER: {
    done: 'Country taken away',
    text: (d, names) => d.country && `${names.countryName(d.country)} after ${on(d.until)}: ${d.reason}`,
  },
  MARK_FRAMEWORK: {
    done: 'Framework mark changed',
    text: (d) => d.mark && `${d.mark.under ? 'Under' : 'Not under'} the framework from ${on(d.mark.from)}: ${d.reason}`,
  },
  SET_REPORTING: {
    done: 'Supervision changed',
    text: (d) => d.line && `${REPORTING_PARTS[d.line.part]}: ${d.line.name} from ${on(d.line.from)}`,
  },
  IDENTIFY: { done: 'Account connected', text: (d) => d.person?.name },
  TAKE_EFFECT: { done: 'A change took effect on its day' },
  ...(TIMING_WORDS as Pick<Words, TimingEventType>),
  CLOSE: { done: 'End decided', text: (d) => d.reason && `${ENDING_REASONS[d.reason]}: ${d.text}` },
};

/** Lines of the record in plain words; what a person may not read of a line is not there. */
export const lineItems = (lines: readonly PostLine[], names: CountryNames) =>
  lines.map((line) => {
    const { done, text } = WORDS[line.event] as {
      done: string;
      text?: (data: object, names: CountryNames) => string | null | undefined;
    };
    const data = (line.data ?? {}) as object;
    const empty = Object.keys(data).length === 0;
    return {
      title: done,
      by:
        line.actorId === SYSTEM.id
          ? ''
          : line.actingFor
            ? `${line.actorName}, acting for ${line.actingFor}`
            : line.actorName,
      at: line.at,
      text: empty ? null : (text?.(data, names) ?? null),
    };
  });

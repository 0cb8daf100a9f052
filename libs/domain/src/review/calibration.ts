import { refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import type { Actor } from '../people/roles.js';
import { required } from '../text.js';
import { CRITERIA, CRITERION_NAMES, type Criterion, type Framework } from './criteria.js';
import { weigh, type Figure, type Score, type ScoreSheet } from './scoring.js';
import { sheetProblems, tidy, type SentSheet } from './sheet.js';

/** A short request that was invented for practice: what it says to each criterion, and the scores that a panel agreed on. */
export interface WorkedExample {
  title: string;
  /** What the reader is told of the country and of what is asked for. */
  setting: string;
  texts: Record<Criterion, string>;
  agreed: Record<Criterion, Pick<Score, 'score' | 'reason'>>;
}

/** Who scores requests, and so takes worked examples before a round. */
export const takesExamples = (actor: Actor): boolean => actor.assignments.some((a) => a.role === 'reviewer');
/** Who agrees on the scores of an example, and sees who has taken it. */
export const writesExamples = (actor: Actor): boolean => actor.assignments.some((a) => a.role === 'panelChair');
/** Who may read examples at all: whoever judges requests or looks after how they are judged. */
export const readsExamples = (actor: Actor): boolean =>
  actor.assignments.some((a) => ['reviewer', 'panelChair', 'deskOfficer', 'approver', 'auditor'].includes(a.role));

/** Problems of an example that a chair wrote; empty when it can be kept. */
export function exampleProblems(example: WorkedExample): FieldProblem[] {
  return [
    ...required(example.title, 'title', 'Give the example a title', 200),
    ...required(example.setting, 'setting', 'Say in a few sentences what the request is about', 2_000),
    ...CRITERIA.flatMap((key) =>
      required(example.texts[key], `texts.${key}`, `Write what the request says to ${CRITERION_NAMES[key]}`, 5_000),
    ),
    ...sheetProblems(example.agreed, { whole: true, reasons: true, path: 'agreed' }),
  ];
}

/** The scores of somebody who takes an example: each criterion, with its reason, as on a request. */
export const takenSheet = (sent: SentSheet): ScoreSheet | Refusal =>
  refuseFields(sheetProblems(sent, { whole: true, reasons: true, path: 'scores' })) ?? tidy(sent);

/** How own scores lie beside the agreed ones. */
export interface Compared {
  criteria: { key: Criterion; own: number | null; agreed: number | null; difference: number | null }[];
  own: Figure | null;
  agreed: Figure | null;
  /** Criteria with the same score, with one that is one point off, and with one further off or not assessed by one of both. */
  same: number;
  near: number;
  far: number;
  /** Whether the own scores lie all in all higher or lower; null where neither. */
  leans: 'higher' | 'lower' | null;
}

/** Compares scores with those that were agreed, criterion by criterion and in total, by the weights of a version of the criteria. */
export function compareWithAgreed(
  sheet: ScoreSheet,
  agreed: WorkedExample['agreed'],
  framework: Pick<Framework, 'criteria'>,
): Compared {
  const criteria = CRITERIA.map((key) => {
    const [own, other] = [sheet[key]?.score ?? null, agreed[key].score];
    return { key, own, agreed: other, difference: own === null || other === null ? null : own - other };
  });
  const same = criteria.filter((c) => c.own === c.agreed).length;
  const near = criteria.filter((c) => Math.abs(c.difference ?? 0) === 1).length;
  const sum = criteria.reduce((total, c) => total + (c.difference ?? 0), 0);
  return {
    criteria,
    own: weigh(sheet, framework).weighted,
    agreed: weigh(agreed, framework).weighted,
    same,
    near,
    far: criteria.length - same - near,
    leans: sum > 0 ? 'higher' : sum < 0 ? 'lower' : null,
  };
}

import type { Actor } from '../people/roles.js';
import { setsPanelDate } from './panel-date.js';
import { readsPanel } from './round-panel.js';

/** What somebody says who is invited to a panel. */
export const PANEL_ANSWERS = { yes: 'Coming', perhaps: 'Perhaps', no: 'Cannot come' } as const;
export type PanelAnswer = keyof typeof PANEL_ANSWERS;
export const isPanelAnswer = (text: string): text is PanelAnswer => Object.hasOwn(PANEL_ANSWERS, text);

const SAID: Record<string, PanelAnswer> = { ACCEPTED: 'yes', TENTATIVE: 'perhaps', DECLINED: 'no' };
/** What the word of a calendar program says; null for whoever passes the invitation on, or takes their answer back. */
export const panelAnswerOf = (says: string): PanelAnswer | null => (Object.hasOwn(SAID, says) ? SAID[says]! : null);

/** Whoever convenes a panel, or compares its requests, sees how many come. */
export const countsPanelAnswers = (actor: Pick<Actor, 'assignments'>): boolean =>
  setsPanelDate(actor) || readsPanel(actor);
/** Who comes tells who reviews: that is not for an administrator, to whom cases are closed. */
export const namesPanelAnswers = readsPanel;

/** How many of those who are invited come. */
export interface PanelAnswerCounts {
  yes: number;
  perhaps: number;
  no: number;
  none: number;
}

/** Counts what those who are invited have said; null for whoever has said nothing. */
export function panelAnswerCounts(answers: readonly (PanelAnswer | null)[]): PanelAnswerCounts {
  const of = (wanted: PanelAnswer | null): number => answers.filter((answer) => answer === wanted).length;
  return { yes: of('yes'), perhaps: of('perhaps'), no: of('no'), none: of(null) };
}

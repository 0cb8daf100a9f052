import { APPOINTING_DESCRIPTIONS } from './described-appointing.js';
import { COMMENT_DESCRIPTIONS } from './described-comments.js';
import { CONSULTED_DESCRIPTIONS } from './described-consulted.js';
import { ABSENCE_DESCRIPTIONS } from './described-absences.js';
import { DELEGATION_DESCRIPTIONS } from './described-delegations.js';
import { DELIVERY_DESCRIPTIONS } from './described-delivery.js';
import { INBOUND_DESCRIPTIONS } from './described-inbound.js';
import { DRAFT_DESCRIPTIONS } from './described-drafts.js';
import { ENDORSEMENT_DESCRIPTIONS } from './described-endorsements.js';
import { EXAMPLE_DESCRIPTIONS } from './described-examples.js';
import { HOLIDAY_DESCRIPTIONS } from './described-holidays.js';
import { KNOWN_DESCRIPTIONS } from './described-known.js';
import { LETTER_DESCRIPTIONS } from './described-letters.js';
import { NOTICE_DESCRIPTIONS } from './described-notices.js';
import { OPTION_DESCRIPTIONS } from './described-options.js';
import { SCORING_DESCRIPTIONS } from './described-scoring.js';
import { WEBHOOK_DESCRIPTIONS } from './described-webhooks.js';
import { WORD_FORM_DESCRIPTIONS } from './described-word-form.js';
import { PANEL_DESCRIPTIONS } from './described-panel.js';
import { POST_DESCRIPTIONS } from './described-posts.js';

/** What the calls say of themselves that are about something else than one request. */
export const DESCRIBED_ELSEWHERE = {
  ...COMMENT_DESCRIPTIONS,
  ...DELIVERY_DESCRIPTIONS,
  ...WEBHOOK_DESCRIPTIONS,
  ...HOLIDAY_DESCRIPTIONS,
  ...INBOUND_DESCRIPTIONS,
  ...ABSENCE_DESCRIPTIONS,
  ...DELEGATION_DESCRIPTIONS,
  ...DRAFT_DESCRIPTIONS,
  ...ENDORSEMENT_DESCRIPTIONS,
  ...POST_DESCRIPTIONS,
  ...NOTICE_DESCRIPTIONS,
  ...OPTION_DESCRIPTIONS,
  ...SCORING_DESCRIPTIONS,
  ...WORD_FORM_DESCRIPTIONS,
  ...KNOWN_DESCRIPTIONS,
  ...LETTER_DESCRIPTIONS,
  ...EXAMPLE_DESCRIPTIONS,
  ...APPOINTING_DESCRIPTIONS,
  ...PANEL_DESCRIPTIONS,
  ...DELEGATION_DESCRIPTIONS,
  ...CONSULTED_DESCRIPTIONS,
} as const;

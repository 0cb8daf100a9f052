export * from './advance.js';
export { KEY_REUSED, type Advanced, type Receipt } from './receipts.js';
export { DEMONSTRATION_PEOPLE } from './demonstration/people.js';
export {
  contentOf,
  SAMPLE_IDS,
  SAMPLES,
  sampleStory,
  type Story,
  type SampleId,
} from './demonstration/sample-story.js';
export { playStory } from './demonstration/seed-cases.js';
export { WorkingLanguages } from './working-languages.js';
export { Conflicts, mayRegisterFor, type KeptConflict } from './conflicts.js';
export * from './coordinators.js';
export * from './delegations.js';
export * from './people.js';
export type { EndedDelegation } from './ended-delegation.js';
export * from './publish-framework.js';
export * from './prepare-database.js';
export { FIRST_PUBLISHER } from './first-publisher.js';
export * from './reference-data.js';
export { importHistory, importPresences } from './reference/import-presences.js';
export { choicesOf, CONTRADICTIONS } from './reference/presence-contradictions.js';
export * from './reconciliation.js';
export * from './regional-options.js';
export * from './read/case.js';
export * from './read/earlier-texts.js';
export * from './read/consultations.js';
export { postsCovering } from './read/country-cover.js';
export { type OptionVersion } from './read/options.js';
export * from './calendar-feeds.js';
export * from './saved-views.js';
export * from './review-notes.js';
export * from './draft-comments.js';
export * from './section-presence.js';
export * from './calibration/worked-examples.js';
export * from './read/deployments.js';
export * from './read/deployment-calendar.js';
export * from './read/deployment-filter.js';
export * from './read/deployment-gaps.js';
export { STANDINGS, type Standing } from './read/deployment-query.js';
export * from './read/deployment-workload.js';
export type { RequestedPoint } from './read/requested.js';
export { Frameworks, inForce, type FrameworkVersion } from './read/frameworks.js';
export * from './read/decision-figures.js';
export * from './read/health.js';
export * from './read/pipeline.js';
export * from './read/presences.js';
export { PRESENCE_TYPES, type PresenceType } from './presences/presence-shapes.js';
export type { PresenceRow, PresenceTable } from './presences/presence-table.js';
export { REPORT_REGION_NAMES, type ReportRegion } from './presences/report-regions.js';
export * from './read/post-waits.js';
export * from './read/posts.js';
export * from './read/requests.js';
export * from './read/round-cases.js';
export * from './country-known.js';
export * from './round-calls.js';
export * from './rounds.js';
export * from './holidays.js';
export * from './seats.js';
export * from './recounts.js';
export { loadHolidays } from './reference/holidays.js';
export * from './apply-prepared.js';
export { TermsStandards, type TermsStandard } from './read/terms-standards.js';
export * from './read/work.js';
export * from './casework.module.js';
export * from './database-clock.js';
export * from './verify-record.js';
export { Outbox, unreachedSteps, type Dispatched, type Unreached } from './delivery/dispatch.js';
export * from './answer-links.js';
export {
  ConsultationStates,
  PARTY_STATES,
  standingOf,
  type PartyMails,
  type PartyReading,
  type PartyStanding,
  type PartyState,
} from './consultation-states.js';
export * from './endorsements.js';
export { MailLog, type MailLine, type MailReader } from './delivery/mail-log.js';
export {
  DeliveryDesk,
  MOST_PER_MINUTE,
  type DeliveryCounts,
  type HoldLine,
  type ParkedMail,
} from './delivery/delivery-desk.js';
export { HookFeed, type FedHook, type HookToSend, type HookTry } from './webhooks/hook-feed.js';
export { MOST_WEBHOOKS, Webhooks, type DeliveryLine, type Webhook, type WebhookDraft } from './webhooks/webhooks.js';
export { Absences, type Absence, type AbsenceOf } from './absences.js';
export { AwayHolders, type HolderAway } from './delivery/away-holders.js';
export type { Late } from './delivery/about-persons.js';
export { LONGEST_NOTE, PanelAnswers, type AnswerKept, type PanelAnswersRead } from './panel-answers.js';
export { PanelDates, type PanelDate, type WouldTell } from './panel-dates.js';
export { ApartMails, type ApartAbout, type ApartKind, type ApartMail } from './delivery/apart-mails.js';
export { MailFeed, type FedMail, type Held } from './delivery/mail-feed.js';
export { Mails, type MailParty, type MailToSend, type Outcome } from './delivery/mails.js';
export { MailRecipients, type Handed, type ReceivedLetter, type RecipientToSend } from './delivery/recipients.js';
export { pathOf } from './delivery/notice-paths.js';
export * from './own-notices.js';
export * from './read/notice-figures.js';
export { Digests, type DigestToSend } from './delivery/digests.js';
export type { DigestCase, DigestItem } from './delivery/digest-lines.js';
export * from './acknowledgements.js';
export * from './notice-wishes.js';
export * from './unsubscribe-links.js';
export { AnsweredMails, type AnsweredMail } from './inbound/answered-mail.js';
export { CaseMessages, type CaseMessage, type MessagePage } from './inbound/case-messages.js';
export { InboundMails, type SaidByMail, type WaitingMail } from './inbound/inbound-mails.js';
export { InboundTray, TRAY_STATES, type TrayLine, type TrayMail, type TrayState } from './inbound/inbound-tray.js';
export type { FilesNotKept, MailWaits } from './inbound/written-back.js';
export { keepMessageFiles, MOST_FILES } from './inbound/message-files.js';
export type { FileRefusal, MessageFile } from './entities/case-message.js';
export { KEPT_DAYS, WhatHasEnded, type Ended } from './delivery/ended.js';
export { Deadlines, type DueEvent, type Swept } from './delivery/sweep.js';
export { TermsPublisher } from './terms/publish-terms.js';
export { TERMS_FORMATS, termsDocument, termsFileName, type TermsFormat } from './terms/terms-document.js';
export type { TermsPaper } from './terms/terms-layout.js';
export { letterDraftProblems, LetterTemplates, type LetterVersion } from './letters/letter-templates.js';
export {
  LETTER_FORMATS,
  letterDocument,
  letterFileName,
  letterFiles,
  letterSignatory,
  type LetterFormat,
} from './letters/letter-document.js';

import { CalendarFeedRow } from './calendar-feed.js';
import { SavedViewRow } from './saved-view.js';
import { Appointment } from './appointment.js';
import { AssignmentRow } from './assignment.js';
import { AuditEvent } from './audit-event.js';
import { ClockShift } from './clock-shift.js';
import { Credential } from './credential.js';
import { Deadline } from './deadline.js';
import { FrameworkRow } from './framework.js';
import { KeptForm } from './kept-form.js';
import { MailHold } from './mail-hold.js';
import { CaseMessageRow } from './case-message.js';
import { InboundMailRow } from './inbound-mail.js';
import { Mail } from './mail.js';
import { MailKey } from './mail-key.js';
import { MailRecipientRow } from './mail-recipient.js';
import { OutboxRow } from './outbox-row.js';
import { Person } from './person.js';
import { RegisteredConflict } from './registered-conflict.js';
import { Questionnaire } from './questionnaire.js';
import { ReceiptRow } from './receipt.js';
import { REFERENCE_ENTITIES } from './reference/reference-entities.js';
import { ReferenceCounter } from './reference-counter.js';
import { RequestContentRow } from './request-content.js';
import { CaseFile } from './case-file.js';
import { ConsultationLink } from './consultation-link.js';
import { ConsultationReading } from './consultation-reading.js';
import { Deployment } from './deployment.js';
import { DeploymentCountry } from './deployment-country.js';
import { DeploymentCover } from './deployment-cover.js';
import { DeploymentScope } from './deployment-scope.js';
import { PresencePost } from './presence-post.js';
import { PresenceSettlement } from './presence-settlement.js';
import { RegionalOptionRow } from './regional-option.js';
import { RegionalOptionVersionRow } from './regional-option-version.js';
import { RequestScope } from './request-scope.js';
import { RequestSearch } from './request-search.js';
import { RequestVersion } from './request-version.js';
import { Request } from './request.js';
import { LetterTemplateRow } from './letter-template.js';
import { CountryDateRow } from './country-date.js';
import { RoundCallRow } from './round-call.js';
import { PanelAnswerRow } from './panel-answer.js';
import { PanelDateRow } from './panel-date.js';
import { RoundSettingRow } from './round-setting.js';
import { DraftSnapshot } from './draft-snapshot.js';
import { DraftCommentRow } from './draft-comment.js';
import { SectionPresenceRow } from './section-presence.js';
import { ReviewNoteRow } from './review-note.js';
import { HolidayChange, HolidayRow, Recount, Seat } from './holiday.js';
import { WebhookRow } from './webhook.js';
import { WebhookDeliveryRow } from './webhook-delivery.js';
import { Setting } from './setting.js';
import { TermsStandardRow } from './terms-standard.js';
import { ExampleTakeRow } from './example-take.js';
import { AbsenceRow } from './absence.js';
import { Acknowledgement } from './acknowledgement.js';
import { LinkKey } from './link-key.js';
import { NoticeEntry } from './notice-entry.js';
import { NoticeSetting } from './notice-setting.js';
import { WorkedExampleRow } from './worked-example.js';

/** Every table of the product, parents before children. */
export const CASEWORK_ENTITIES = [
  ...REFERENCE_ENTITIES,
  Person,
  AssignmentRow,
  RegisteredConflict,
  Credential,
  KeptForm,
  SavedViewRow,
  CalendarFeedRow,
  RegionalOptionRow,
  RegionalOptionVersionRow,
  FrameworkRow,
  Setting,
  TermsStandardRow,
  WorkedExampleRow,
  ExampleTakeRow,
  LetterTemplateRow,
  Questionnaire,
  ClockShift,
  ReferenceCounter,
  CountryDateRow,
  RoundCallRow,
  PanelAnswerRow,
  PanelDateRow,
  RoundSettingRow,
  HolidayChange,
  HolidayRow,
  Seat,
  Request,
  RequestContentRow,
  RequestVersion,
  DraftSnapshot,
  CaseFile,
  Recount,
  ConsultationLink,
  ConsultationReading,
  Deployment,
  DeploymentCountry,
  DeploymentCover,
  DeploymentScope,
  PresencePost,
  PresenceSettlement,
  RequestScope,
  RequestSearch,
  Appointment,
  ReviewNoteRow,
  DraftCommentRow,
  SectionPresenceRow,
  Deadline,
  AuditEvent,
  ReceiptRow,
  WebhookRow,
  WebhookDeliveryRow,
  OutboxRow,
  MailHold,
  Mail,
  MailKey,
  MailRecipientRow,
  InboundMailRow,
  CaseMessageRow,
  NoticeSetting,
  AbsenceRow,
  LinkKey,
  NoticeEntry,
  Acknowledgement,
];

import type { Language } from '#domain';
import { CONSULTATION_MAILS } from './consultation.js';
import { ENDORSING_MAILS } from './endorsing.js';

const both = (language: Language) => ({
  notices: { ...CONSULTATION_MAILS[language].notices, ...ENDORSING_MAILS[language].notices },
  tasks: { ...CONSULTATION_MAILS[language].tasks, ...ENDORSING_MAILS[language].tasks },
  because: { consultee: CONSULTATION_MAILS[language].because, endorser: ENDORSING_MAILS[language].because },
});

/** What those are told who answer by a link, and those who asked them. */
export const BY_LINK_MAILS = { en: both('en'), fr: both('fr'), es: both('es') };

/** A page whose text stands in its template alone. */
export interface StaticPage {
  template: string;
  title: string;
  breadcrumbs?: { text: string; href?: string }[];
  /** A controller of its own fills it in. */
  filled?: true;
}

const GUIDANCE = { text: 'Guidance', href: '/guidance' };

const guidance = (template: string, title: string): StaticPage => ({
  template: `guidance/${template}.njk`,
  title,
  breadcrumbs: [GUIDANCE, { text: title }],
});

/** Address to page; open to everybody, signed in or not. */
export const STATIC_PAGES: Record<string, StaticPage> = {
  '/guidance': { template: 'guidance/strategy.njk', title: 'How advisers are requested and deployed' },
  '/guidance/criteria': guidance('criteria', 'The five criteria'),
  '/guidance/working-together': guidance('working-together', 'Working together'),
  '/guidance/endorsements': guidance('endorsements', 'Endorsements by link'),
  '/guidance/scoring': guidance('scoring', 'How requests are scored'),
  '/guidance/consultation': guidance('consultation', 'Consultation'),
  '/guidance/panel': guidance('panel', 'How a round is ranked'),
  '/guidance/decisions': guidance('decisions', 'Decisions and letters'),
  '/guidance/arrangements': guidance('arrangements', 'Money and arrangements'),
  '/guidance/posts': guidance('posts', 'Following a post'),
  '/guidance/gaps': guidance('gaps', 'Gaps and what can bridge them'),
  '/guidance/presences': guidance('presences', 'Presences and reconciliation'),
  '/guidance/advisers': guidance('advisers', 'For advisers'),
  '/guidance/times': guidance('times', 'How long each step may take'),
  '/guidance/terms-of-reference': { ...guidance('terms-of-reference', 'Standard terms of reference'), filled: true },
  '/accessibility': { template: 'shell/statements/accessibility.njk', title: 'Accessibility' },
  '/privacy': { template: 'shell/statements/privacy.njk', title: 'Privacy' },
  '/help': { template: 'shell/statements/help.njk', title: 'Help' },
};

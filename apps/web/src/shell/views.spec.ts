import { describe, expect, it } from '@jest/globals';
import { TABS } from '../deployments/posts-query.js';
import { errorPage } from './error-pages.js';
import { paths } from './paths.js';
import { STATIC_PAGES } from './static-pages.js';
import { type PageContext, render } from './views.js';

/** Pages of the work itself to which the guidance leads. */
const AT_WORK = [
  TABS.gaps.path,
  paths.panel(),
  paths.delegation(),
  paths.decisionFigures(),
  TABS.calendar.path,
  paths.presences(),
  paths.calibration(),
  paths.conflicts(),
];

const page = (context: Partial<PageContext> = {}): string =>
  render('shell/layout.njk', { title: 'Requests', ...context });

describe('the layout', () => {
  it('names the page, its language and its direction', () => {
    const html = page();
    expect(html).toContain('<html lang="en" dir="ltr" class="govuk-template">');
    expect(html).toContain('<title>Requests – Human Rights Advisers</title>');
    expect(page({ lang: 'ar', dir: 'rtl' })).toContain('<html lang="ar" dir="rtl"');
  });

  it('says in the title when there are errors', () => {
    expect(page({ errors: [{ text: 'Enter a title', href: '#title' }] })).toContain('<title>Error: Requests');
  });

  it('begins with a way past the navigation', () => {
    const html = page({
      nav: [
        { text: 'Your work', href: '/', current: true },
        { text: 'Requests', href: '/requests' },
      ],
    });
    expect(html.indexOf('href="#main-content"')).toBeLessThan(html.indexOf('<header'));
    expect(html).toMatch(/<main[^>]* id="main-content">/);
    expect(html).toMatch(/href="\/" aria-current="page"/);
  });

  it('shows who is signed in, escaped, with a form to sign out', () => {
    const html = page({ user: { id: 'a1', name: '<b>Amina</b>', role: 'Resident Coordinator' } });
    expect(html).toContain('&lt;b&gt;Amina&lt;/b&gt;');
    expect(html).not.toContain('<b>Amina</b>');
    expect(html).toContain('<form id="sign-out" data-owner="a1" method="post" action="/sign-out">');
  });

  it('marks illustrative data only where it is', () => {
    expect(page({ demo: true })).toContain('Illustrative data.');
    expect(page()).not.toContain('Illustrative data.');
  });

  it('runs no inline script and has no inline style', () => {
    const html = page({ demo: true, user: { name: 'A', role: 'B' }, notice: { text: 'Saved' } });
    expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringContaining('type="module" src="/assets/')]);
    expect(html).not.toMatch(/\sstyle=|<style/);
  });

  it('carries nothing of the Crown or of GOV.UK', () => {
    expect(page()).not.toMatch(/crown|GOV\.UK|govuk-header|Open Government Licence/i);
  });
});

describe('pages of fixed text', () => {
  it.each(Object.entries(STATIC_PAGES))('%s is whole', (path, { template, title, breadcrumbs }) => {
    const html = render(template, { title, breadcrumbs });
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('</html>');
    const links = [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href!);
    const known = (href: string) =>
      href === '/' || href.startsWith('/assets/') || href in STATIC_PAGES || AT_WORK.includes(href);
    expect([path, ...links.filter((href) => !known(href))]).toEqual([path]);
  });
});

describe('pages of errors', () => {
  it.each([400, 403, 404, 409, 412, 413, 422, 429, 500, 503])('%i says what happened and where to go', (status) => {
    const html = render('shell/error.njk', errorPage(status));
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('Go to your work');
  });

  it('gives the reason, the way back and what the person had written', () => {
    const html = render(
      'shell/error.njk',
      errorPage(409, {
        reason: 'The desk officer accepted it at 10:04.',
        back: { text: 'Open section 4 again', href: '/requests/HRA-1/sections/4' },
        kept: [{ label: 'Opportunities', text: 'My <b>text</b>' }],
      }),
    );
    expect(html).toContain('The desk officer accepted it at 10:04.');
    expect(html).toContain('href="/requests/HRA-1/sections/4"');
    expect(html).toContain('My &lt;b&gt;text&lt;/b&gt;');
  });

  it('shows the number under which a failure is logged, and reads an unknown status as the next of its kind', () => {
    expect(render('shell/error.njk', errorPage(500, { reference: '7F3K-22QD' }))).toContain('7F3K-22QD');
    expect([418, 501].map((status) => errorPage(status).title)).toEqual(
      [400, 500].map((status) => errorPage(status).title),
    );
  });
});

describe('the confirmation', () => {
  it('shows the reference and what happens next', () => {
    const html = render('shell/confirmation.njk', {
      title: 'Request submitted',
      reference: 'HRA-2027-014',
      next: ['A desk officer checks it.'],
    });
    expect(html).toMatch(/<h1[^>]*>\s*Request submitted/);
    expect(html).toContain('<b>HRA-2027-014</b>');
    expect(html).toContain('A desk officer checks it.');
  });
});

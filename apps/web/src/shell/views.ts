import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { besideCode } from '#platform';
import * as charts from './charts.js';
import { addComponents } from './components.js';
import * as gantt from './gantt.js';
import * as land from './land-map.js';
import { asset, projectRoot } from './static-assets.js';
import { bytes, date, dateTime, paragraphs, words } from './words.js';

/** One entry of the service navigation; at most five, chosen by role. */
export interface NavigationItem {
  text: string;
  href: string;
  current?: boolean;
}

/** A message after an act, drawn above the page's own content. */
export interface Notice {
  text: string;
  kind?: 'success' | 'important';
  link?: { text: string; href: string };
}

/** An error of a form, as the summary shows it; `href` points at the field. */
export interface PageError {
  text: string;
  href?: string;
}

/** What layout.njk reads; a page's own values stand beside these. */
export interface PageContext {
  title: string;
  nav?: NavigationItem[];
  user?: { id?: string; name: string; role: string; unread?: string };
  demo?: boolean;
  wide?: boolean;
  notice?: Notice | null;
  breadcrumbs?: { text: string; href?: string }[];
  errors?: PageError[];
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** The Nunjucks environment of all pages. */
export function createEnvironment(): nunjucks.Environment {
  const folders = [
    // Templates live beside their journey; from dist this is the copy that the build makes.
    besideCode('apps/web/src'),
    join(projectRoot, 'node_modules/govuk-frontend/dist'),
    join(projectRoot, 'node_modules/@ministryofjustice/frontend'),
  ];
  const loader = new nunjucks.FileSystemLoader(folders, { watch: false, noCache: false });
  const environment = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  for (const [name, filter] of Object.entries({ date, dateTime, words, bytes, paragraphs })) {
    environment.addFilter(name, filter);
  }
  environment.addGlobal('asset', asset).addGlobal('charts', charts).addGlobal('gantt', gantt).addGlobal('land', land);
  addComponents(environment);
  return environment;
}

const environment = createEnvironment();

/** Renders a template by its path under apps/web/src, such as `request/section.njk`; each is compiled once. */
export function render(template: string, context: object): string {
  return environment.render(template, context);
}

/** Compiles the layout and all it imports, so that the first visitor does not wait for it. */
export function warmViews(): void {
  render('shell/layout.njk', { title: '' });
}

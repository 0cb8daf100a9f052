import type nunjucks from 'nunjucks';

const GOVUK = [
  'back-link',
  'breadcrumbs',
  'button',
  'character-count',
  'checkboxes',
  'date-input',
  'details',
  'error-summary',
  'input',
  'inset-text',
  'notification-banner',
  'pagination',
  'panel',
  'radios',
  'select',
  'service-navigation',
  'skip-link',
  'summary-list',
  'tag',
  'textarea',
  'warning-text',
];

const FILES = [
  ...GOVUK.map((name) => `govuk/components/${name}/macro.njk`),
  'moj/components/sub-navigation/macro.njk',
  'shell/components/status.njk',
  'shell/components/page.njk',
  'shell/components/case.njk',
  'shell/components/chart.njk',
  'shell/components/gantt.njk',
  'shell/components/map.njk',
  'shell/components/board.njk',
  'shell/components/form.njk',
  'shell/components/list.njk',
  'shell/components/scoring.njk',
  'shell/field.njk',
];

/** What Nunjucks gives to an importing template; its type definitions leave it out. */
interface Exporting {
  getExported(done: (error: Error | null, macros: Record<string, unknown>) => void): void;
}

/**
 * Puts every macro at hand in every template by its name. Importing them in each render would cost more than the page:
 * half a millisecond for the layout alone.
 */
export function addComponents(environment: nunjucks.Environment): void {
  for (const file of FILES) {
    (environment.getTemplate(file, true) as unknown as Exporting).getExported((error, macros) => {
      if (error) throw error;
      for (const [name, macro] of Object.entries(macros)) {
        // A macro without a prefix is its own file's affair.
        if (/^(hra|govuk|moj)[A-Z]/.test(name)) environment.addGlobal(name, macro);
      }
    });
  }
}

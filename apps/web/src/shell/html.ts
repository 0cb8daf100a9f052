import nunjucks from 'nunjucks';

/** HTML that Nunjucks does not escape again. */
export type BuiltHtml = nunjucks.runtime.SafeString;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made harmless for HTML content and attributes. */
export function escapeHtml(text: unknown): string {
  return String(text ?? '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Marks HTML that this program has built, and escaped, itself: Nunjucks prints it as it is. */
export function builtHtml(html: string): BuiltHtml {
  return new nunjucks.runtime.SafeString(html);
}

const plain = (s: string): string =>
  s.replace(/&(amp|lt|gt|quot|#39);/g, (_, e: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[e] ?? "'");

/** What the first form of a page would send: hidden and text fields, what is chosen, and long texts. */
export function fieldsOf(html: string): Record<string, string> {
  const form = /<form method="post"[^]*?<\/form>/.exec(html.slice(html.indexOf('<main')))?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const checkable = /type="(checkbox|radio)"/.test(tag);
    if (name && (!checkable || / checked/.test(tag))) fields[name] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name, value] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^]*?)<\/textarea>/g))
    fields[name!] = plain(value!);
  for (const [, name, of] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([^]*?)<\/select>/g))
    fields[name!] = plain(/value="([^"]*)" selected/.exec(of!)?.[1] ?? '');
  return fields;
}

import type { Form } from '../../apps/web/src/shell/exchange.js';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const plain = (html: string): string =>
  html.replace(/&(?:#(\d+)|(\w+));/g, (all, code: string | undefined, name: string) =>
    code === undefined ? (ENTITIES[name] ?? all) : String.fromCodePoint(Number(code)),
  );
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};

const FIELDS = /<input[^>]*>|<textarea([^>]*)>([\s\S]*?)<\/textarea>|<select([^>]*)>([\s\S]*?)<\/select>/g;

/** What a browser would send of a list to choose from. */
function chosen(options: string): string {
  const all = [...options.matchAll(/<option([^>]*)>/g)].map(([tag]) => tag);
  const found = all.find((tag) => /\sselected\b/.test(tag)) ?? all[0] ?? '';
  return attribute(found, 'value') ?? '';
}

/** What a browser would send if the form of a page were sent as it was drawn: no button, no file. */
export function sentBack(html: string): Form {
  const form: Form = {};
  const put = (name: string | undefined, value: string): void => {
    if (name === undefined) return;
    const before = form[name];
    form[name] = before === undefined ? value : [before, value].flat();
  };
  for (const [tag, textarea, text, select, options] of html.matchAll(FIELDS)) {
    if (textarea !== undefined)
      // A browser drops the first line break of a text field and sends the others as CR LF.
      put(attribute(textarea, 'name'), plain(text!).replace(/^\n/, '').replace(/\r?\n/g, '\r\n'));
    else if (select !== undefined) put(attribute(select, 'name'), chosen(options!));
    else if (/type="(?:checkbox|radio)"/.test(tag)) {
      if (/\schecked\b/.test(tag)) put(attribute(tag, 'name'), attribute(tag, 'value') ?? 'on');
    } else if (!/type="file"/.test(tag)) put(attribute(tag, 'name'), attribute(tag, 'value') ?? '');
  }
  return form;
}

import type { CaseInDatabase } from './cases.js';
import type { Program } from './web.js';

/** A document of a page with nothing on it. */
export const PDF = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

/** Adds a document to a request; answers its id. */
export async function attached(office: Program, request: CaseInDatabase, name: string, tier: string): Promise<string> {
  const form = new FormData();
  form.append('tier', tier);
  form.append('file', new Blob([PDF]), `${name}.pdf`);
  const { revision } = await request.row();
  const sending = { form, headers: { 'if-match': `"${revision}"` } };
  const { json } = await office.send('POST', `/requests/${request.ref}/files`, sending);
  return (json.document as { id: string }).id;
}

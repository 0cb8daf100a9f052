import { COPIES } from '#domain';
import { Choice } from './shapes.js';

/** As what a request is begun from the text of another. */
export class CopyShape {
  @Choice(Object.keys(COPIES), 'Extension or succession of one that was approved; again, of one that ended without')
  as: string;
}

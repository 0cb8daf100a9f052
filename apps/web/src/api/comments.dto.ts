import { MaybeText, Text } from './shapes.js';

export class CommentShape {
  @Text(4_000, 'What you say') text: string;
  @MaybeText(120, 'The place of the question in the content, such as sections.ownership.governmentSupport')
  question?: string;
  @MaybeText(36, 'The comment that it answers') answers?: string;
  @MaybeText(36, 'An identifier of your own, a UUID: sent twice, it is kept once') id?: string;
}

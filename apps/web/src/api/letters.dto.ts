import { DECIDING_EVENTS, LANGUAGES, LETTER_BLOCKS } from '#domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { Choice, Text, Whole } from './shapes.js';

/** The words of a letter as a program publishes them. */
export class LetterDraftShape {
  @Choice(DECIDING_EVENTS, 'The kind of decision that the letter tells') kind: string;
  @Choice(Object.keys(LANGUAGES), 'The language of the letter') language: string;
  @Whole(1, 1_000_000, 'The last version that was read; the new one follows it') after: number;
  @ApiProperty({
    type: 'object',
    description: `The parts of the letter, those that its kind has of: ${Object.keys(LETTER_BLOCKS).join(', ')}. Fields stand in braces`,
    additionalProperties: { type: 'string' },
  })
  @IsObject({ message: 'Enter an object with the parts of the letter' })
  blocks: Record<string, string>;
  @Text(500, 'Why the words change') note: string;
}

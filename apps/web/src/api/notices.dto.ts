import { FREQUENCIES, GROUP_NAMES, LANGUAGES } from '#domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { Choice, MaybeNested, Nested, Texts, Text, Whole, Yes } from './shapes.js';

/** Whole hours in which no mail is sent. */
export class QuietShape {
  @Whole(0, 23, 'The hour at which they begin')
  from: number;

  @Whole(0, 23, 'The hour at which they end')
  until: number;
}

/** Cases that somebody follows: they have to fit every list that is not empty. */
export class FollowsShape {
  @Texts(100, 'Codes of regions')
  regions: string[];

  @Texts(100, 'Countries by ISO code')
  countries: string[];

  @Texts(100, 'States of requests or posts')
  states: string[];
}

/** How somebody wishes to be told. */
export class NoticeSettingsShape {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: Object.keys(FREQUENCIES) },
    description: `By group (${GROUP_NAMES.join(', ')}); a group that is not named is told as usual`,
  })
  @IsObject({ message: 'Enter an object with named values' })
  choices: Record<string, string>;

  @MaybeNested(() => QuietShape, 'Null for none')
  quiet: QuietShape | null;

  @Text(60, 'Such as Africa/Nairobi')
  zone: string;

  @Whole(0, 6, 'The day of the weekly digest; 0 is Sunday')
  weeklyOn: number;

  @Yes('Mail as plain text alone')
  plain: boolean;

  @Choice(Object.keys(LANGUAGES), 'The language of mails')
  language: string;

  @Nested(() => FollowsShape, 'Cases that you follow; they have to fit every list')
  follows: FollowsShape;

  @Whole(0, 1_000_000, 'The version that was read')
  version: number;
}

/** Up to which notice everything is read. */
export class ReadShape {
  @Text(36, 'The id of the newest notice that was seen')
  upTo: string;
}

import { Controller, Get, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { isAdministrator, LetterTemplates, type LetterVersion, type SignedIn } from '#casework';
import { refuse, type LetterBlocks, type Role } from '#domain';
import { Me, type Exchange } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { LetterDraftShape } from './letters.dto.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

const READERS: readonly Role[] = ['deskOfficer', 'panelChair', 'approver', 'auditor', 'administrator'];

/** The words of decision letters, for programs. */
@ApiTags('Letters')
@ApiBearerAuth()
@Controller('api/v1/letter-templates')
export class LettersApi {
  constructor(private readonly templates: LetterTemplates) {}

  @Get()
  @Described('listLetterTemplates')
  async list(@Me() me: SignedIn) {
    if (!me.assignments.some(({ role }) => READERS.includes(role)))
      throw new Refused(refuse('notYourRole', 'The words of letters are read by OHCHR.'));
    return { items: (await this.templates.current()).map(bodyOf) };
  }

  @Post()
  @Described('publishLetterTemplate')
  async publish(@Req() request: Exchange, @Me() me: SignedIn) {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.letters);
    const sent = orRefused(
      parseShape<{ kind: string; language: string; after: number; blocks: LetterBlocks; note: string }>(
        jsonOf(request),
        LetterDraftShape,
      ),
    );
    return bodyOf(orRefused(await this.templates.publish(me, sent)));
  }
}

const bodyOf = ({ kind, language, version, blocks, note, publishedAt, publishedBy }: LetterVersion) => ({
  kind,
  language,
  version,
  blocks,
  note,
  publishedAt,
  publishedBy,
});

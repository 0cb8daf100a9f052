import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Frameworks, inForce, type FrameworkVersion, type SignedIn } from '#casework';
import { refuse, type Role } from '#domain';
import { Me } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';

/** Who reads the criteria with their figures: OHCHR, who audits it, and who sets them. */
const READERS: readonly Role[] = [
  'deskOfficer',
  'reviewer',
  'panelChair',
  'approver',
  'regionalOffice',
  'auditor',
  'administrator',
];

/** The versions of the criteria, for programs. */
@ApiTags('Criteria')
@ApiBearerAuth()
@Controller('api/v1/frameworks')
export class FrameworksApi {
  constructor(private readonly frameworks: Frameworks) {}

  @Get()
  @Described('listFrameworks')
  async list(@Me() me: SignedIn) {
    const all = await this.all(me);
    return { items: all.map((f) => bodyOf(f, all)) };
  }

  @Get(':version')
  @Described('readFramework')
  async read(@Param('version') version: string, @Me() me: SignedIn) {
    const all = await this.all(me);
    const found = /^[1-9]\d{0,8}$/.test(version) ? all.find((f) => f.version === Number(version)) : undefined;
    if (!found) throw new Refused(refuse('notFound', 'There is no such version of the criteria.'));
    return bodyOf(found, all);
  }

  private async all(me: SignedIn): Promise<FrameworkVersion[]> {
    if (!me.assignments.some(({ role }) => READERS.includes(role)))
      throw new Refused(
        refuse('notYourRole', 'Weights and thresholds are read by OHCHR. What reviewers look for is in the guidance.'),
      );
    return this.frameworks.all();
  }
}

/** A version as a program reads it. */
function bodyOf(version: FrameworkVersion, all: readonly FrameworkVersion[]) {
  const { id, version: number, name, appliesTo, publishedAt, publishedBy } = version;
  const { criteria, totalThreshold, moderationSpread, minimumReviewers } = version;
  return {
    id,
    version: number,
    name,
    appliesTo,
    inForce: inForce(all, appliesTo)?.version === number,
    fromRound: version.fromRound ?? null,
    publishedAt,
    publishedBy,
    criteria,
    totalThreshold,
    moderationSpread,
    minimumReviewers,
    approvals: version.approvals ?? 1,
  };
}

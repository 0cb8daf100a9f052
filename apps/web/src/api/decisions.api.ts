import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { DecisionFigures, type SignedIn } from '#casework';
import { figuresFor } from '../decision/figures.controller.js';
import { Me } from '../shell/exchange.js';
import { Described } from './described.js';

/** Decisions counted by outcome and coded reason, for programs. */
@ApiTags('Requests')
@ApiBearerAuth()
@Controller('api/v1/decisions')
export class DecisionFiguresApi {
  constructor(private readonly figures: DecisionFigures) {}

  @Get()
  @Described('countDecisions')
  async list(@Me() me: SignedIn) {
    return { items: await figuresFor(this.figures, me) };
  }
}

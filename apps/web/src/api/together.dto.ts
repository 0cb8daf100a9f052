import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsNumber, IsOptional, Max, Min } from 'class-validator';
import { MaybeText, Text, Whole, Yes } from './shapes.js';

const AMOUNT = 'Enter an amount in US dollars, without a minus sign';
const Share = (description: string) =>
  applyDecorators(
    ApiPropertyOptional({ type: Number, minimum: 0, description }),
    IsOptional(),
    IsNumber({ maxDecimalPlaces: 2 }, { message: AMOUNT }),
    Min(0, { message: AMOUNT }),
    Max(1e9, { message: AMOUNT }),
  );

export class EditPartShape {
  @Text(3, 'The country, by its code of three letters, such as KEN') country: string;
  @Whole(0, 366, 'Days a year that the adviser has for the country') daysPerYear: number;
  @MaybeText(3_000, 'What the adviser does there first, in words') first?: string;
  @Share('What the country pays of the cost of a year, in US dollars') shareUSD?: number | null;
}
export class SignTogetherShape {
  @Yes('The declaration of the Resident Coordinator') declaration: boolean;
}
export class TakeBackShape {
  @Text(2_000, 'Why the signature is taken back') reason: string;
}
export class WithdrawCountryShape {
  @Text(3, 'The country that leaves, by its code of three letters') country: string;
  @Text(2_000, 'Why the country leaves the request') reason: string;
}

/** The shapes of the steps of the offices of a request of several countries. */
export const TOGETHER_SHAPES = {
  EDIT_PART: EditPartShape,
  SIGN_TOGETHER: SignTogetherShape,
  TAKE_BACK_SIGNATURE: TakeBackShape,
  WITHDRAW_COUNTRY: WithdrawCountryShape,
};

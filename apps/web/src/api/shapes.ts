import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

type Class = new () => object;

/** One decorator a kind of field: what is checked and what is described are the same line. */
export const Text = (max: number, description: string) =>
  applyDecorators(
    ApiProperty({ type: String, maxLength: max, description }),
    IsString({ message: 'Enter text here' }),
    MaxLength(max, { message: `Shorten this to ${max.toLocaleString('en')} characters or fewer` }),
  );
export const MaybeText = (max: number, description: string) =>
  applyDecorators(
    ApiPropertyOptional({ type: String, maxLength: max, description, nullable: true }),
    IsOptional(),
    IsString({ message: 'Enter text here' }),
    MaxLength(max, { message: `Shorten this to ${max.toLocaleString('en')} characters or fewer` }),
  );
export const Texts = (max: number, description: string) =>
  applyDecorators(
    ApiProperty({ type: [String], maxItems: max, description }),
    IsArray({ message: 'Enter a list' }),
    ArrayMaxSize(max, { message: `Enter ${max} entries or fewer` }),
    IsString({ each: true, message: 'Enter text in every line' }),
  );
export const MaybeTexts = (max: number, description: string) =>
  applyDecorators(
    ApiPropertyOptional({ type: [String], maxItems: max, description }),
    IsOptional(),
    IsArray({ message: 'Enter a list' }),
    ArrayMaxSize(max, { message: `Enter ${max} entries or fewer` }),
    IsString({ each: true, message: 'Enter text in every line' }),
  );
export const Choice = (choices: readonly string[], description: string) =>
  applyDecorators(
    ApiProperty({ enum: choices, description }),
    IsIn(choices, { message: `Choose one of: ${choices.join(', ')}` }),
  );
export const MaybeChoice = (choices: readonly string[], description: string) =>
  applyDecorators(
    ApiPropertyOptional({ enum: choices, description }),
    IsOptional(),
    IsIn(choices, { message: `Choose one of: ${choices.join(', ')}` }),
  );
export const Choices = (choices: readonly string[], description: string) =>
  applyDecorators(
    ApiProperty({ enum: choices, isArray: true, description }),
    IsArray({ message: 'Enter a list' }),
    ArrayMaxSize(20),
    IsIn(choices, { each: true, message: `Choose from: ${choices.join(', ')}` }),
  );
export const MaybeChoices = (choices: readonly string[], description: string) =>
  applyDecorators(
    ApiPropertyOptional({ enum: choices, isArray: true, description }),
    IsOptional(),
    IsArray({ message: 'Enter a list' }),
    ArrayMaxSize(20),
    IsIn(choices, { each: true, message: `Choose from: ${choices.join(', ')}` }),
  );
export const Yes = (description: string) =>
  applyDecorators(ApiProperty({ type: Boolean, description }), IsBoolean({ message: 'Enter true or false' }));
export const MaybeYes = (description: string) =>
  applyDecorators(
    ApiPropertyOptional({ type: Boolean, description }),
    IsOptional(),
    IsBoolean({ message: 'Enter true or false' }),
  );
export const MaybeWhole = (min: number, max: number, description: string) =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: min, maximum: max, description, nullable: true }),
    IsOptional(),
    IsInt({ message: `Enter a whole number from ${min} to ${max}` }),
    Min(min, { message: `Enter a whole number from ${min} to ${max}` }),
    Max(max, { message: `Enter a whole number from ${min} to ${max}` }),
  );
export const Whole = (min: number, max: number, description: string) =>
  applyDecorators(
    ApiProperty({ type: 'integer', minimum: min, maximum: max, description }),
    IsInt({ message: `Enter a whole number from ${min} to ${max}` }),
    Min(min, { message: `Enter a whole number from ${min} to ${max}` }),
    Max(max, { message: `Enter a whole number from ${min} to ${max}` }),
  );
export const Nested = (type: () => Class, description: string) =>
  applyDecorators(
    ApiProperty({ type: type(), description }),
    ValidateNested(),
    Type(type),
    IsObject({ message: 'Enter an object with named values' }),
  );
export const MaybeNested = (type: () => Class, description: string) =>
  applyDecorators(ApiPropertyOptional({ type: type(), description }), IsOptional(), ValidateNested(), Type(type));
export const NestedList = (type: () => Class, max: number, description: string) =>
  applyDecorators(
    ApiProperty({ type: type(), isArray: true, maxItems: max, description }),
    IsArray({ message: 'Enter a list' }),
    ArrayMaxSize(max),
    ValidateNested({ each: true }),
    Type(type),
  );
export const MaybeNestedList = (type: () => Class, max: number, description: string) =>
  applyDecorators(
    ApiPropertyOptional({ type: type(), isArray: true, maxItems: max, description }),
    IsOptional(),
    IsArray({ message: 'Enter a list' }),
    ArrayMaxSize(max),
    ValidateNested({ each: true }),
    Type(type),
  );

import { SheetShape } from './events.dto.js';
import { Nested, Text } from './shapes.js';

class ExampleTextsShape {
  @Text(5_000, 'Ownership') ownership: string;
  @Text(5_000, 'Enabling national environment') enablingEnvironment: string;
  @Text(5_000, 'Strategic programming opportunities') strategicOpportunities: string;
  @Text(5_000, 'Sustainability') sustainability: string;
  @Text(5_000, 'Full commitment of the RC and UNCT') commitment: string;
}
/** A worked example as the panel chair writes it. */
export class ExampleShape {
  @Text(200, 'Title') title: string;
  @Text(2_000, 'What is asked for, and where') setting: string;
  @Nested(() => ExampleTextsShape, 'What the request says to each criterion') texts: ExampleTextsShape;
  @Nested(() => SheetShape, 'The agreed score of each criterion with its reason') agreed: SheetShape;
}
/** Somebody's own scores of an example. */
export class ExampleScoresShape {
  @Nested(() => SheetShape, 'A score with its reason for each criterion') scores: SheetShape;
}

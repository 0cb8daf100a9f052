import { beforeAll, describe } from '@jest/globals';
import { useProduct } from '../support/product.js';
import { tellsOfNiger } from './six/again.js';
import { tellsOfTheDecisions, tellsOfTheRegions, tellsOfTheRound } from './six/decided.js';
import { tellsOfTheDefence, tellsOfTheMail } from './six/defended.js';
import { tellsOfAppointments, tellsOfBlindScores, tellsOfConflicts, tellsOfThePanel } from './six/judged.js';
import { Tale } from './six/tale.js';

const tale = new Tale(useProduct());

beforeAll(() => tale.six.begins());

describe('before anybody reads', () => tellsOfConflicts(tale));
describe('reviewers are appointed', () => tellsOfAppointments(tale));
describe('while the scores are blind', () => tellsOfBlindScores(tale));
describe('once they are revealed', () => tellsOfThePanel(tale));
describe('the regions are heard', () => tellsOfTheRegions(tale));
describe('the round is ranked', () => tellsOfTheRound(tale));
describe('two of three decide', () => tellsOfTheDecisions(tale));
describe('what was declined is looked at again', () => tellsOfNiger(tale));
describe('each decision can be defended from its page alone', () => tellsOfTheDefence(tale));
describe('the mail of the round', () => tellsOfTheMail(tale));

// Property tests draw by the seed of the run: `npm test` takes it from the commit, so that one commit always draws the same.
import { jest } from '@jest/globals';
import fc from 'fast-check';

fc.configureGlobal({ seed: jest.getSeed() });

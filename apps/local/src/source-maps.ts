// Loaded ahead of every process here (node --import): traces name the lines of our own source. Reading the maps of every
// library besides takes as long as loading it.
import { setSourceMapsSupport } from 'node:module';

setSourceMapsSupport(true, { nodeModules: false });

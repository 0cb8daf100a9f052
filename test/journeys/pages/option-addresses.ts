import type { Address } from './addresses.js';

/** The option that stands for `:id`; the test keeps it under this identifier. */
export const OPTION_ID = '6f0d3c1e-9a50-4b7e-8d5f-2f0a4c1b7e11';
const NAME = 'One adviser for Kenya and Tanzania, in Nairobi';
const of = (who: string, path: string, title: string): Address => ({ who, path, title, id: OPTION_ID });

/** Every page of regional options. */
export const OPTION_ADDRESSES: Address[] = [
  of('do-esa', '/deployments/options', 'Regional options'),
  of('do-esa', '/deployments/options?retired=true', 'Regional options out of use'),
  of('rt-esa', `/deployments/options/compare?option=${OPTION_ID}`, 'Compare options'),
  of('rt-esa', '/deployments/options/new', 'Start a regional option'),
  of('rt-esa', '/deployments/options/new?country=KEN&country=TZA', 'Propose one adviser'),
  of('rt-esa', '/deployments/options/:id', NAME),
  of('rt-esa', '/deployments/options/:id/edit', 'Change the proposal'),
  of('rt-esa', '/deployments/options/:id/costs', `Costs: ${NAME}`),
  of('rt-esa', '/deployments/options/:id/retire', `Take out of use: ${NAME}`),
];

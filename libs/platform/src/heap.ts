/**
 * Options of Node for every long-running process of ours: without them V8 lets garbage grow with the memory of the machine,
 * to more than twice of what is in use. The image sets the same.
 */
export const HEAP_OPTIONS = ['--max-old-space-size=512', '--max-semi-space-size=8'];

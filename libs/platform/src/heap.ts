/**
 * Options of Node for every long-running process of ours: without them V8 lets garbage grow with the memory of the machine,
 * to more than twice of what is in use. The image sets the same.
 */
export const HEAP_OPTIONS = ['--max-old-space-size=512', '--max-semi-space-size=4'];

/** The C library of Linux otherwise keeps a store of freed memory for each thread. */
export const HEAP_ENVIRONMENT = { MALLOC_ARENA_MAX: '1' };

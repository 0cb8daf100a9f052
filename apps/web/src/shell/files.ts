/** The name under which the store of uploaded files is injected. */
export const FILES = Symbol('files');

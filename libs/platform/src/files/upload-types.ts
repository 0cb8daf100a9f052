/** The kinds of file that people may upload, with the type and the ending each is given whatever its name says. */
export const UPLOAD_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  png: 'image/png',
  jpg: 'image/jpeg',
  txt: 'text/plain',
  csv: 'text/csv',
} as const;

export type UploadExtension = keyof typeof UPLOAD_TYPES;

/** How the kinds are called in a sentence. */
export const UPLOAD_KINDS = 'a PDF, DOCX, XLSX, PPTX, ODT, PNG, JPEG, TXT or CSV';

/** For the `accept` attribute of a file input. */
export const UPLOAD_ACCEPT = '.pdf,.docx,.xlsx,.pptx,.odt,.png,.jpg,.jpeg,.txt,.csv';

/** Why a file is not taken; stable, for programs. */
export type UploadRefusalCode =
  'empty' | 'tooLarge' | 'wrongType' | 'active' | 'macros' | 'archiveInside' | 'bomb' | 'damaged';

export interface UploadLimits {
  maxBytes: number;
  /** What the parts of a zipped format may come to when unpacked. */
  maxUnpackedBytes: number;
  /** How many times larger than the file its unpacked parts may be. */
  maxRatio: number;
  maxEntries: number;
}

const MEGABYTE = 1024 * 1024;

export const DEFAULT_LIMITS: UploadLimits = {
  maxBytes: 5 * MEGABYTE,
  maxUnpackedBytes: 200 * MEGABYTE,
  maxRatio: 200,
  maxEntries: 5_000,
};

/** Says a size as people do: whole megabytes where they are whole. */
export function inMegabytes(bytes: number): string {
  return `${Number((bytes / MEGABYTE).toFixed(1))} MB`;
}

/** Returns the sentence that a person reads about a file that was not taken. */
export function refusalSentence(code: UploadRefusalCode, name: string, limits: UploadLimits): string {
  const sentences: Record<UploadRefusalCode, string> = {
    empty: 'is empty.',
    tooLarge: `must be ${inMegabytes(limits.maxBytes)} or smaller.`,
    wrongType: `must be ${UPLOAD_KINDS} file.`,
    active:
      'begins like a web page, a drawing or a program, which a browser might run. Put a line of plain text first, or save it as PDF.',
    macros: 'contains macros. Save it without macros and upload it again.',
    archiveInside: 'contains another archive or a program. Remove it and upload the file again.',
    bomb: 'unpacks to far more than a document does, so it cannot be taken.',
    damaged: 'is damaged or protected in a way that keeps us from checking it. Save it again and upload it.',
  };
  return `“${name}” ${sentences[code]}`;
}

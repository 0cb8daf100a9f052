export { bootEnvironment } from './boot-environment.js';
export * from './clock.js';
export * from './database.js';
export * from './embedded-postgres.js';
export {
  describeEnvironment,
  EnvironmentProblem,
  readEnvironment,
  type Environment,
  type OidcSettings,
  type S3Settings,
  type VariableDescription,
} from './env.js';
export * from './files/file-name.js';
export { FileMissing, type FileMeta, type FileStore } from './files/file-store.js';
export * from './files/inspect-upload.js';
export * from './files/open-file-store.js';
export * from './files/receive-upload.js';
export * from './files/word-document.js';
export { refusalSentence, UPLOAD_ACCEPT, UPLOAD_KINDS, UPLOAD_TYPES } from './files/upload-types.js';
export type { UploadExtension, UploadLimits, UploadRefusalCode } from './files/upload-types.js';
export * from './free-port.js';
export * from './health.js';
export { HEAP_ENVIRONMENT, HEAP_OPTIONS } from './heap.js';
export * from './identity.js';
export * from './logging.js';
export * from './inbound/calendar-answer.js';
export * from './inbound/delivery-report.js';
export * from './inbound/read-mail.js';
export * from './inbound/smtp-listener.js';
export * from './inbound/spoken-in.js';
export * from './mail.js';
export * from './mail-addresses.js';
export * from './metrics.js';
export * from './notifications.js';
export * from './open-identity-provider.js';
export { NotOutside, outsideProblem, postOutside, type OutsideAnswer, type OutsideCall } from './outside-call.js';
export { besideCode, projectRoot } from './project-root.js';
export * from './queue.js';
export * from './running-environment.js';
export * from './secrets.js';
export { readLink, signLink } from './signed-links.js';
export * from './typeset.js';

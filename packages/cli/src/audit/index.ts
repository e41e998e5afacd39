export { type AuditLog, lazyAuditLog, openAuditLog } from "./audit-log.ts";

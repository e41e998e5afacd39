export { sessionsFolder } from "./folder.ts";
export type { Journal } from "./journal.ts";
export { type OpenJournal, type PastSession, Sessions } from "./sessions.ts";

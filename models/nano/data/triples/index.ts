export { SCOPE_PHRASINGS, type ScopePhrasings } from "./scope.ts";
export { Teacher, type TeacherOptions } from "./teacher.ts";
export type { Kind, Triple } from "./triple.ts";

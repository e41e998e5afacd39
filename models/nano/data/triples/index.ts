export { Teacher, type TeacherOptions } from "./teacher.ts";
export type { Kind, Triple } from "./triple.ts";

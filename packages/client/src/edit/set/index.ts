export { checkSetOptions, type EditSetOptions, type SetFile } from "./edit-set-options.ts";
export { EditSetRun } from "./edit-set-run.ts";
export type { EditSetEvent, EditSetResult, EditSetTurn, FileEdit } from "./edit-set-turn.ts";

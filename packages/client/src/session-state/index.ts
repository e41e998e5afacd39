export { type Decision, EditState, type EditStatus, type Steer } from "./edit-state.ts";
export { type Change, type OpenFile, SessionState } from "./session-state.ts";

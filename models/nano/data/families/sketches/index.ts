export { REACT_STATE } from "./react-state.ts";
export { REACT_STATE_FLOW } from "./react-state-flow.ts";
export { SCREENS } from "./screens.ts";

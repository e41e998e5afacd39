export { REACT_CLEANUP } from "./react-cleanup.ts";
export { REACT_EFFECTS } from "./react-effects.ts";
export { REACT_PROPS } from "./react-props.ts";
export { REACT_RENDERING } from "./react-rendering.ts";
export { REACT_STATE } from "./react-state.ts";
export { REACT_STATE_FLOW } from "./react-state-flow.ts";
export { SCREENS } from "./screens.ts";

/**
 * Suggests the most likely name for an unknown one. A separate entry point: programs that only need this do not have to
 * load the whole client.
 * @module
 */
export { nearest } from "./nearest.ts";

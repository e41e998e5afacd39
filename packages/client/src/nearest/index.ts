/**
 * What was most likely meant by a name that there is none of, for whoever tells of such names as this client does. Alone,
 * as a program that only has to say that must not wait for a client to load.
 * @module
 */
export { nearest } from "./nearest.ts";

/**
 * The Flint SDK with an engine inside: `const session = await initializeSession()`.
 * @module
 */
export * from "@flint/client";
// In place of the client's, which needs a `url`.
export { type InitializeOptions, initializeSession } from "./sdk/index.ts";

/**
 * The Flint SDK with an embedded engine: `const session = await initializeSession()`.
 * @module
 */
export * from "@flint/client";
// Replaces the client's version, which needs a `url`.
export { type InitializeOptions, initializeSession } from "./sdk/index.ts";

export { loadColorer } from "./colorer.ts";
export type { ColoredCode, Colorer, Token, TokenKind } from "./token.ts";

import { checkScope } from "../edit/index.ts";
import { makeEdit } from "../edit/making/index.ts";
import type { Platform } from "../platform/index.ts";
import { runChecks } from "./checks/index.ts";
import { nodeGrammars } from "./grammars.ts";
import { nodeLeaves } from "./leaves.ts";
import { placeOf } from "./place-of.ts";
import { readFile } from "./read-file.ts";
import { openNodeSocket } from "./socket.ts";

export { type ColoredCode, type Colorer, loadColorer, type Token, type TokenKind } from "./syntax/index.ts";

/** Node's platform: the `ws` package, the file system, and grammars from disk. */
export const nodePlatform: Platform = {
  openSocket: openNodeSocket,
  loadEdits: () => makeEdit,
  readFile,
  placeOf,
  grammars: nodeGrammars,
  scope: { leaves: nodeLeaves, check: checkScope },
  runChecks,
};

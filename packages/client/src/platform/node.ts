import { readFile } from "node:fs/promises";
import { nodeGrammars } from "./node-grammars.ts";
import { openNodeSocket } from "./node-socket.ts";
import type { Platform } from "./platform.ts";

/** Node: the `ws` package, the file system, and grammars from disk. */
export const nodePlatform: Platform = { openSocket: openNodeSocket, readFile, grammars: nodeGrammars };

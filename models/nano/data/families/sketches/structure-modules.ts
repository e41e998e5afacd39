import { sketched } from "./sketch.ts";

/** What goes wrong between modules. */
export const STRUCTURE_MODULES = [
  sketched("export-from-index", {
    seen: [
      "=can't import from the index what is in {file}",
      "=[index|the barrel] doesn't export {file}[ yet|]",
      "re-export {file} [too|as well]",
      "=[forgot|you forgot|we forgot] to re-export {file}",
      "=module has no exported member from {file}",
      "add {file} to the [index|barrel|exports]",
      "=can we export {file} from here as well?",
      "={file} is missing [here|in the list]",
      "=[users|other packages] can't get at {file}",
      "=why isn't {file} exported?",
      "export everything of {file} too",
      "={file} should be public[ as well| too|]",
      "=[nobody|no one] can import {file} through the index",
      "=i added {file}, [it should be exported|export it here] [as well|too]",
      "=the docs say import from the package root, but {file} isn't there",
      "[expose|publish] {file} [too|as well]",
    ],
    unseen: [
      "=new file {file} has to be reachable from outside",
      "make {file} part of what this package offers",
    ],
    vars: {
      file: [
        "./‹thing:kebab›",
        "./‹thing:kebab›",
        "./‹thing:kebab›-helpers",
        "./use-‹thing:kebab›",
        "./‹thing:kebab›.js",
      ],
    },
    code: [
      `
      export * from "./‹other:kebab›";
      export * from "./‹third:kebab›";
      ⟦→export * from "‹file›";⟧
      `,
      `
      import "./setup";

      export * from "./api";
      export * from "./‹other:kebab›";
      ⟦→export * from "‹file›";⟧

      export const VERSION = "«1.0.0|2.3.1|0.9.2»";
      `,
      `
      // Public API
      export type * from "./types";
      export * from "./«client|core|errors»";
      export * from "./‹third:kebab›";
      export * from "./‹other:kebab›";
      ⟦→export * from "‹file›";⟧
      `,
    ],
  }),
  sketched("import-what-is-used-too", {
    seen: [
      "={used} is not defined",
      "=cannot find name {used}",
      "=ReferenceError: {used}",
      "import {used} [too|as well]",
      "={used} [isn't|is not] imported",
      "=forgot to import {used}",
      "=missing import [of|for] {used}",
      "add {used} to the [import|imports] from {from}",
      "=[crashes|crash] on start, {used} [is undefined|isn't defined]",
      "=the import of {used} got lost",
      "=why is {used} unknown here?",
      "=[ts|eslint] doesn't know {used}",
      "=[build|test|page] fails: {used} [not found|is not defined]",
      "=uses {used} without importing it[ from {from}|]",
      "=[white page|blank screen|crash]: {used} is not defined",
      "=i use {used} now but it's not [in the import|imported]",
      "={used} is undefined[, import missing|]",
    ],
    unseen: ["=ts2304 because of {used}", "bring in {used} from {from}"],
    rows: [
      [
        { from: "react", had: "useState", used: "useEffect", call: "useEffect(() => track(name), [name]);" },
        {
          from: "react",
          had: "useState",
          used: "useMemo",
          call: "const label = useMemo(() => format(name), [name]);",
        },
        {
          from: "react",
          had: "useRef",
          used: "useCallback",
          call: "const stop = useCallback(() => halt(name), [name]);",
        },
        { from: "react", had: "useContext", used: "useId", call: "const id = useId();" },
        { from: "node:fs/promises", had: "readFile", used: "writeFile", call: 'await writeFile(name, "");' },
        { from: "node:fs/promises", had: "readdir", used: "mkdir", call: "await mkdir(name);" },
        { from: "node:path", had: "join", used: "dirname", call: "const folder = dirname(name);" },
        { from: "node:path", had: "resolve", used: "basename", call: "const short = basename(name);" },
        { from: "date-fns", had: "format", used: "parseISO", call: "const date = parseISO(name);" },
        { from: "lodash-es", had: "groupBy", used: "sortBy", call: "const sorted = sortBy(name);" },
        { from: "vitest", had: "expect", used: "vi", call: "vi.mock(name);" },
        {
          from: "./format",
          had: "formatDate",
          used: "formatPrice",
          call: "const price = formatPrice(name);",
        },
        { from: "../api", had: "getUser", used: "deleteUser", call: "await deleteUser(name);" },
        { from: "./errors", had: "NotFound", used: "assertFound", call: "assertFound(name);" },
      ],
    ],
    code: [
      `
      import { ‹had›⟦→, ‹used›⟧ } from "‹from›";
      import { ‹other› } from "./‹other:kebab›";

      export async function use‹Thing›(name: string) {
        const first = ‹had›(name);
        ‹call›
        return ‹other›(first);
      }
      `,
      `
      import { log } from "./log";
      import { ‹had›⟦→, ‹used›⟧ } from "‹from›";

      const ‹thing›Cache = new Map<string, unknown>();

      export const prepare‹Thing› = async (name: string) => {
        log("‹thing:words›");
        ‹thing›Cache.set(name, ‹had›(name));
        ‹call›
      };
      `,
      `
      import type { ‹Thing› } from "./types";
      import { ‹had›⟦→, ‹used›⟧ } from "‹from›";

      export async function show‹Thing›({ name }: ‹Thing›) {
        ‹call›
        ‹fill›
        return ‹had›(name);
      }
      `,
    ],
  }),
  sketched("import-the-default", {
    seen: [
      "={name} is a default export",
      "={from} doesn't provide an export named {name}, it's the default",
      "={name} is undefined, [it's exported as default|the module has a default export]",
      "import {name} as default",
      "=no braces [around|for] {name}, it's the default export",
      "=wrong import [of|for] {name}: default[, not named|]",
      "=element type is invalid ... undefined. {name} is a default export",
      "={name} needs a default import",
      "=module {from} has no exported member {name}. did you mean the default?",
      "=should {name} not be imported without braces?",
      "use the default export for {name}",
      "=the import of {name} should be without curly braces",
      "=[there's|there is] no {name} in {from}, only a default",
      "=[default import|import without braces] for {name}[ pls|]",
      "=[SyntaxError|error]: the requested module doesn't provide {name}[, it's default|, default it is]",
      "={name} comes out undefined[ at runtime|], {from} exports it as default",
    ],
    unseen: [
      "=in {from} it says export default, so {name} can't be found by its name",
      "drop the curly braces around {name}",
    ],
    vars: {
      name: ["‹Thing›Form", "‹Thing›List", "‹Thing›Card", "‹Thing›Page", "‹Thing›Store", "‹Thing›Service"],
    },
    rows: [
      [
        { from: "./form" },
        { from: "../components/main" },
        { from: "./pages/detail" },
        { from: "@app/shared" },
        { from: "~/lib/entry" },
        { from: "./store.js" },
      ],
    ],
    code: [
      `
      import { useState } from "react";
      import ⟦{ ‹name› }→‹name›⟧ from "‹from›";
      import { ‹Other›Panel } from "./‹other:kebab›-panel";

      export function App() {
        const [open, setOpen] = useState(false);
        return (
          <main onClick={() => setOpen(!open)}>
            {open && <‹name› />}
            <‹Other›Panel />
          </main>
        );
      }
      `,
      `
      import { createServer } from "node:http";
      import ⟦{ ‹name› }→‹name›⟧ from "‹from›";
      import { ‹other›Routes } from "./‹other:kebab›";

      const server = createServer(‹other›Routes(new ‹name›()));
      server.listen(«3000|8080»);
      `,
      `
      import ⟦{ ‹name› }→‹name›⟧ from "‹from›";
      import { render } from "./test-utils";

      test("‹thing:words›", () => {
        const view = render(‹name›);
        expect(view.text).toBe("«‹thing:words›|ok»");
      });
      `,
    ],
  }),
  sketched("import-by-name", {
    seen: [
      "={name} is a named export",
      "={from} has no default export",
      "=no default export in {from}, {name} is a named one",
      "={name} is undefined, [it's not the default|it's a named export]",
      "import {name} by name",
      "=braces [missing|are missing] around {name}",
      "=wrong import [of|for] {name}: named[, not default|]",
      "put {name} in [curly |]braces",
      "=does not provide an export named 'default' ({from})",
      "=shouldn't {name} be in braces?",
      "use the named export {name}",
      "={name} needs [curly |]braces in the import",
      "=[there's|there is] no default in {from}, [use|take] {name} by name",
      "=[default|wrong] import of {name}, [has to|must] be in braces",
      "=[SyntaxError|error]: {from} has no default, {name} [is named|by name]",
      "=got undefined for {name}, {from} only has named exports",
    ],
    unseen: [
      "=ts1192 on {from}, import {name} differently",
      "=the module exports {name} under its name, import it so",
    ],
    vars: {
      name: [
        "‹thing›Router",
        "‹Thing›List",
        "‹thing›Schema",
        "parse‹Thing›",
        "‹Thing›Store",
        "create‹Thing›",
      ],
    },
    rows: [
      [
        { from: "./main" },
        { from: "../components/main" },
        { from: "./lib/detail" },
        { from: "@app/shared" },
        { from: "~/lib/entry" },
        { from: "./core.js" },
      ],
    ],
    code: [
      `
      import express from "express";
      import ⟦‹name›→{ ‹name› }⟧ from "‹from›";
      import { log } from "./log";

      const app = express();
      log(‹name›);
      app.use("/‹things:kebab›", handle(‹name›));
      `,
      `
      import z from "zod";
      import ⟦‹name›→{ ‹name› }⟧ from "‹from›";

      const ‹other›Shape = z.object({ id: z.string() });

      ƒ check‹Thing›(input: unknown) {
        ‹other›Shape.parse(input);
        return run(‹name›, input);
      ƒ}
      `,
      `
      import React from "react";
      import ‹Other›Bar from "./‹other:kebab›-bar";
      import ⟦‹name›→{ ‹name› }⟧ from "‹from›";

      export const Page = () => (
        <section>
          <‹Other›Bar source={‹name›} />
        </section>
      );
      `,
    ],
  }),
  sketched("extension-in-import", {
    seen: [
      "=ERR_MODULE_NOT_FOUND {bare}",
      "=node can't find {bare}, esm needs the extension",
      "=relative import {bare} needs a file extension",
      "add the [extension|file extension] to {bare}",
      "=missing .js [on|in|after] {bare}",
      "=ts2835 at {bare}",
      "={bare} without extension doesn't [work|resolve] in esm",
      "=why can't node resolve {bare}? the others have .js",
      "=forgot the .js [at|after] {bare}",
      "=cannot find module {bare} imported from dist",
      "=should be {bare} with .js, like the [rest|others]",
      "write {bare} with its extension[, like the others|]",
      "={bare} [lacks|has no] extension",
      "=[esm|nodenext] complains about {bare}[, extension missing|]",
      "=every import needs [.js|the extension], {bare} too",
      "=[runtime|node|the browser] needs .js [on|for] {bare}",
      "=works in the bundler but plain node can't [find|load] {bare}",
    ],
    unseen: ["=all but {bare} end in .js", "complete the path {bare} like those of the other imports"],
    vars: {
      bare: [
        "./‹thing:kebab›",
        "../‹thing:kebab›",
        "./lib/‹thing:kebab›",
        "../shared/‹thing:kebab›",
        "./‹thing:kebab›-store",
      ],
    },
    code: [
      `
      import { readFile } from "node:fs/promises";
      import { ‹other› } from "./‹other:kebab›.js";
      import { ‹thing› } from "‹bare›⟦→.js⟧";

      export const run = async () => ‹thing›(‹other›, await readFile("«data|input».json"));
      `,
      `
      import { ‹thing› } from "‹bare›⟦→.js⟧";
      import type { ‹Other› } from "./types.js";
      import pino from "pino";

      const log = pino({ name: "‹thing:kebab›" });

      ƒ start(‹other›: ‹Other›): void {
        log.info("start");
        ‹thing›(‹other›);
      ƒ}
      `,
      `
      export { log } from "./log.js";
      export * from "‹bare›⟦→.js⟧";
      export * from "./‹other:kebab›.js";
      export type { ‹Third› } from "./‹third:kebab›.js";
      `,
    ],
  }),
  sketched("merge-imports-of-a-module", {
    seen: [
      "={from} is imported twice",
      "=two imports from {from}, [one is enough|merge them]",
      "merge the imports from {from}",
      "=duplicate import of {from}",
      "=[eslint|lint|biome]: import/no-duplicates on {from}",
      "combine the two imports of {from}",
      "=why two lines for {from}?",
      "=can the imports from {from} be one?",
      "import {a} and {b} together",
      "={a} and {b} come from the same module, one import would do",
      "=one import line for {from} [pls|please]",
      "=[import|the import] of {from} is there [twice|two times]",
      "put {a} and {b} [in|into] one import[ line|]",
      "=[both|the two] imports from {from} [belong together|could be one line|into one]",
      "=imports from {from} are [scattered|split], [merge|join] them",
    ],
    unseen: ["=take {b} in the same line as {a}", "=don't import from {from} in two places"],
    rows: [
      [
        { from: "react", a: "useState", b: "useEffect" },
        { from: "react", a: "useRef", b: "useMemo" },
        { from: "node:path", a: "join", b: "resolve" },
        { from: "node:fs/promises", a: "readFile", b: "stat" },
        { from: "date-fns", a: "addDays", b: "format" },
        { from: "./utils", a: "clamp", b: "sum" },
        { from: "../api", a: "getItems", b: "saveItem" },
        { from: "lodash-es", a: "debounce", b: "uniq" },
        { from: "zod", a: "z", b: "ZodError" },
        { from: "./errors", a: "NotFound", b: "Forbidden" },
      ],
    ],
    code: [
      `
      import { ‹a›⟦→, ‹b›⟧ } from "‹from›";
      import { ‹other› } from "./‹other:kebab›";
      ⟦import { ‹b› } from "‹from›";→⟧

      export const ‹thing›Tools = { ‹a›, ‹b›, ‹other› };
      `,
      `
      import { log } from "./log";
      import { ‹a›⟦→, ‹b›⟧ } from "‹from›";
      ⟦import { ‹b› } from "‹from›";→⟧
      import type { ‹Thing› } from "./types";

      ƒ make‹Thing›(‹thing›: ‹Thing›) {
        log(‹thing›);
        return [‹a›, ‹b›];
      ƒ}
      `,
      `
      import { ‹a›⟦→, ‹b›⟧ } from "‹from›";
      import ‹Thing›View from "./‹thing:kebab›-view";
      import "./styles.css";
      ⟦import { ‹b› } from "‹from›";→⟧

      export const tools = [‹a›, ‹b›];
      export default ‹Thing›View;
      `,
    ],
  }),
  sketched("import-when-needed", {
    seen: [
      "=[startup|start] is slow because of {from}, import it only when it's needed",
      "load {from} lazily",
      "=[the |]{from} [library|module] is huge, load it on demand",
      "import {from} dynamically[ in {fn}|]",
      "={from} is in the main bundle although only {fn} needs it",
      "=can {from} be loaded only [in|by] {fn}?",
      "use await import for {from}",
      "=dynamic import for {from} [pls|please]",
      "=code splitting: {from} only when {fn} [runs|is called]",
      "move the import of {from} into {fn}",
      "=why do we load {from} right at the start?",
      "=most users never call {fn}, so don't load {from} up front",
      "=[bundle|page] is too [big|heavy] because of {from}, only load it in {fn}",
      "={from} takes [ages|long] to load, [wait with it until|only do it when] {fn} [runs|is called]",
      "=[first load|the first page] [downloads|pulls in] {from} for nothing, {fn} is [rarely|hardly ever] used",
    ],
    unseen: [
      "=bundle grew a lot since {from} came in, fetch it at the time {fn} is used",
      "make {from} a lazy import",
    ],
    rows: [
      [
        { from: "pdfkit", tool: "createPdf", fn: "exportPdf" },
        { from: "exceljs", tool: "writeSheet", fn: "exportSheet" },
        { from: "sharp", tool: "resize", fn: "makeThumbnail" },
        { from: "chart-kit", tool: "draw", fn: "showChart" },
        { from: "highlight.js", tool: "highlight", fn: "showCode" },
        { from: "jszip", tool: "zip", fn: "download" },
        { from: "./heavy-parser", tool: "parse", fn: "importFile" },
        { from: "markdown-it", tool: "render", fn: "preview" },
        { from: "./migrations", tool: "migrate", fn: "upgrade" },
        { from: "qrcode", tool: "toDataUrl", fn: "showCodeImage" },
      ],
    ],
    code: [
      `
      import { api } from "./api";
      ⟦import { ‹tool› } from "‹from›";→⟧
      import type { ‹Thing› } from "./types";

      export async function ‹fn›(id: string) {
        ⟦→const { ‹tool› } = await import("‹from›");⟧
        const ‹thing›: ‹Thing› = await api.get(id);
        return ‹tool›(‹thing›);
      }

      export async function rename‹Thing›(id: string, name: string) {
        await api.patch(id, { name });
      }
      `,
      `
      ⟦import { ‹tool› } from "‹from›";→⟧
      import { log } from "./log";

      export class ‹Thing›Controller {
        async ‹fn›(‹thing›: ‹Thing›): Promise<unknown> {
          ⟦→const { ‹tool› } = await import("‹from›");⟧
          log("‹fn:words›");
          return ‹tool›(‹thing›);
        }

        async remove(‹thing›: ‹Thing›): Promise<void> {
          log("remove");
          await ‹thing›.remove();
        }
      }
      `,
      `
      import { useState } from "react";
      ⟦import { ‹tool› } from "‹from›";→⟧

      export function ‹Thing›Toolbar({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        const [result, setResult] = useState<unknown>(null);

        const ‹fn› = async () => {
          ⟦→const { ‹tool› } = await import("‹from›");⟧
          setResult(await ‹tool›(‹thing›));
        };

        return <button onClick={‹fn›}>{result ? "again" : "go"}</button>;
      }
      `,
    ],
  }),
  sketched("node-prefix", {
    seen: [
      "use the node: prefix for {mod}",
      "={mod} is a node builtin, [prefix it|use node:{mod}]",
      "import {mod} with node:",
      "=deno can't resolve {mod}[, needs node:|]",
      "=[lint|biome|eslint] wants node:{mod}",
      "=node: is missing [on|in front of] {mod}",
      "=builtin {mod} without [the |]node: prefix",
      "=should be node:{mod}",
      "=why not node:{mod} like the others?",
      "=looks like {mod} from npm, make clear that it's the builtin (node:)",
      "prefix {mod} with node:",
      "=[workers|cloudflare] only [know|knows] node:{mod}",
      "=use the node: prefix [on|with] {mod}",
      "=[style|convention]: builtins [with|get] node:, {mod} [hasn't|lacks it]",
      "=[is|isn't] {mod} a builtin? then node:{mod}",
    ],
    unseen: [
      "={mod} could be a package, its specifier should say that it comes with node",
      "write the builtin {mod} with its prefix",
    ],
    vars: {
      mod: [
        "fs",
        "path",
        "crypto",
        "os",
        "http",
        "fs/promises",
        "child_process",
        "url",
        "events",
        "stream",
        "util",
        "zlib",
      ],
    },
    code: [
      `
      import { ‹thing› } from "«./‹thing:kebab›|@app/‹thing:kebab›|../‹thing:kebab›.js»";
      import tool from "⟦→node:⟧‹mod›";
      import assert from "node:assert";

      ƒ run(‹other›: ‹Other›) {
        assert(‹other›);
        return ‹thing›(tool, ‹other›);
      ƒ}
      `,
      `
      import assert from "node:assert";
      import * as builtin from "⟦→node:⟧‹mod›";
      import express from "express";

      const app = express();
      app.get("/‹things:kebab›", (req, res) => {
        assert(req.query.id);
        res.json(handle(builtin, req.query));
      });
      `,
      `
      const assert = require("node:assert");
      const tool = require("⟦→node:⟧‹mod›");
      const { ‹other› } = require("./‹other:kebab›");

      module.exports = { ‹thing›: (input) => ‹other›(tool, assert, input) };
      `,
    ],
  }),
];

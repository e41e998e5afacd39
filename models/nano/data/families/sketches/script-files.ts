import { sketched } from "./sketch.ts";

/** What people ask of code that deals with files, paths, lines and streams. */
export const SCRIPT_FILES = [
  sketched("beside-the-script", {
    seen: [
      "=only works when [started|i run it] from the [repo root|project folder][, look for {textPath} beside the script|, {textPath} is relative]",
      "={textPath} [isn't found|is not found] [from another directory|when cron runs it], it's next to the script",
      "resolve {textPath} relative to this file[, with {base}|]",
      "look for {textPath} in {base}",
      "=ENOENT {textPath} [when the cwd is another|unless i cd there first]. should be relative to the script[ itself|]",
      "=the path {textPath} depends on the cwd[, use {base}|]",
      "=shouldn't {textPath} be looked up next to the script?",
      "join {base} and {textPath}",
      "={textPath} should not depend on where i am in the shell",
      "=use {base} for {textPath} pls",
      "=works in the project folder, fails in any other: {textPath}",
      "=find {textPath} [no matter|regardless of] where the script is called from",
    ],
    unseen: [
      "=called from my home folder it can't open {textPath}, though it lies right there beside the code",
      "anchor {textPath} at {base}",
    ],
    vars: {
      path: [
        "template.html",
        "config.json",
        "schema.sql",
        "words.txt",
        "data/cities.csv",
        "assets/logo.svg",
        "locales/en.json",
        "seed.json",
        "fixtures/users.json",
        "mail.mjml",
      ],
      base: ["__dirname", "__dirname", "import.meta.dirname"],
      join: ["join", "path.join"],
    },
    code: [
      `
      const out = ‹join›(‹base›, "«dist|out|tmp»");
      const ‹thing›Text = readFileSync(⟦"‹path›"→‹join›(‹base›, "‹path›")⟧, "utf8");

      ƒ load‹Thing›(): ‹Thing› {
        ‹fill›
        return parse‹Thing›(‹thing›Text, out);
      ƒ}
      `,
      `
      export class ‹Thing›Loader {
        private readonly logs = ‹join›(‹base›, "logs");

        async load(): Promise<‹Thing›> {
          const text = await readFile(⟦"‹path›"→‹join›(‹base›, "‹path›")⟧, "utf8");
          await appendFile(«this.logs|‹join›(this.logs, "load.log")», "loaded\\n");
          return «JSON.parse(text)|parse(text)»;
        }
      }
      `,
      `
      const cache = ‹join›(‹base›, "«.cache|tmp|state»");

      async function main() {
        const target = process.argv[2];
        const ‹things› = await import‹Things›(⟦"‹path›"→‹join›(‹base›, "‹path›")⟧);
        await writeFile(target, ‹things›.join("\\n"));
        console.log("wrote", ‹join›(process.cwd(), target));
      }
      `,
    ],
  }),
  sketched("join-paths-properly", {
    seen: [
      "=two slashes [in the path|in a row] when {dir} ends with one",
      "=breaks on windows because of the hard coded slash",
      "use path.join[ here| for {target}| instead of adding strings|]",
      "=[should use|better:] path.join[, not string concatenation|]",
      "=paths are [glued|put] together by hand",
      "=if {dir} has a slash at the end {target} has two of them",
      "=string concatenation for a path[?!|,] path.join please",
      "build {target} with path.join",
      "=why isn't {target} made with path.join?",
      "=don't concatenate paths",
      "join {dir} and the name [properly|with path.join]",
      "=manual slash in {target}[, path.join!|]",
      '=[double slash|"//"] in {target}',
      "=path.join exists[ for that|, use it for {target}]",
    ],
    unseen: [
      "=on windows {target} comes out with mixed slashes",
      "leave it to node to put {dir} and the file name together",
    ],
    vars: {
      dir: [
        "dir",
        "folder",
        "outDir",
        "root",
        "baseDir",
        "cacheDir",
        "home",
        "‹thing›Dir",
        "uploads",
        "parent",
      ],
      target: ["file", "fullPath", "destination", "location", "outFile", "‹thing›File", "source", "target"],
      name: ["name", "entry", "id", "slug", "fileName", "basename", "key"],
    },
    code: [
      `
      import path from "node:path";

      ƒ async save‹Other›(‹dir›: string, ‹name›: string, text: string) {
        «await mkdir(‹dir›, { recursive: true });|»
        const ‹target› = ⟦‹dir› + "/" + ‹name›→path.join(‹dir›, ‹name›)⟧;
        await writeFile(‹target›, text + "\\n");
        return "«saved|wrote» " + ‹target›;
      ƒ}
      `,
      `
      import path from "path";

      export async function list‹Things›(‹dir›: string) {
        const found: string[] = [];
        for (const ‹name› of await readdir(‹dir›)) {
          const ‹target› = ⟦´€{‹dir›}/€{‹name›}´→path.join(‹dir›, ‹name›)⟧;
          if (path.extname(‹target›) === ".‹thing:kebab›") found.push(‹target›);
          «else console.log(´€{‹name›}: skipped´);|»
        }
        return found;
      }
      `,
      `
      import * as path from "node:path";

      class ‹Thing›Store {
        constructor(
          private readonly ‹dir›: string,
          private readonly baseUrl: string,
        ) {}

        async read(‹name›: string): Promise<string> {
          const url = ´€{this.baseUrl}/€{‹name›}´;
          const ‹target› = ⟦´€{this.‹dir›}/€{‹name›}´→path.join(this.‹dir›, ‹name›)⟧;
          return existsSync(‹target›) ? readFile(‹target›, "utf8") : this.download(url);
        }

        has(file: string) {
          return path.isAbsolute(file);
        }
      }
      `,
      `
      import path from "node:path";

      const ‹dir› = process.argv[2];
      for (const { ‹name›, text } of await load‹Things›(path.resolve(‹dir›))) {
        const ‹target› = ⟦‹dir› + "/" + ‹name› + ".txt"→path.join(‹dir›, ‹name› + ".txt")⟧;
        await writeFile(‹target›, text);
      }
      `,
    ],
  }),
  sketched("remove-even-if-missing", {
    seen: [
      "=fails when {dir} [isn't there|doesn't exist][ yet|]",
      "=ENOENT on the first run[, {dir} isn't there yet|], [should be ignored|that's no error]",
      "don't fail if {dir} [is missing|doesn't exist]",
      "=rm [throws|crashes] [on a fresh checkout|when there's nothing to remove], use force",
      "force the rm",
      "=removing {dir} should [be fine|work] even [if|when] it [is missing|doesn't exist]",
      "=force: true is missing[ on the rm|]",
      "=clean twice in a row and the second one [crashes|throws ENOENT]",
      "=can rm just ignore a missing {dir}?",
      "=nothing to delete is no error",
      "=deleting what isn't there [crashes|throws]",
      "=[first|a fresh] run dies in rm",
    ],
    unseen: [
      "=a clean checkout has no {dir}, so there's nothing to complain about",
      "=whether {dir} is there or not, afterwards it's gone, no exception please",
    ],
    vars: {
      dir: [
        "outDir",
        "dist",
        "cacheDir",
        "tmp",
        "target",
        "buildDir",
        "folder",
        "coverage",
        "‹thing›Dir",
        "workDir",
      ],
    },
    code: [
      `
      ƒ async build(root: string) {
        const ‹dir› = join(root, "«dist|out|build»");
        await rm(‹dir›, { recursive: true⟦→, force: true⟧ });
        await mkdir(‹dir›, { recursive: true });
        await cp("«public|assets|static»", ‹dir›, { recursive: true });
      ƒ}
      `,
      `
      afterEach(async () => {
        «vi.restoreAllMocks();|await server.close();|reset();»
        await rm(‹dir›, { recursive: true⟦→, force: true⟧ });
      });
      `,
      `
      import { mkdirSync, rmSync, writeFileSync } from "node:fs";

      const ‹dir› = "«./dist|tmp/out|.cache»";
      rmSync(‹dir›, { recursive: true⟦→, force: true⟧ });
      mkdirSync(‹dir›, { recursive: true });
      for (const ‹thing› of ‹things›) {
        writeFileSync(´€{‹dir›}/€{‹thing›.id}.json´, JSON.stringify(‹thing›));
      }
      `,
      `
      export class ‹Thing›Cache {
        constructor(private readonly ‹dir›: string) {}

        async clear() {
          this.entries.clear();
          await fs.rm(this.‹dir›, { recursive: true⟦→, force: true⟧ });
        }

        async prepare() {
          await fs.mkdir(this.‹dir›, { recursive: true });
        }
      }
      `,
    ],
  }),
  sketched("subfolders-too", {
    seen: [
      "=files in [subfolders|sub folders|nested folders] are [missed|missing|not found]",
      "=[only the top level|only the first level] is [read|listed]",
      "read {dir} recursively",
      "also [list|find] the files in subfolders",
      "=it doesn't go into subdirectories",
      "=should [look into|include] [subfolders|the folders below {dir}] as well",
      "=readdir isn't recursive",
      "=can it go through the folders inside {dir} too?",
      "=what's deeper in {dir} [doesn't show up|gets ignored]",
      "=recursive readdir pls",
      "make the readdir of {dir} recursive",
      "=sub dirs are [skipped|ignored]",
      "=i [expect|want] everything below {dir}, not just its direct entries",
    ],
    unseen: [
      "=i put things into a folder inside {dir} and they were gone",
      "descend into {dir}, all the way down",
    ],
    vars: {
      dir: [
        "dir",
        "folder",
        "root",
        "source",
        "contentDir",
        "migrations",
        "docsDir",
        "‹thing›Dir",
        "assets",
        "inputDir",
      ],
    },
    code: [
      `
      ƒ async find‹Things›(‹dir›: string): Promise<string[]> {
        const files = await readdir(‹dir›⟦→, { recursive: true }⟧);
        return files.filter((file) => file.endsWith(".«md|json|ts|yaml»"));
      ƒ}
      `,
      `
      import { readdirSync, readFileSync } from "node:fs";

      const ‹things› = new Map<string, string>();
      for (const name of readdirSync(‹dir›⟦→, { recursive: true }⟧)) {
        if (!name.endsWith(".«txt|csv|sql»")) continue;
        ‹things›.set(name, readFileSync(join(‹dir›, name), "utf8"));
      }
      console.log(‹things›.size, readdirSync(«"logs"|logDir»).length);
      `,
      `
      export class ‹Thing›Index {
        async scan(‹dir›: string) {
          await mkdir(this.cacheDir, { recursive: true });
          const entries = await fs.readdir(‹dir›, { withFileTypes: true⟦→, recursive: true⟧ });
          return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
        }
      }
      `,
      `
      async function main(‹dir›: string) {
        const [names, ‹things›] = await Promise.all([readdir(‹dir›⟦→, { recursive: true }⟧), load‹Things›()]);
        console.log(´€{names.length} files, €{‹things›.length} ‹things:words›´);
      }
      `,
    ],
  }),
  sketched("skip-hidden-files", {
    seen: [
      "skip [hidden files|dotfiles|files that start with a dot]",
      "=.DS_Store [shows up|is in the list|gets processed too]",
      "=[hidden files|dotfiles] should be [left out|ignored|skipped]",
      "=it also [takes|picks up] .git and .DS_Store, whatever starts with a dot should be skipped",
      "ignore everything [starting|that begins] with a dot",
      "=no dotfiles pls",
      "=crashes on .DS_Store on macs, ignore hidden files",
      "=files like .gitkeep don't belong there",
      "=can we leave the dotfiles alone?",
      "=only visible files",
      "=chokes on [.DS_Store|.gitkeep|hidden files]",
      "exclude names [starting|that start] with a dot",
      "=why's .git in there? nothing [hidden|with a leading dot] please",
      "=dot files are none of our business",
    ],
    unseen: ["=a leading dot in the {wordsEntry} means hands off", "pass over what unix hides"],
    vars: {
      entry: ["name", "file", "entry", "fileName", "item"],
      dir: ["dir", "folder", "root", "‹thing›Dir", "source"],
    },
    code: [
      `
      for (const ‹entry› of await readdir(‹dir›)) {
        ⟦→if (‹entry›.startsWith(".")) continue;⟧
        const text = await readFile(join(‹dir›, ‹entry›), "utf8");
        ‹things›.push(parse‹Thing›(text));
      }
      `,
      `
      ƒ copy‹Things›(‹dir›: string, target: string) {
        let count = 0;
        for (const ‹entry› of readdirSync(‹dir›)) {
          ⟦→if (‹entry›.startsWith(".")) continue;⟧
          copyFileSync(join(‹dir›, ‹entry›), join(target, ‹entry›));
          count++;
        }
        return count;
      ƒ}
      `,
      `
      export class ‹Thing›Scanner {
        async *scan(‹dir›: string) {
          const all = await readdir(‹dir›);
          ‹fill›
          for (const ‹entry› of all«.sort()|.toSorted()|») {
            ⟦→if (‹entry›.startsWith(".")) continue;⟧
            yield new ‹Thing›(join(‹dir›, ‹entry›));
          }
        }
      }
      `,
    ],
  }),
  sketched("lines-of-windows-files", {
    seen: [
      "=windows files leave a \\r at the end of [every line|the lines]",
      "=there's a \\r at the end of each {wordsLine}",
      "=[crlf|windows line endings] [isn't|aren't] handled",
      "split at \\r\\n as well",
      "also [split at|accept|handle] windows line [ends|endings]",
      "=files [from|saved on] windows [don't work|give odd lines|are read wrong]",
      "=a file from a windows user broke it, the lines had \\r",
      "=\\r\\n [should|has to] work too",
      "=every {wordsLine} but the last ends with a carriage return",
      "=can it cope with CRLF?",
      "=carriage returns stay in there",
      "=last character of every {wordsLine} is \\r",
      "=line endings of windows [break it|cause trouble]",
      "cut off the \\r, files may come from windows: split at both",
    ],
    unseen: [
      "=notepad users get invisible junk behind each {wordsLine}",
      "treat CR LF as one line break, too",
    ],
    vars: {
      line: ["line", "row", "entry", "record"],
      text: ["text", "content", "source", "input", "raw", "body", "data", "csv"],
    },
    code: [
      `
      export async function read‹Things›(file: string): Promise<string[]> {
        const ‹text› = await readFile(file, "utf8");
        return ‹text›.split(⟦"\\n"→/\\r?\\n/⟧);
      }
      `,
      `
      ƒ parse‹Thing›(‹text›: string): string[][] {
        return ‹text›
          «.trim()|.trimEnd()»
          .split(⟦"\\n"→/\\r?\\n/⟧)
          .map((‹line›) => ‹line›.split("«,|;|:»"));
      ƒ}
      `,
      `
      const ‹things› = new Map<string, string>();
      for (const ‹line› of ‹text›.split(⟦"\\n"→/\\r?\\n/⟧)) {
        const [key, value] = ‹line›.split("«=|:»");
        ‹things›.set(key, value);
      }
      console.log([...‹things›.keys()].join("\\n"));
      `,
      `
      class ‹Thing›Reader {
        private rest = "";

        push(‹text›: string) {
          const lines = (this.rest + ‹text›).split(⟦"\\n"→/\\r?\\n/⟧);
          this.rest = lines.pop() ?? "";
          for (const ‹line› of lines) this.emit("‹line›", ‹line›);
        }
      }
      `,
    ],
  }),
  sketched("split-at-first-only", {
    seen: [
      "=a {value} with {textSep} in it [gets|is] cut off[, split at the first one only|]",
      "split at the first {textSep} only",
      "=only the first {textSep} [separates|counts]",
      "=the {value} [is cut off|ends] at the second {textSep}",
      "=everything after the [second|2nd] {textSep} is lost",
      "=the {value} may [contain|have] {textSep} itself",
      "=a {value} like a{wordsSep}b [comes out as a|gets lost halfway]",
      "keep the rest of the line in {value}[, even if there's another {textSep}|]",
      "=what if there's a {textSep} in the {value}?",
      "=more than one {textSep} in a line and half of the {value} is [gone|missing]",
      "={value} is truncated when it [contains|has] {textSep}",
      "=splits too often, only at the first {textSep} please",
      "=from a{wordsSep}b{wordsSep}c i want b{wordsSep}c as {value}, not just b",
      "=the second {textSep} belongs to the {value}",
      "=everything behind the first {textSep} is {value}, [keep it whole|don't cut it]",
    ],
    unseen: [
      "=where {value} has a {textSep} of its own, it arrives shortened",
      "don't take {value} apart at any later {textSep}",
    ],
    rows: [
      [
        { sep: "=", key: "key", value: "value", fn: "parseEnvLine" },
        { sep: ":", key: "name", value: "value", fn: "parseHeader" },
        { sep: ":", key: "label", value: "text", fn: "parseNote" },
        { sep: "=", key: "option", value: "setting", fn: "parseFlag" },
        { sep: ":", key: "host", value: "path", fn: "parseRemote" },
        { sep: "@", key: "user", value: "address", fn: "parseLogin" },
        { sep: "=", key: "name", value: "token", fn: "parseCookie" },
        { sep: ";", key: "level", value: "message", fn: "parseLogLine" },
        { sep: "-", key: "prefix", value: "title", fn: "parseTitle" },
      ],
    ],
    vars: { line: ["line", "input", "row", "raw", "entry", "pair"] },
    code: [
      `
      ƒ ‹fn›(‹line›: string): [string, string] {
        const [‹key›, ⟦‹value›→...rest⟧] = ‹line›.split("‹sep›");
        return [‹key›.trim(), ⟦‹value›→rest.join("‹sep›")⟧.trim()];
      ƒ}
      `,
      `
      const ‹things›: Record<string, string> = {};
      for (const ‹line› of file.split("\\n")) {
        const [‹key›, ⟦‹value›→...rest⟧] = ‹line›.split("‹sep›");
        ‹things›[‹key›] = ⟦‹value›→rest.join("‹sep›")⟧;
      }
      `,
      `
      export const ‹fn› = (‹line›: string) => {
        if (!‹line›.includes("‹sep›")) return null;
        const [‹key›, ⟦‹value›→...rest⟧] = ‹line›.split("‹sep›");
        return { ‹key›, ‹value›⟦→: rest.join("‹sep›")⟧ };
      };
      `,
      `
      class ‹Thing›Parser {
        readonly ‹things› = new Map<string, string>();

        add(‹line›: string) {
          const [‹key›, ⟦‹value›→...rest⟧] = ‹line›.split("‹sep›");
          ‹fill›
          this.‹things›.set(‹key›.toLowerCase(), ⟦‹value›→rest.join("‹sep›")⟧);
        }
      }
      `,
    ],
  }),
  sketched("extension-in-any-case", {
    seen: [
      "=shouldn't matter if the extension is [upper case|in capitals]",
      "=.{wordsExt} in capitals [isn't recognized|is refused]",
      "=files [named|that end in] .{wordsCaps} [are skipped|don't count|are not found]",
      "lower case the extension[ first| before comparing|]",
      "=the extension check is case sensitive",
      "ignore the case of the extension",
      "=PHOTO.{wordsCaps} [isn't accepted|should work too]",
      "=cameras write .{wordsCaps}, that [should be ok|counts too]",
      "=does .{wordsCaps} work? it should, like .{wordsExt}",
      "=upper case extensions pls",
      "=.{wordsExt} works, .{wordsCaps} doesn't",
      "=why is .{wordsCaps} [refused|ignored|not taken]?",
      "compare the extension [in lower case|case-insensitively]",
      "=windows users have .{wordsCaps} files[ and complain|]",
    ],
    unseen: [
      "=my old camera names everything in caps, ending included, and nothing of it gets through",
      "=.{wordsCaps} or .{wordsExt}, same thing",
    ],
    rows: [
      [
        { ext: "jpg", wordsCaps: "JPG", more: "png" },
        { ext: "png", wordsCaps: "PNG", more: "gif" },
        { ext: "csv", wordsCaps: "CSV", more: "tsv" },
        { ext: "pdf", wordsCaps: "PDF", more: "docx" },
        { ext: "mp3", wordsCaps: "MP3", more: "wav" },
        { ext: "mov", wordsCaps: "MOV", more: "mp4" },
        { ext: "html", wordsCaps: "HTML", more: "htm" },
        { ext: "zip", wordsCaps: "ZIP", more: "tar" },
        { ext: "xml", wordsCaps: "XML", more: "json" },
      ],
    ],
    vars: { file: ["file", "filename", "path", "source", "entry", "upload", "input"] },
    code: [
      `
      const ‹thing:CONST›_EXTENSIONS = new Set([".‹more›", ".‹ext›"]);

      export function is‹Thing›(file: string): boolean {
        const ext = path.extname(file)⟦→.toLowerCase()⟧;
        «if (path.basename(file).startsWith(".")) return false;|»
        return ‹thing:CONST›_EXTENSIONS.has(ext);
      }
      `,
      `
      const ALLOWED = [".‹ext›", ".‹more›"];

      ƒ check‹Thing›(‹thing›: ‹Thing›, file: string) {
        const extension = path.extname(file)⟦→.toLowerCase()⟧;
        if (!ALLOWED.includes(extension)) throw new Error(´cannot read €{path.basename(file)}´);
        return ‹thing›.«add|load|open»(file);
      ƒ}
      `,
      `
      for (const name of await readdir(folder)) {
        const ext = extname(name)⟦→.toLowerCase()⟧;
        if (ext === ".‹ext›" || ext === ".‹more›") ‹things›.push(join(folder, name));
      }
      ‹fill›
      console.log(‹things›.length);
      `,
      `
      class ‹Thing›Router {
        route(file: string) {
          const title = basename(file, extname(file));
          switch (extname(file)⟦→.toLowerCase()⟧) {
            case ".‹ext›":
              return this.«open|handle»(title, file);
            case ".‹more›":
              return this.«defer|pass»(title);
            default:
              return null;
          }
        }
      }
      `,
    ],
  }),
  sketched("pipeline-not-pipe", {
    seen: [
      "=errors of the streams [get lost|are swallowed][, use pipeline|, pipeline would pass them on]",
      "=[it returns|the function is done] before the file is written[, await pipeline instead|. pipeline!]",
      "use pipeline [from node:stream/promises|with an await here]",
      "await a pipeline instead of [pipe|calling pipe]",
      "=[pipe doesn't forward errors|.pipe() swallows errors], pipeline does",
      "replace pipe by an awaited pipeline",
      "=should be await pipeline(…)",
      "=the {wordsOut} is [incomplete|half written] right after the call, pipeline should be awaited",
      "=if the disk is full [nobody notices|it crashes the process], await pipeline please",
      "=why .pipe and not pipeline?",
      "=[pipe|.pipe] should be [an awaited|a] pipeline",
      "=a failing read stream [isn't noticed|leaves the write stream open]",
      "=pipe gives us nothing to await[, pipeline does|. pipeline from stream/promises does]",
    ],
    unseen: [
      "let us wait for the copying to end and hear of its errors, via pipeline",
      "=node docs say not to chain with pipe in production, take the promise version of pipeline",
    ],
    vars: {
      out: ["output", "target", "dest", "outFile", "destination", "archive"],
      from: ["source", "input", "file", "origin", "inFile"],
    },
    code: [
      `
      import { createReadStream, createWriteStream } from "node:fs";
      ⟦→import { pipeline } from "node:stream/promises";⟧

      export async function copy‹Thing›(‹from›: string, ‹out›: string) {
        ⟦createReadStream(‹from›).pipe(createWriteStream(‹out›))→await pipeline(createReadStream(‹from›), createWriteStream(‹out›))⟧;
      }
      `,
      `
      import { createReadStream, createWriteStream } from "node:fs";
      ⟦→import { pipeline } from "node:stream/promises";⟧
      import { createGzip } from "node:zlib";

      ƒ async pack‹Thing›(‹from›: string): Promise<string> {
        const ‹out› = ´€{‹from›}.gz´;
        ⟦createReadStream(‹from›).pipe(createGzip()).pipe(createWriteStream(‹out›))→await pipeline(createReadStream(‹from›), createGzip(), createWriteStream(‹out›))⟧;
        return ‹out›;
      ƒ}
      `,
      `
      import { createWriteStream } from "node:fs";
      ⟦→import { pipeline } from "node:stream/promises";⟧
      import { load‹Thing› } from "./‹thing:kebab›.js";

      class ‹Thing›Export {
        async run(‹from›: Readable, ‹out›: string) {
          this.log("writing", ‹out›);
          ⟦‹from›.pipe(this.transform()).pipe(createWriteStream(‹out›))→await pipeline(‹from›, this.transform(), createWriteStream(‹out›))⟧;
          this.log("done");
        }
      }
      `,
    ],
  }),
];

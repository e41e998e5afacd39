import { sketched } from "./sketch.ts";

const TOOLS = [
  { tool: "build", verb: "build", file: "entry", step: "compile" },
  { tool: "migrate", verb: "migrate", file: "schema", step: "migrate" },
  { tool: "convert", verb: "convert", file: "input", step: "transform" },
  { tool: "release", verb: "release", file: "changelog", step: "publish" },
  { tool: "seed", verb: "seed", file: "fixture", step: "insert" },
  { tool: "lint", verb: "lint", file: "config", step: "check" },
  { tool: "report", verb: "report", file: "source", step: "summarize" },
  { tool: "backup", verb: "back up", file: "target", step: "copy" },
  { tool: "sync", verb: "sync", file: "manifest", step: "upload" },
  { tool: "generate", verb: "generate", file: "template", step: "render" },
];

/** What people ask of command line scripts: arguments, output, signals, child processes. */
export const SCRIPT_PROCESS = [
  sketched("dry-run-changes-nothing", {
    seen: [
      "=--dry-run [still {wordsDoes} the files|isn't harmless: it {wordsDoes} files]",
      "=dry run should [only print|not touch anything|change nothing]",
      "={call} [is|gets] called in a dry run[ too|]",
      "don't {wordsDoing} [anything|files] when {flag} is [set|on]",
      "skip {call} [if|when] {flag}[ is set|]",
      "=why does it {wordsDoing} [files|something] although i passed --dry-run?",
      "={flag} is [read|there] but [never used|not respected]",
      "=only {wordsDoing} when it's no dry run",
      "=i ran it with --dry-run and now [it's all changed|the files aren't what they were] :(",
      "=with --dry-run it's supposed to list what it would do and nothing else",
      "=dry-run does the real thing",
      "=[no|without] effect: --dry-run",
      "=i expected --dry-run to leave my files alone",
    ],
    unseen: ["=a trial run must be safe, {call} is for the real thing", "guard {call} by {flag}"],
    rows: [
      TOOLS,
      [
        { flag: "dryRun", declare: 'const dryRun = process.argv.includes("--dry-run");' },
        { flag: "isDryRun", declare: 'const isDryRun = args.includes("--dry-run");' },
        { flag: "dry", declare: "const dry = argv.dryRun ?? false;" },
        { flag: "flags.dryRun", declare: 'const flags = { dryRun: process.argv.includes("--dry-run") };' },
        { flag: "options.dryRun", declare: "const options = readOptions(); // dryRun, verbose" },
        { flag: "dryRun", declare: "const { dryRun } = program.opts();" },
        { flag: "simulate", declare: 'const simulate = has("--dry-run");' },
      ],
      [
        { call: "unlink", args: "file", does: "deletes", doing: "delete", log: "deleting" },
        { call: "rm", args: "file, { force: true }", does: "removes", doing: "remove", log: "removing" },
        { call: "writeFile", args: "file, text", does: "overwrites", doing: "overwrite", log: "writing" },
        { call: "rename", args: "file, target", does: "renames", doing: "rename", log: "renaming" },
        { call: "copyFile", args: "file, target", does: "copies", doing: "copy", log: "copying" },
        { call: "chmod", args: "file, 0o644", does: "changes", doing: "change", log: "chmod" },
        { call: "truncate", args: "file", does: "empties", doing: "empty", log: "emptying" },
        { call: "upload", args: "file", does: "uploads", doing: "upload", log: "uploading" },
      ],
    ],
    code: [
      `
      ‹declare›
      for (const file of «files|found|await glob(pattern)») {
        «const target = file.replace(".‹thing:kebab›", ".«bak|old|json»");»
        console.log(´‹log› €{file}´);
        ⟦→if (!‹flag›) ⟧await ‹call›(‹args›);
      }
      `,
      `
      export class ‹Thing›Cleaner {
        async clean(files: string[], target: string, text: string) {
          ‹declare›
          let count = 0;
          for (const file of files) {
            if (!file.includes("‹thing›")) continue;
            ⟦→if (!‹flag›) ⟧await ‹call›(‹args›);
            count++;
          }
          await this.report(count);
        }
      }
      `,
      `
      ƒ async ‹step›All(files: string[], target: string) {
        ‹declare›
        const seen = new Set<string>();
        ‹fill›
        for (const file of files) {
          if (seen.has(file)) continue;
          seen.add(file);
          ⟦→if (!‹flag›) ⟧await ‹call›(‹args›);
        }
      ƒ}
      `,
    ],
  }),
  sketched("usage-when-argument-missing", {
    seen: [
      "=crashes with undefined when i [forget the {file}|give no arguments], print {textUsage} and exit 1",
      "=without [an argument|a {file}] it should [say|print] {textUsage} and [exit with 1|stop with exit code 1]",
      "print {textUsage} [with console.error|to stderr] and exit 1 if [there's no {file}|{file} is missing]",
      "=no usage text when the argument is missing. {textUsage} on stderr, exit code 1",
      "=running it without arguments should fail [nicely|cleanly]: console.error {textUsage}, exit 1",
      "[check|make sure] that {file} is given, otherwise {textUsage} on stderr and process.exit(1)",
      "=what if {file} is undefined? error {textUsage}, then exit(1)",
      "=users who leave out the {wordsFile} get a stack trace, show {textUsage} as an error and exit with code 1",
      "=the path argument must be of type string, it says. [better|nicer]: {textUsage} on stderr, exit code 1",
      "=no arguments, no help: [show|print] {textUsage} on stderr and exit 1",
      "=first thing: if there's no {file}, console.error {textUsage} and [exit|quit] with 1",
      "=should explain itself when i call it without {wordsFile}: {textUsage} to stderr, exit code 1",
    ],
    unseen: [
      "=called bare, the script should write {textUsage} to stderr and leave with status 1",
      "tell people how to call it ({textUsage}, as an error) and quit with 1 where {file} wasn't passed",
    ],
    rows: [TOOLS.map(({ tool, file, step }) => ({ tool, file, step, usage: `Usage: ${tool} <${file}>` }))],
    vars: { read: ["process.argv[2]", "process.argv[2]", "args[0]", "positionals[0]", "argv._[0]"] },
    code: [
      `
      const ‹file› = ‹read›;
      ⟦→if (!‹file›) {
        console.error("‹usage›");
        process.exit(1);
      }
      ⟧const ‹thing› = JSON.parse(await readFile(‹file›, "utf8"));
      await ‹step›(‹thing›);
      `,
      `
      async function main() {
        const ‹file› = ‹read›;
        ⟦→if (!‹file›) {
          console.error("‹usage›");
          process.exit(1);
        }
        ⟧const started = Date.now();
        await ‹step›(resolve(‹file›)«, { cwd: process.cwd() }|»);
        console.log(´‹tool› done in €{Date.now() - started} ms´);
      }

      await main();
      `,
      `
      import { readFileSync } from "node:fs";

      «const quiet = process.argv.includes("--quiet");|»
      const ‹file› = ‹read›;
      ⟦→if (!‹file›) {
        console.error("‹usage›");
        process.exit(1);
      }⟧

      const ‹things› = readFileSync(‹file›, "utf8").split("\\n");
      for (const ‹thing› of ‹things›) ‹step›(‹thing›);
      `,
    ],
  }),
  sketched("error-to-stderr", {
    seen: [
      "=the error [ends up in|lands in] the piped output[, should go to stderr|]",
      "=[errors|the failure] should go to stderr",
      "print the error [to stderr|with console.error]",
      "={tool} > out.txt writes the error into out.txt",
      "=when i redirect stdout to a file [i don't see the error|the error is in there]",
      "use console.error [in the catch|for the error|for the failure]",
      "=errors don't belong on stdout",
      "=why is the error message on stdout?",
      "=jq chokes on our output [when it fails|in case of an error], the message must not be on stdout",
      "=should be console.error where it [fails|failed]",
      "=stderr for [the failure|failures] pls",
      "=failures [pollute|show up in] stdout",
      "=i pipe the output into [a file|another program] and the error goes along",
      "log the [error|failure] with console.error[ instead of console.log|]",
      "=console.log for an error?[ console.error!|]",
    ],
    unseen: [
      "=2>/dev/null doesn't silence the failure",
      "keep the normal output clean when {tool} breaks down",
    ],
    rows: [TOOLS],
    vars: { error: ["error", "err", "e", "cause"] },
    code: [
      `
      try {
        const ‹thing› = await ‹step›(process.argv[2]);
        console.log(‹thing›«.name|.path|»);
      } catch (‹error›) {
        ⟦console.log→console.error⟧(«‹error›|‹error›.message|"‹tool› failed:", ‹error›»);
        process.exitCode = 1;
      }
      `,
      `
      «console.log("‹tool› ‹things›");|»
      ‹step›(options)
        .then((‹things›) => {
          console.log(JSON.stringify(‹things›));
        })
        .catch((‹error›) => {
          ⟦console.log→console.error⟧(´could not ‹verb›: €{‹error›.message}´);
          process.exit(1);
        });
      `,
      `
      ƒ async main(argv: string[]) {
        for (const ‹thing› of argv) {
          try {
            console.log(‹thing›, await ‹step›(‹thing›));
          } catch (‹error›) {
            ⟦console.log→console.error⟧(‹thing›, ‹error›);
          }
        }
        console.log("«done|finished|bye»");
      ƒ}
      `,
      `
      const ‹thing› = find‹Thing›(«name|args[0]»);
      if (!‹thing›) {
        ⟦console.log→console.error⟧(«"no such ‹thing:words›"|´unknown ‹thing:words› €{args[0]}´»);
        process.exit(«1|2»);
      }
      console.log(‹step›(‹thing›));
      `,
    ],
  }),
  sketched("also-on-signal", {
    seen: [
      "={add} [kills it hard|doesn't shut it down cleanly], {have} does",
      "[do|run] the same on {add}",
      "=[on|when it gets] {add} it should [shut down|stop] the same way",
      "also [handle|react to] {add}",
      "=[it|the process] ignores {add}",
      "={have} is handled, {add} isn't",
      "=what about {add}? [same handler|should do the same]",
      "=in production we get {add} instead of {have}[, react to both|]",
      "listen for {add}[ as well| too|, too]",
      "=nothing is [cleaned up|closed] [on|after] {add}",
      "=same for {add} [please|as for {have}]",
      "=kubernetes and docker don't always send {have}, [handle|catch] {add} too",
      "=stopping it with {add} leaves [a mess|things open]",
    ],
    unseen: [
      "=when the thing receives {add}, connections stay open. treat it like {have}",
      "=both {have} and {add} mean stop",
    ],
    rows: [
      [
        { have: "SIGTERM", add: "SIGINT" },
        { have: "SIGTERM", add: "SIGINT" },
        { have: "SIGINT", add: "SIGTERM" },
        { have: "SIGTERM", add: "SIGHUP" },
        { have: "SIGTERM", add: "SIGUSR2" },
        { have: "SIGINT", add: "SIGQUIT" },
      ],
    ],
    vars: {
      handler: ["shutdown", "stop", "onExit", "cleanUp", "close", "quit", "handleExit", "gracefulShutdown"],
    },
    code: [
      `
      async function ‹handler›() {
        await «server|‹thing›Server|db».close();
        process.exit(0);
      }

      process.on("‹have›", ‹handler›);
      ⟦→process.on("‹add›", ‹handler›);⟧
      process.on("«exit|uncaughtException|warning»", (what) => console.log(what));
      `,
      `
      const ‹handler› = (signal: string) => {
        console.log(´got €{signal}´);
        ‹things›.forEach((‹thing›) => ‹thing›.«stop|close|end»());
      };

      «process.on("SIGUSR1", dumpState);|»
      process.once("‹have›", ‹handler›);
      ⟦→process.once("‹add›", ‹handler›);⟧
      start‹Things›();
      `,
      `
      export function run‹Thing›Worker(queue: Queue) {
        const ‹handler› = () => queue.«close|pause|drain»();
        ‹fill›
        process.on("‹have›", ‹handler›);
        ⟦→process.on("‹add›", ‹handler›);⟧
        queue.process(handle‹Thing›);
      }
      `,
    ],
  }),
  sketched("run-command-in-folder", {
    seen: [
      "={textCommand} runs in the wrong [folder|directory], [it should be {dir}|must be {dir}]",
      "run {textCommand} in {dir}",
      "=cwd [of|for] {textCommand} [should be|has to be] {dir}",
      "=the command [is started|runs] where i happen to be[,| and] not in {dir}",
      "=only works when i cd into {dir} first",
      "pass {dir} as cwd",
      "=[not a git repository|no package.json found], [it has to run|run it] in {dir}",
      "=shouldn't {textCommand} be run inside {dir}?",
      "set the working directory [of {textCommand}|of the command] to {dir}",
      "=working dir must be {dir}",
      "={textCommand} has to be called from {dir}",
      "=wrong working directory for {textCommand}[, take {dir}| - {dir} is right]",
      "start {textCommand} [with|using] {dir} as its cwd",
    ],
    unseen: [
      "=the child should feel at home in {dir}",
      "=started from elsewhere {textCommand} fails, {dir} is its place",
    ],
    vars: {
      dir: [
        "repoDir",
        "root",
        "projectRoot",
        "workspace",
        "folder",
        "target",
        "packageDir",
        "‹thing›Dir",
        "outDir",
        "appPath",
      ],
    },
    rows: [
      [
        { command: "git status", bin: "git", list: '["status"]' },
        { command: "git pull", bin: "git", list: '["pull"]' },
        { command: "npm ci", bin: "npm", list: '["ci"]' },
        { command: "npm run build", bin: "npm", list: '["run", "build"]' },
        { command: "docker compose up", bin: "docker", list: '["compose", "up"]' },
        { command: "make", bin: "make", list: "[]" },
        { command: "tsc", bin: "tsc", list: '["-p", "."]' },
        { command: "terraform plan", bin: "terraform", list: '["plan"]' },
        { command: "pnpm install", bin: "pnpm", list: '["install"]' },
      ],
    ],
    code: [
      `
      function run(«‹dir›: string|{ ‹dir› }: Context») {
        console.log("running in", ‹dir›);
        return execSync("‹command›", { «encoding: "utf8"|stdio: "inherit"»⟦→, cwd: ‹dir›⟧ });
      }
      `,
      `
      const ‹dir› = resolve(process.argv[2] ?? ".");
      «await mkdir(‹dir›, { recursive: true });|await access(‹dir›);»
      const { stdout } = await exec("‹command›"⟦→, { cwd: ‹dir› }⟧);
      for (const ‹thing› of stdout.split("\\n")) console.log(‹thing›);
      `,
      `
      export async function prepare‹Thing›(‹dir›: string, ‹thing›: ‹Thing›) {
        const file = join(‹dir›, "‹thing:kebab›.json");
        await writeFile(file, JSON.stringify(‹thing›));
        const child = spawn("‹bin›", ‹list›, {
          stdio: "inherit",
          ⟦→cwd: ‹dir›,⟧
        });
        await once(child, "exit");
      }
      `,
      `
      ƒ async ‹thing›Version(‹dir›: string): Promise<string> {
        const { stdout } = await execFile("‹bin›", ‹list›⟦→, { cwd: ‹dir› }⟧);
        return stdout.trim();
      ƒ}
      `,
    ],
  }),
  sketched("see-output-of-child", {
    seen: [
      "=i [can't see|don't see] the output of {textCommand}",
      "=no output [from {textCommand}|while {textCommand} is running|of the child] in the terminal",
      "show the output of {textCommand} [in the terminal|on our own stdout]",
      "=stdio should be inherited[, so we see what {textCommand} does|]",
      "inherit stdio [for|in] {textCommand}",
      "={textCommand} is silent, [inherit the stdio|let it use our terminal]",
      "=colors and prompts of {textCommand} don't come through, stdio inherit",
      "=[when|if] {textCommand} fails i see nothing of [its errors|what it printed]",
      "=can {textCommand} [write|print] straight to the terminal?",
      "=[stdio: inherit|inherited stdio] [pls|would be nice] for {textCommand}",
      "={textCommand} prints nothing[ anymore|]",
      "=i want to [watch|see] what {textCommand} [says|does]",
      "pipe {textCommand} through to [our|the] terminal via stdio inherit",
    ],
    unseen: ["=we are blind while {textCommand} is at work", "connect the child to our own terminal"],
    rows: [
      [
        { command: "npm test", bin: "npm", list: '["test"]' },
        { command: "docker build .", bin: "docker", list: '["build", "."]' },
        { command: "npm run lint", bin: "npm", list: '["run", "lint"]' },
        { command: "terraform apply", bin: "terraform", list: '["apply"]' },
        { command: "git push", bin: "git", list: '["push"]' },
        { command: "cargo build", bin: "cargo", list: '["build"]' },
        { command: "vite build", bin: "vite", list: '["build"]' },
        { command: "prisma migrate deploy", bin: "prisma", list: '["migrate", "deploy"]' },
      ],
    ],
    code: [
      `
      const ‹thing› = process.argv[2];
      «process.env.CI = "1";|»
      console.log("starting", ‹thing›);
      execSync("‹command›"⟦→, { stdio: "inherit" }⟧);
      console.log("done");
      `,
      `
      function run‹Thing›(cwd: string): Promise<number> {
        return new Promise((resolve, reject) => {
          const child = spawn("‹bin›", ‹list›, { cwd⟦→, stdio: "inherit"⟧ });
          child.on("error", reject);
          child.on("«exit|close»", (code) => resolve(code ?? 1));
        });
      }
      `,
      `
      export function ‹thing›Step(root: string) {
        const result = spawnSync("‹bin›", ‹list›, {
          cwd: root,
          «env: { ...process.env, FORCE_COLOR: "1" },|shell: true,|timeout: 60000,»
          ⟦→stdio: "inherit",⟧
        });
        if (result.status !== 0) process.exit(result.status ?? 1);
      }
      `,
    ],
  }),
  sketched("short-option", {
    seen: [
      "=-{wordsShort} [doesn't work|is unknown], only --{wordsOption}",
      "add -{wordsShort} [as a short form|as an alias] for --{wordsOption}",
      "=[i'd like|i want] to [type|write] -{wordsShort} instead of --{wordsOption}",
      "=there should be a short -{wordsShort} for {option}",
      "make -{wordsShort} [work like|do the same as|stand for] --{wordsOption}",
      "=unknown option '-{wordsShort}', should be [the same as|short for] --{wordsOption}",
      "=short [flag|form|version] {short} for {option} pls",
      "=everyone tries -{wordsShort}, let it mean --{wordsOption}",
      "=can i have -{wordsShort} for {option}?",
      "give {option} the short name {short}",
      "=abbreviation for --{wordsOption}: -{wordsShort}",
      "let people use -{wordsShort} for --{wordsOption}",
      "=other tools have -{wordsShort} for --{wordsOption}, ours [should|has to] too",
      "=-{wordsShort} and --{wordsOption} should [be the same|both work]",
    ],
    unseen: [
      "=lazy fingers want -{wordsShort} in place of --{wordsOption}",
      "=too much typing: -{wordsShort} should do for --{wordsOption}",
    ],
    rows: [
      [
        { option: "verbose", short: "v", type: "boolean" },
        { option: "output", short: "o", type: "string" },
        { option: "watch", short: "w", type: "boolean" },
        { option: "port", short: "p", type: "string" },
        { option: "force", short: "f", type: "boolean" },
        { option: "quiet", short: "q", type: "boolean" },
        { option: "config", short: "c", type: "string" },
        { option: "tag", short: "t", type: "string" },
        { option: "include", short: "i", type: "string" },
        { option: "environment", short: "e", type: "string" },
        { option: "yes", short: "y", type: "boolean" },
        { option: "recursive", short: "r", type: "boolean" },
      ],
      [
        { a: "help", aType: "boolean", b: "level", bType: "string" },
        { a: "dry-run", aType: "boolean", b: "name", bType: "string" },
        { a: "strict", aType: "boolean", b: "limit", bType: "string" },
        { a: "json", aType: "boolean", b: "dir", bType: "string" },
      ],
    ],
    code: [
      `
      const { values, positionals } = parseArgs({
        allowPositionals: true,
        options: {
          "‹a›": { type: "‹aType›" },
          ‹option›: { type: "‹type›"⟦→, short: "‹short›"⟧ },
          ‹b›: { type: "‹bType›", short: "«n|l|x»" },
        },
      });

      run(positionals, values);
      `,
      `
      const OPTIONS = {
        ‹b›: { type: "‹bType›"«, default: "1"|» },
        ‹option›: { type: "‹type›"⟦→, short: "‹short›"⟧ },
      } as const;

      ƒ read‹Thing›Options(args: string[]) {
        return parseArgs({ args, options: OPTIONS }).values;
      ƒ}
      `,
      `
      const argv = yargs(hideBin(process.argv))
        .option("‹b›", { type: "«string|number»", describe: "the ‹b› of the ‹thing:words›" })
        .option("‹option›", { type: "‹type›"⟦→, alias: "‹short›"⟧ })
        .option("‹a›", { type: "‹aType›" })
        .parseSync();
      `,
      `
      program
        .argument("<‹thing:kebab›>")
        .option("--‹a›", "«some words|see the manual»")
        .option("⟦→-‹short›, ⟧--‹option›« <value>|»", "«sets|uses|says» ‹option›")
        .action(run‹Thing›);
      `,
    ],
  }),
  sketched("option-default", {
    seen: [
      "=without --{wordsOption} it should [use|take|be] {value}",
      "[default|set the default of] {option} to {value}",
      "=--{wordsOption} should be optional, {value} [by default|if missing|unless given]",
      "={option} is undefined [unless you pass it|when i don't pass it], [should be {value} then|default {value}]",
      "=the default [for|of] --{wordsOption} [is missing: {value}|should be {value}]",
      "=i don't want to type --{wordsOption} {value} [every time|all the time]",
      "assume {value} for --{wordsOption} if [nothing|none] is given",
      "=when nobody says --{wordsOption}, {value} is fine",
      "=can {option} default to {value}?",
      "=most people want {value} for --{wordsOption}, [make it the default|so that's the default]",
      "use {value} when --{wordsOption} is [missing|left out|not given]",
      "={option}: {value} unless [told otherwise|something else is given]",
      "=should {option} not just be {value} when nobody gives it?",
    ],
    unseen: [
      "=nearly all of us want {value} for --{wordsOption}, so nobody should have to say it",
      "let {option} fall back to {value}",
    ],
    rows: [
      [
        { option: "port", value: "3000" },
        { option: "port", value: "8080" },
        { option: "out", value: "dist" },
        { option: "format", value: "json" },
        { option: "level", value: "info" },
        { option: "host", value: "localhost" },
        { option: "limit", value: "50" },
        { option: "branch", value: "main" },
        { option: "locale", value: "en" },
        { option: "dir", value: "." },
        { option: "depth", value: "2" },
        { option: "registry", value: "npm" },
      ],
      [
        { a: "verbose", aType: "boolean", b: "name", bShort: "n" },
        { a: "strict", aType: "boolean", b: "token", bShort: "t" },
        { a: "quiet", aType: "boolean", b: "user", bShort: "u" },
        { a: "watch", aType: "boolean", b: "include", bShort: "i" },
      ],
    ],
    code: [
      `
      const { values } = parseArgs({
        options: {
          ‹a›: { type: "‹aType›", default: false },
          ‹option›: { type: "string"⟦→, default: "‹value›"⟧ },
          ‹b›: { type: "string", short: "‹bShort›" },
        },
      });
      run(values);
      `,
      `
      export const options = {
        ‹b›: { type: "string", short: "‹bShort›" },
        ‹option›: { type: "string"«, short: "x"|»⟦→, default: "‹value›"⟧ },
        ‹a›: { type: "‹aType›" },
      } satisfies ParseArgsConfig["options"];
      `,
      `
      program
        .name("‹thing:kebab›-tool")
        .option("--‹b› <‹b›>", "‹b› of the ‹other:words›")
        .option("--‹option› <‹option›>", "the ‹option› to use"⟦→, "‹value›"⟧)
        .option("--‹a›", "turns on ‹a›")
        .parse();
      `,
    ],
  }),
  sketched("option-required", {
    seen: [
      "=it [should|must] fail when --{wordsOption} [isn't given|is missing]",
      "make --{wordsOption} [required|mandatory]",
      "={option} is undefined deep inside when [i forget it|nobody passes it], it's [required|mandatory]",
      "=--{wordsOption} [isn't optional|is required]",
      "require --{wordsOption}",
      "=shouldn't it complain [if|when] --{wordsOption} is left out?",
      "=no run without --{wordsOption}",
      "=people forget --{wordsOption} and [get a weird error|wonder why it fails] later[. it's a required one|]",
      "=you can start it without --{wordsOption}, [that makes no sense|which can't work]",
      "=--{wordsOption} has to be given",
      "=it makes no sense without --{wordsOption}[, require it|. required]",
      "=forgetting --{wordsOption} must be an error [right away|at the start]",
      "insist on --{wordsOption}",
      "=as it is, {option} may be missing[. it mustn't|, which it must not]",
    ],
    unseen: [
      "=whoever calls it has to say --{wordsOption}, no excuses",
      "=refuse to start where --{wordsOption} was left away",
    ],
    vars: {
      option: [
        "token",
        "input",
        "target",
        "env",
        "project",
        "version",
        "bucket",
        "region",
        "user",
        "database",
        "tag",
        "url",
      ],
      b: ["limit", "format", "depth", "name"],
      a: ["quiet", "watch", "strict", "json"],
    },
    code: [
      `
      program
        .option("--‹a›", "«less|more» output")
        .⟦option→requiredOption⟧("--‹option› <‹option›>", "the ‹option› «to use|of the ‹thing:words›»")
        .option("--‹b› <‹b›>", "‹b› of the ‹other:words›", "«1|10»")
        .action(run‹Thing›);
      `,
      `
      const argv = await yargs(hideBin(process.argv))
        .option("‹b›", { type: "string", default: "«x|10»" })
        .option("‹option›", { type: "string"⟦→, demandOption: true⟧ })
        .option("‹a›", { type: "boolean" })
        .parse();
      `,
      `
      export const ‹thing›Command = new Command("‹thing:kebab›")
        .description("handles a ‹thing:words›")
        .⟦option→requiredOption⟧("-«x|n», --‹option› <value>", "‹option›")
        .option("--‹a›");

      ‹thing›Command.action(async (options) => {
        await run(options.‹option›);
      });
      `,
    ],
  }),
  sketched("flag-on-only-when-true", {
    seen: [
      "={env}=false still turns it on",
      '={env}="false" [counts as|is] true',
      '=setting {env} to [false|0] doesn\'t [turn it off|help], only "true" should [count|turn it on]',
      "={flag} is [on|true] for every value of {env}, [only true should count|even false]",
      "only turn {flag} on if {env} is [exactly|really] [true|the string true]",
      'compare {env} with "true"',
      "=[env vars are strings|any string is truthy], so {env}=false enables {flag}",
      "=why is {flag} on? i have {env}=false in my .env",
      "={flag} only with {env}=true",
      "=can't switch off {flag} with {env}=false",
      "=Boolean('false') is true, [think of|mind] {env}=false",
      "=no way to turn {flag} off via {env}",
      '=even {env}=0 [switches on|enables] {flag}[, only "true" should|]',
      "enable {flag} for {env}=true only",
    ],
    unseen: [
      "=our ops people wrote {env}=false and got {flag} anyway",
      "have nothing but true switch {flag} on through {env}",
    ],
    rows: [
      [
        { env: "DEBUG", flag: "debug" },
        { env: "ENABLE_CACHE", flag: "cacheEnabled" },
        { env: "DRY_RUN", flag: "dryRun" },
        { env: "USE_TLS", flag: "tls" },
        { env: "VERBOSE", flag: "verbose" },
        { env: "MAINTENANCE", flag: "maintenance" },
        { env: "TRUST_PROXY", flag: "trustProxy" },
        { env: "SKIP_MIGRATIONS", flag: "skipMigrations" },
        { env: "TELEMETRY", flag: "telemetry" },
        { env: "FEATURE_SEARCH", flag: "searchEnabled" },
      ],
    ],
    vars: { start: ["Boolean(process.env.‹env›)", "!!process.env.‹env›"] },
    code: [
      `
      export const «config|settings|env» = {
        «region: process.env.REGION ?? "eu",|name: "‹thing:kebab›",»
        ‹flag›: ⟦‹start›→process.env.‹env› === "true"⟧,
        «hasToken: Boolean(process.env.API_TOKEN),|port: Number(process.env.PORT ?? 3000),»
      };
      `,
      `
      const ‹thing›Url = process.env.«BASE|API|HOME»_URL;
      const ‹flag› = ⟦‹start›→process.env.‹env› === "true"⟧;

      ƒ start‹Thing›() {
        if (‹flag›) console.log("«on|‹flag:words›»");
        return connect(‹thing›Url, { ‹flag› });
      ƒ}
      `,
      `
      function read‹Thing›Options(): ‹Thing›Options {
        return {
          ‹flag›: ⟦‹start›→process.env.‹env› === "true"⟧,
          «proxied: !!process.env.HTTP_PROXY,|»
          retries: Number(process.env.RETRIES ?? «2|3|5»),
        };
      }
      `,
    ],
  }),
  sketched("no-shell-for-command", {
    seen: [
      "=a {arg} with [spaces|a space in it] breaks the command[, use execFile|]",
      "=shell injection through {arg}[, use execFile|]",
      "=security: {arg} goes into a shell[. use execFile with arguments|]",
      "use execFile instead of exec[, {arg} comes from the user|]",
      '=[someone could pass|what if someone passes] "; rm -rf ~" as {arg}?! execFile please',
      "pass {arg} as an argument, not through the shell",
      "={arg} [isn't escaped|needs escaping], execFile with an array would be safe",
      "=execFile, not exec, because of {arg}",
      "don't [build a shell command out of {arg}|paste {arg} into a shell command], use execFile",
      "=no shell needed [here|for this], execFile [does it|is enough]",
      "=command injection[ possible|]: {arg}",
      "=a quote in {arg} [ends|breaks] the command line, [execFile wouldn't care|use execFile]",
      "=semgrep complains about {arg} in exec[, execFile is fine|, wants execFile]",
    ],
    unseen: [
      "=pen test: {arg} ends up in /bin/sh. hand it over as an argument of execFile",
      "=quotes in {arg} make the command fall apart",
    ],
    vars: {
      arg: ["branch", "path", "name", "message", "ref", "target", "version", "filter", "host", "folder"],
    },
    rows: [
      [
        { bin: "git", words: "log", list: '"log"' },
        { bin: "git", words: "checkout", list: '"checkout"' },
        { bin: "tar", words: "-xzf", list: '"-xzf"' },
        { bin: "npm", words: "view", list: '"view"' },
        { bin: "docker", words: "rm -f", list: '"rm", "-f"' },
        { bin: "git", words: "commit -m", list: '"commit", "-m"' },
        { bin: "convert", words: "-strip", list: '"-strip"' },
        { bin: "ping", words: "-c 1", list: '"-c", "1"' },
        { bin: "ffprobe", words: "-hide_banner", list: '"-hide_banner"' },
      ],
    ],
    code: [
      `
      import { ⟦execSync→execFileSync⟧ } from "node:child_process";

      ƒ run‹Thing›(‹arg›: string): string {
        ‹fill›
        return ⟦execSync(´‹bin› ‹words› €{‹arg›}´→execFileSync("‹bin›", [‹list›, ‹arg›]⟧, { encoding: "utf8" });
      ƒ}
      `,
      `
      import { ⟦exec→execFile⟧ } from "node:child_process";
      import { promisify } from "node:util";

      const run = promisify(⟦exec→execFile⟧);

      export async function ‹thing›Of(‹arg›: string) {
        const { stdout } = await run(⟦´‹bin› ‹words› €{‹arg›}´→"‹bin›", [‹list›, ‹arg›]⟧);
        return stdout.«trim()|split("\\n")»;
      }
      `,
      `
      import { ⟦exec→execFile⟧ } from "child_process";

      export function load‹Thing›(‹arg›: string, done: (text: string) => void) {
        ⟦exec(´‹bin› ‹words› €{‹arg›}´→execFile("‹bin›", [‹list›, ‹arg›]⟧, (error, stdout) => {
          if (error) throw error;
          done(stdout);
        });
      }
      `,
    ],
  }),
];

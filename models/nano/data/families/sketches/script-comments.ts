import { sketched } from "./sketch.ts";

/** What people ask of comments, documentation and what was left behind in the code. */
export const SCRIPT_COMMENTS = [
  sketched("comment-gives-wrong-number", {
    seen: [
      "=the comment [lies|is wrong], it's {wordsRight} {wordsUnit} [now|in the code]",
      "=comment says {wordsWrong} {wordsUnit}, code says {wordsRight}[. the code is right|, and the code's right]",
      "[fix|correct] the comment, it's {wordsRight} {wordsUnit}",
      "=outdated comment: {wordsRight} {wordsUnit}, not {wordsWrong}",
      "=the comment about {wordsWrong} {wordsUnit} [is stale|doesn't match], should say {wordsRight}",
      "[update|change] the comment to {wordsRight} {wordsUnit}",
      "=[shouldn't the comment|doesn't the comment have to] say {wordsRight}?",
      "=the {wordsWrong} in the comment is [a leftover|from an older version], we use {wordsRight}",
      "=comment and code [disagree|differ], {wordsRight} is correct",
      "correct the number in the comment [({wordsRight})|to {wordsRight}]",
      "=don't trust the comment: {wordsRight} is right, not {wordsWrong}",
      "=somebody changed it to {wordsRight} {wordsUnit} and [left|forgot] the comment",
      "=code: {wordsRight}, comment: {wordsWrong}",
      "make the comment say {wordsRight} {wordsUnit}",
    ],
    unseen: [
      "=i was misled by the words above the value, {wordsWrong} should be {wordsRight} there",
      "=whoever reads the remark above believes in {wordsWrong} {wordsUnit}, though {wordsRight} is what happens",
    ],
    rows: [
      [
        {
          name: "TIMEOUT",
          right: "30",
          wrong: "10",
          unit: "seconds",
          value: "30 * 1000",
          what: "Give up after",
        },
        {
          name: "CACHE_TTL",
          right: "5",
          wrong: "10",
          unit: "minutes",
          value: "5 * 60 * 1000",
          what: "Entries live for",
        },
        { name: "MAX_RETRIES", right: "3", wrong: "5", unit: "attempts", value: "3", what: "Stop after" },
        { name: "PAGE_SIZE", right: "50", wrong: "25", unit: "rows", value: "50", what: "Each page has" },
        {
          name: "SESSION_TTL",
          right: "12",
          wrong: "24",
          unit: "hours",
          value: "12 * 60 * 60 * 1000",
          what: "Log people out after",
        },
        {
          name: "MIN_LENGTH",
          right: "12",
          wrong: "8",
          unit: "characters",
          value: "12",
          what: "Passwords need at least",
        },
        { name: "BATCH_SIZE", right: "200", wrong: "100", unit: "records", value: "200", what: "We send" },
        { name: "MAX_DEPTH", right: "6", wrong: "4", unit: "levels", value: "6", what: "Goes down at most" },
        {
          name: "RETENTION",
          right: "90",
          wrong: "30",
          unit: "days",
          value: "90 * DAY",
          what: "Logs are kept for",
        },
        {
          name: "MAX_SIZE",
          right: "20",
          wrong: "10",
          unit: "megabytes",
          value: "20 * MB",
          what: "Refuse more than",
        },
      ],
    ],
    code: [
      `
      // «Used by the ‹other:words› service.|See the ‹thing:words› docs.»
      const ‹other:CONST›_LIMIT = «10|100|7»;

      // ‹what› ⟦‹wrong›→‹right›⟧ ‹unit›«.|»
      const ‹name› = ‹value›;

      ƒ open‹Thing›(id: string) {
        return load‹Thing›(id, ‹name›, ‹other:CONST›_LIMIT);
      ƒ}
      `,
      `
      /** Settings of the ‹thing:words› worker. */
      export const settings = {
        /** ‹what› ⟦‹wrong›→‹right›⟧ ‹unit›. */
        ‹name›: ‹value›,
        /** In pixels. */
        WIDTH: «320|640|10»,
      };
      `,
      `
      export class ‹Thing›Client {
        // ‹what› ⟦‹wrong›→‹right›⟧ ‹unit›, «see the docs|as agreed with the ‹other:words› team».
        static readonly ‹name› = ‹value›;

        constructor(private readonly url: string) {}

        // Only for tests.
        reset() {
          this.count = 0;
        }
      }
      `,
    ],
  }),
  sketched("doc-names-old-parameter", {
    seen: [
      "=the doc still [says|mentions|talks about] {old}, the parameter is {name} now",
      "=@param {old} [doesn't exist|is wrong][, it's called {name}|. {name} it is]",
      "rename {old} in the [jsdoc|doc comment] to {name}",
      "=jsdoc is [out of date|outdated], {old} is {name} now",
      "=[tsdoc|eslint] complains: @param {old} isn't a parameter. should be {name}",
      "fix the @param name, {name} instead of {old}",
      "=docs and signature don't match: {old} vs {name}",
      "=shouldn't the doc say {name}? [there's no|nothing is called] {old}",
      "=somebody renamed {old} to {name} but forgot the comment",
      "[update|correct|mend] the @param",
      "=[wrong|stale|old] name in the jsdoc ({old})",
      "={old} was renamed to {name}, the doc [wasn't|doesn't know]",
      "=hovering shows {old}, [not|instead of] {name}",
      "=the @param for {name} still has the old name",
    ],
    unseen: [
      "=editors show no help for {name}, since what's written above is about {old}",
      "bring the doc up to date with the signature",
    ],
    rows: [
      [
        { old: "user", name: "account", about: "who is asking" },
        { old: "id", name: "slug", about: "which one to load" },
        { old: "opts", name: "options", about: "how to do it" },
        { old: "cb", name: "callback", about: "called when done" },
        { old: "path", name: "file", about: "where to read from" },
        { old: "time", name: "timeout", about: "in milliseconds" },
        { old: "str", name: "text", about: "what to look at" },
        { old: "arr", name: "values", about: "in any order" },
        { old: "max", name: "limit", about: "how many at most" },
        { old: "from", name: "start", about: "the first day" },
        { old: "url", name: "endpoint", about: "without a slash at the end" },
      ],
    ],
    vars: { second: ["force", "signal", "depth", "locale", "retries", "mode"] },
    code: [
      `
      /**
       * «Loads|Finds|Opens» a ‹thing:words›.
       *
       * @param ⟦‹old›→‹name›⟧ ‹about›
       * @param ‹second› «optional|see above»
       */
      ƒ load‹Thing›(‹name›: «string|Source», ‹second›?: «number|boolean») {
        return find‹Thing›(‹name›, ‹second›);
      ƒ}
      `,
      `
      /** Works on ‹things:words›. */
      export class ‹Thing›Service {
        /**
         * «Runs|Starts» it.
         * @param ‹second› what else is needed
         * @param ⟦‹old›→‹name›⟧ ‹about›
         * @returns the ‹thing:words›
         */
        async run(‹second›: unknown, ‹name›: «string|Input»): Promise<‹Thing›> {
          await this.prepare(‹second›);
          return this.execute(‹name›);
        }
      }
      `,
      `
      /**
       * ‹Thing:Words› «helper|tool».
       * @param {string} ⟦‹old›→‹name›⟧ - ‹about›
       * @returns {boolean}
       */
      export const is‹Thing› = (‹name›) => {
        const found = ‹things›.find((one) => one.‹second› === ‹name›);
        return found !== undefined;
      };
      `,
    ],
  }),
  sketched("leftover-debug-output", {
    seen: [
      "=there's [a debug log|debug output|a console.log] left[ in here|]",
      "=it prints {textMark} [all the time|on every call]",
      "remove the {textMark} [log|output|line]",
      "=[leftover|forgotten] {textMark}",
      "=who left {textMark} in there? [take it out|out with it]",
      "remove the debug [log|line|output]",
      "=our logs are full of {textMark}",
      "=the {textMark} log [can go|isn't needed any more|was only for debugging]",
      "=please no {textMark} in production",
      "=debugging is done, {textMark} can go",
      "=what's {textMark} on my terminal?",
      "=debug output {textMark} [slipped in|was committed|is still there]",
      "=i see {textMark} whenever i run it",
      "get rid of {textMark}",
      "=noise on the console: {textMark}",
    ],
    unseen: [
      "=someone hunted a bug here and left his traces: {textMark}",
      "stop it from shouting {textMark}",
    ],
    vars: {
      mark: [
        "HERE",
        "xxx",
        "test",
        ">>>",
        "got here",
        "!!!",
        "foo",
        "debug",
        "aaa",
        "WTF",
        "===",
        "1",
        "DEBUG:",
        "hello",
      ],
      what: ["‹thing›", "‹thing›.id", "result", "typeof ‹thing›", "arguments.length", "new Error().stack"],
    },
    code: [
      `
      ƒ async save‹Thing›(‹thing›: ‹Thing›) {
        const result = await db.‹things›.insert(‹thing›);
        ⟦console.log("‹mark›", ‹what›);→⟧
        «logger.info|console.info»("‹thing:words› saved");
        return result;
      ƒ}
      `,
      `
      async function main(args: string[]) {
        console.log("reading ‹things:words›");
        for (const ‹thing› of await read‹Things›(args)) {
          ⟦console.log("‹mark›");→⟧
          await import‹Thing›(‹thing›);
        }
        console.log("done");
      }
      `,
      `
      export class ‹Thing›Parser {
        parse(text: string): ‹Thing› {
          const result = this.tokens(text).reduce(merge, create‹Thing›());
          ⟦console.«log|warn|error»("‹mark›", result);→⟧
          if (this.verbose) console.error("«parsed|read»", text.length, "characters");
          return result;
        }
      }
      `,
    ],
  }),
  sketched("no-commented-out-code", {
    seen: [
      "=[the commented out code|commented out code] can go",
      "remove the [commented out code|code that is commented out|dead code in the comments]",
      "=[we have git|git remembers], no need to keep [old code in comments|commented out code]",
      "=there's code commented out[. get rid of it|, take it out]",
      "delete the old code in the comment[s|]",
      "=code in comments doesn't belong there",
      "=nobody needs the commented lines any more",
      "=why is there commented out code in [here|this file]?",
      "=reviewer: drop the dead commented code",
      "clean up the [disabled|commented] code",
      "=lint: commented-out code",
      "=[dead|old] code behind // [is confusing|only confuses]",
      "=what's that commented stuff [for|good for]?",
      "[clear out|delete] what's commented out, real comments stay",
      "=sonar: remove this commented out code",
      "=please no code in comments",
    ],
    unseen: [
      "=old attempts behind slashes are just noise, version control has them",
      "tidy away what has been disabled with slashes",
    ],
    vars: {
      old: [
        "await legacy.save(‹thing›);",
        "const old = get‹Thing›V1(id);",
        "‹thing›.name = ‹thing›.title;",
        "if (!‹thing›.valid) return null;",
        "return cache.get(‹thing›.id);",
        'console.time("‹thing›");',
        "this.notify(‹thing›);",
        'throw new Error("todo");',
        "‹things›.sort((a, b) => a.id - b.id);",
      ],
    },
    code: [
      `
      // Called by the ‹other:words› job.
      ƒ async update‹Thing›(‹thing›: ‹Thing›) {
        ⟦// ‹old›→⟧
        await store.put(‹thing›); // «keeps the id|overwrites the last one»
        return ‹thing›;
      ƒ}
      `,
      `
      export class ‹Thing›Job {
        // Runs every «night|hour».
        async run() {
          const ‹things› = await this.load();
          ⟦// for (const ‹thing› of ‹things›) {
          //   ‹old›
          // }→⟧
          await this.process(‹things›);
        }
      }
      `,
      `
      const ‹things› = await read‹Things›("«data|input».json");
      // The newest is first.
      const [‹thing›] = ‹things›;
      ⟦// ‹old›
      // show(‹thing›);→⟧
      print(‹thing›);
      `,
    ],
  }),
  sketched("typo-in-message", {
    seen: [
      "=typo in the [error text|message] ({wordsWrong})",
      "=there's a typo[ in the text| in the error|]",
      "=[spelling|it's]: {wordsRight}",
      "fix the [typo|spelling mistake|spelling]",
      "=it says {wordsWrong}[, should be {wordsRight}|]",
      "=a customer [noticed|found] a spelling mistake[: {wordsWrong}|]",
      "={wordsWrong} is [misspelled|spelled wrong|a typo]",
      "=isn't that spelled {wordsRight}?",
      "correct the spelling of {wordsWrong}",
      "=embarrassing typo in there, {wordsWrong}",
      "={wordsWrong} should [read|be] {wordsRight}",
      "={wordsRight} is what it should say",
      "=typo: {wordsWrong}",
      "=wrong spelling in a text users see",
      "=shouldn't that be {wordsRight}?",
      "spell {wordsRight} correctly",
    ],
    unseen: [
      "=i get {wordsWrong} on my screen, does nobody proofread?",
      "=my english teacher would mark {wordsWrong} in red",
    ],
    rows: [
      [
        { wrong: "recieved", right: "received", before: "nothing was", after: "from the server" },
        { wrong: "occured", right: "occurred", before: "an error", after: "while saving" },
        { wrong: "succesfully", right: "successfully", before: "saved", after: "in the store" },
        { wrong: "seperate", right: "separate", before: "please use", after: "lines" },
        { wrong: "adress", right: "address", before: "this", after: "is not valid" },
        { wrong: "neccessary", right: "necessary", before: "a token is", after: "for this" },
        { wrong: "definately", right: "definitely", before: "this is", after: "wrong" },
        { wrong: "existant", right: "existent", before: "non", after: "key" },
        { wrong: "lenght", right: "length", before: "wrong", after: "of the key" },
        { wrong: "reponse", right: "response", before: "empty", after: "from upstream" },
        { wrong: "paramter", right: "parameter", before: "a", after: "is missing" },
        { wrong: "enviroment", right: "environment", before: "unknown", after: "given" },
        { wrong: "begining", right: "beginning", before: "back to the", after: "of the file" },
        { wrong: "untill", right: "until", before: "waiting", after: "it is ready" },
        { wrong: "priviledges", right: "privileges", before: "you lack the", after: "to do so" },
        { wrong: "dependant", right: "dependent", before: "still", after: "on others" },
        { wrong: "maintainance", right: "maintenance", before: "down for", after: "today" },
        { wrong: "accross", right: "across", before: "shared", after: "all users" },
        { wrong: "tommorow", right: "tomorrow", before: "try again", after: "or later" },
        { wrong: "publically", right: "publicly", before: "not visible", after: "yet" },
      ],
    ],
    code: [
      `
      ƒ check‹Thing›(‹thing›: ‹Thing›) {
        if (!‹thing›.id) throw new Error("«id is missing|no id»");
        if (‹thing›.«locked|failed|state === "bad"») {
          throw new Error("‹before› ⟦‹wrong›→‹right›⟧ ‹after›");
        }
        ‹fill›
        return ‹thing›;
      ƒ}
      `,
      `
      const MESSAGES = {
        empty: "Nothing there",
        ‹thing›: "‹before:Pascal› ⟦‹wrong›→‹right›⟧ ‹after›",
        ‹other›: "Please choose a ‹other:words›",
      };
      `,
      `
      app.post("/‹things:kebab›", async (req, res) => {
        const ‹thing› = await ‹things›.create(req.body);
        if (!‹thing›) return res.status(«400|422|500»).json({ message: "‹before› ⟦‹wrong›→‹right›⟧ ‹after›" });
        res.status(201).json(‹thing›);
      });
      `,
      `
      export class ‹Thing›Command {
        async run(id: string) {
          console.log("opening", id);
          await this.open(id);
          console.«log|error|warn»(´‹before› ⟦‹wrong›→‹right›⟧ ‹after› (€{id})´);
        }
      }
      `,
    ],
  }),
  sketched("finished-todo", {
    seen: [
      "=the todo is done[, remove it|. it can go|]",
      "remove the todo[, it's done| comment|]",
      "=that TODO [isn't needed any more|was done long ago]",
      "=we've already done [what the todo says|that todo]",
      "delete the [old|stale|outdated] TODO",
      "=stale TODO in there",
      "=no todo left here, so the comment is [wrong|misleading]",
      "=TODO {textTodo} [is done|has been done|can go]",
      "=why is there still a todo? [it's done|all done]",
      "drop the comment {textTodo}",
      "={textTodo}: done, so remove the comment",
      "=that's implemented, the todo [is outdated|can be deleted]",
      "=lint warns about the todo, [it's obsolete anyway|which is done]",
      "take the [done|finished|obsolete] todo out",
    ],
    unseen: [
      "=what {textTodo} asks for has happened meanwhile",
      "clear away the reminder, there's nothing left to do",
    ],
    vars: {
      todo: [
        "handle errors",
        "add tests",
        "remove after the migration",
        "use the new api",
        "cache this",
        "rename",
        "make this async",
        "validate the input",
        "support more than one ‹other:words›",
        "ask the ‹thing:words› team",
      ],
      mark: ["TODO: ", "TODO ", "todo: ", "FIXME: ", "TODO(‹who›): "],
      who: ["anna", "tom", "me", "jl"],
    },
    code: [
      `
      // «Only|Just» for admins.
      ƒ async open‹Thing›(id: string) {
        ⟦// ‹mark›‹todo›→⟧
        const ‹thing› = await find‹Thing›(id);
        return ‹thing› ?? null; // «null when gone|never throws»
      ƒ}
      `,
      `
      export class ‹Thing›Queue {
        // Oldest first.
        private ‹things›: ‹Thing›[] = [];

        ⟦// ‹mark›‹todo›→⟧
        async flush() {
          for (const ‹thing› of this.‹things›.splice(0)) await this.send(‹thing›);
        }
      }
      `,
      `
      import { ‹thing›Schema } from "./‹thing:kebab›.ts";

      export const handler = async (body: unknown) => {
        const ‹thing› = ‹thing›Schema.parse(body);
        // See RFC «7807|9457».
        if (‹thing›.«closed|archived») return problem(409);
        ⟦// ‹mark›‹todo›→⟧
        return store(‹thing›);
      };
      `,
    ],
  }),
];

import { sketched } from "./sketch.ts";

const FAILING_CALLS = [
  {
    fn: "convert",
    args: '10, "EUR", "XXX"',
    title: "rejects unknown currencies",
    message: "unknown currency",
  },
  { fn: "fetchUser", args: '"nobody"', title: "rejects when the user does not exist", message: "not found" },
  { fn: "login", args: '"ada", "wrong"', title: "refuses a wrong password", message: "invalid credentials" },
  { fn: "loadConfig", args: '"missing.json"', title: "fails without a file", message: "no such file" },
  {
    fn: "parseUpload",
    args: "Buffer.alloc(0)",
    title: "does not accept empty uploads",
    message: "empty file",
  },
  { fn: "reserve", args: '"A1", 0', title: "throws for zero seats", message: "at least one seat" },
  { fn: "sendMail", args: '{ to: "" }', title: "needs a recipient", message: "recipient is missing" },
  { fn: "resolvePath", args: '"../../etc"', title: "stays in its folder", message: "outside of root" },
  { fn: "applyCoupon", args: 'cart, "OLD"', title: "rejects expired coupons", message: "coupon has expired" },
  {
    fn: "connect",
    args: '"localhost", 1',
    title: "gives up on a closed port",
    message: "connection refused",
  },
  { fn: "decrypt", args: 'payload, "bad-key"', title: "errors on the wrong key", message: "bad key" },
  { fn: "compile", args: '"let = 1"', title: "reports syntax errors", message: "unexpected token" },
];

/** What people ask of the expectations in their tests. */
export const TEST_ASSERTIONS = [
  sketched("await-promise-assertion", {
    seen: [
      "=[this|the] test passes [even though it should fail|whatever {fn} does|no matter what]",
      "=test is green [although|even if] {fn} [doesn't throw|no longer rejects]",
      "=the [promise assertion|expect with rejects|rejects check] isn't awaited",
      "=i broke {fn} on purpose and {textTitle} [still passes|is still green|didn't notice]",
      "=missing await [in the test|before the expect|on the rejects]",
      "await the expect[ pls|]",
      "[wait for|await] the [rejection|assertion] [in|inside] {textTitle}",
      "=[the test|{textTitle}] ends before [the promise is settled|the assertion has run]",
      "=eslint: promises must be awaited[, in the test|]",
      "=[why|how come] does {textTitle} never fail?",
      "=false positive: nobody waits for [that expect|the assertion in {textTitle}]",
      "=unhandled rejection shows up after the tests, from {textTitle}",
      "=should[n't| not] the expect[ation|] in {textTitle} be awaited?",
      "=[bug in the test|test bug]: the assertion [is never waited for|runs too late]",
    ],
    unseen: [
      "=vitest warns that a promise returned by an assertion was dropped on the floor",
      "have the test {textTitle} hold on until its check has been made",
    ],
    vars: { it: ["it", "test"], good: ["sample", "input", "valid", "fixture"] },
    rows: [FAILING_CALLS],
    code: [
      `
      describe("‹fn›", () => {
        ‹it›("«works|gives a result|accepts good input»", async () => {
          await expect(‹fn›(‹good›)).resolves.«toBeDefined()|toBeTruthy()|not.toBeNull()»;
        });

        ‹it›("‹title›", ⟦→async ⟧() => {
          ⟦→await ⟧expect(‹fn›(‹args›)).rejects.toThrow(«"‹message›"|»);
        });
      });
      `,
      `
      ‹it›("‹title›", ⟦→async ⟧() => {
        const ‹thing›Service = new ‹Thing›Service(«db|fakeStore|createTestDb()|»);
        «vi.spyOn(console, "error").mockImplementation(() => {});|»
        ⟦→await ⟧expect(‹thing›Service.‹fn›(‹args›)).rejects.«toThrow("‹message›")|toBeInstanceOf(Error)|toMatchObject({ message: "‹message›" })»;
      });
      `,
      `
      ‹it›("‹title›", async () => {
        const ‹good› = await make‹Thing›(«{ id: 7 }|"a"|»);
        ‹fill›
        ⟦→await ⟧expect(‹fn›(‹args›)).rejects.toThrow("‹message›");
        «await remove‹Thing›(‹good›);|»
      });
      `,
      `
      import { expect, ‹it› } from "vitest";
      import { ‹fn› } from "«./‹fn:kebab›|../src/‹fn:kebab›»";

      ‹it›("‹title›", ⟦→async ⟧() => {
        «const started = Date.now();|»
        ⟦→await ⟧expect(() => ‹fn›(‹args›)).rejects.toThrow(«/‹message›/|"‹message›"»);
      });

      ‹it›("«has a name|is a function»", () => {
        expect(‹fn›.name).toBe("‹fn›");
      });
      `,
    ],
  }),
  sketched("compare-with-tolerance", {
    seen: [
      "=expected {result} to be {number} but got {wordsNumber}0000000004",
      "=the test fails because of [floating point|float precision|0.1 + 0.2]",
      "compare [{result}|{wordsResult}] with [a tolerance|some tolerance]",
      "use toBeCloseTo for [{result}|{number}|the {wordsResult}]",
      "=[floating point|rounding] noise makes the [test|{result} check] fail",
      "=should be toBeCloseTo, [these are floats|floats are never exact|{number} is a float]",
      "=the {wordsResult} is off by 0.0000000001[ and the test goes red|, which is fine]",
      "=can the test be less strict about the last digits of {result}?",
      "=shouldn't compare floats with [toBe|exact equality], {result} i mean",
      "=flaky: {result} is sometimes {wordsNumber}0000001",
      "=float comparison[, needs a tolerance| → toBeCloseTo]",
      "=[nearly|about] {number} is good enough for {result}",
      "=0.30000000000000004 again[, use toBeCloseTo|]",
      "=[the|our] test of {result} [is too picky|wants too many digits]",
      "=exact comparison of {result} [can't work with floats|breaks on the build server]",
      "allow a tiny difference [for|in] {result}",
    ],
    unseen: [
      "=the check of {wordsResult} is too exact for decimals",
      "don't insist on every last bit of {result} in the assertion",
    ],
    vars: {
      it: ["it", "test"],
    },
    rows: [
      [
        { fn: "addTax", result: "gross", args: "19.99, 0.2", number: "23.988" },
        { fn: "average", result: "mean", args: "[0.1, 0.2, 0.6]", number: "0.3" },
        { fn: "cartTotal", result: "total", args: "items", number: "30.1" },
        { fn: "celsiusToKelvin", result: "kelvin", args: "21.4", number: "294.55" },
        { fn: "distance", result: "km", args: "berlin, paris", number: "878.4" },
        { fn: "interestFor", result: "interest", args: "100, 0.035", number: "3.5" },
        { fn: "scale", result: "width", args: "box, 1.1", number: "13.2" },
        { fn: "discounted", result: "price", args: "49.9, 15", number: "42.415" },
        { fn: "share", result: "ratio", args: "3, 7", number: "0.43" },
        { fn: "toRadians", result: "angle", args: "36", number: "0.628" },
      ],
    ],
    code: [
      `
      ‹it›("«computes the ‹result:words›|‹fn:words› works|is right»", () => {
        const ‹result› = ‹fn›(‹args›);
        expect(‹result›).⟦toBe→toBeCloseTo⟧(‹number›);
      });
      `,
      `
      describe("‹fn›", () => {
        ‹it›("«handles nothing|is zero for nothing»", () => {
          expect(‹fn›()).toBe(0);
        });

        ‹it›("gives the ‹result:words›", () => {
          const ‹result› = ‹fn›(‹args›);
          «expect(typeof ‹result›).toBe("number");|»
          expect(‹result›).⟦«toBe|toEqual»→toBeCloseTo⟧(‹number›);
        });
      });
      `,
      `
      ‹it›("fills in the ‹result:words›", async () => {
        const { ‹result›, count, name } = await ‹fn›(‹args›);
        expect(‹result›).⟦«toBe|toStrictEqual|toEqual»→toBeCloseTo⟧(‹number›);
        expect(count).toBe(«1|2|3»);
        «expect(name).toBe("‹thing›");|»
      });
      `,
    ],
  }),
  sketched("equal-not-identical", {
    seen: [
      "=the test says [serializes to the same string|no visual difference] for {result}",
      "=deep equality would be enough for {result}",
      "=[toBe|the test] compares [by reference|identity], {result} is a new {wordsKind}",
      "=should be toEqual[, it's {wordsKindArticle}|, not toBe]",
      "use toEqual for [{result}|the {wordsKind}]",
      "compare {result} [by value|deeply|by its contents]",
      "=[the test fails|red test] although {result} [looks right|has exactly the same contents]",
      "=Object.is equality on {wordsKindArticle} [can't work|never holds|always fails]",
      "=why does the {result} test fail, expected and received are [identical|the same]?!",
      "=deep equality for {result} please, it's {wordsKindArticle}",
      "=two {wordsKind}s are never ===[, so the assertion on {result} can't pass|]",
      "=toBe checks [identity|for the same reference][, but {result} is built anew|]",
      "=compared with === it'll [never|not] pass, {result} needs [deep equality|toEqual]",
      "=wrong matcher for {result}",
      "switch the matcher of {result} to [toEqual|deep equality]",
      "=jest [tells me to|says i should] use toEqual for {result}",
    ],
    unseen: [
      "=received and expected print the same but {result} still doesn't pass",
      "check what's in {result} rather than whether it's the very same {wordsKind}",
    ],
    vars: { it: ["it", "test"] },
    rows: [
      [
        {
          fn: "parseArgs",
          args: '["--watch"]',
          result: "options",
          kind: "object",
          kindArticle: "an object",
          value: "{ watch: true }",
        },
        {
          fn: "splitTags",
          args: '"a, b"',
          result: "tags",
          kind: "array",
          kindArticle: "an array",
          value: '["a", "b"]',
        },
        {
          fn: "toPoint",
          args: '"3,4"',
          result: "point",
          kind: "object",
          kindArticle: "an object",
          value: "{ x: 3, y: 4 }",
        },
        {
          fn: "range",
          args: "1, 4",
          result: "numbers",
          kind: "array",
          kindArticle: "an array",
          value: "[1, 2, 3]",
        },
        {
          fn: "groupByDay",
          args: "events",
          result: "days",
          kind: "object",
          kindArticle: "an object",
          value: "{ mon: 2, tue: 1 }",
        },
        {
          fn: "sortedNames",
          args: "people",
          result: "names",
          kind: "array",
          kindArticle: "an array",
          value: '["Ada", "Grace"]',
        },
        {
          fn: "mergeHeaders",
          args: "base, extra",
          result: "headers",
          kind: "object",
          kindArticle: "an object",
          value: '{ accept: "json" }',
        },
        {
          fn: "decodeToken",
          args: "token",
          result: "claims",
          kind: "object",
          kindArticle: "an object",
          value: '{ sub: "42" }',
        },
        {
          fn: "listFiles",
          args: '"fixtures"',
          result: "files",
          kind: "array",
          kindArticle: "an array",
          value: '["one.txt"]',
        },
      ],
    ],
    code: [
      `
      ‹it›("«works|returns the ‹result:words›|does what it says»", () => {
        const ‹result› = ‹fn›(‹args›);
        expect(‹result›).⟦toBe→toEqual⟧(‹value›);
      });
      `,
      `
      describe("‹fn›", () => {
        ‹it›("has ‹result:words›", async () => {
          const ‹thing› = await load‹Thing›();
          const ‹result› = ‹fn›(‹args›);
          expect(‹thing›.«count|size|version»).toBe(«1|2|3»);
          expect(‹result›).⟦toBe→toEqual⟧(‹value›);
          expect(‹thing›.name).toBe("«demo|first|test»");
        });
      });
      `,
      `
      ‹it›("leaves its input alone", () => {
        const before = JSON.stringify(‹things›);
        const ‹result› = ‹fn›(‹args›);
        expect(JSON.stringify(‹things›)).toBe(before);
        expect(‹result›).⟦toBe→toEqual⟧(‹value›);
      });
      `,
    ],
  }),
  sketched("expect-throw-needs-function", {
    seen: [
      "=the error [escapes|is thrown before] the expect",
      "=toThrow [needs a function|wants a function, not a value|gets a value]",
      "=[the test|{textTitle}] [crashes|blows up|fails] with {textMessage} although that's what it expects",
      "wrap [the call|{fn}] in an arrow[ function|], toThrow [needs one|can't catch it otherwise]",
      "=[{fn} is called too early|the call has to be in a function] for toThrow",
      "=[received value must be a function|expected a function]",
      "=the exception [isn't caught by toThrow|goes right through the test]",
      "=toThrow doesn't catch [it|anything|what {fn} throws]",
      "=[why|how come] does {textTitle} fail? {fn} throws [exactly that|as it should]",
      "=should be expect(() => …)[ in {textTitle}|]",
      "=test expects the error [but|and still] dies of it",
      "pass [a callback|a function|an arrow function] to expect where it [checks the error|expects a throw]",
    ],
    unseen: [
      "=it throws the right thing but the runner reports it as a crash of {textTitle}",
      "let the matcher do the calling so it can see the exception",
    ],
    vars: { it: ["it", "test"], ok: ["5", "sample", '"ok"', "valid", "[1, 2]"] },
    rows: [
      [
        { fn: "parseAge", args: '"-3"', title: "refuses negative ages", message: "must not be negative" },
        { fn: "parsePort", args: "99999", title: "checks the range", message: "port out of range" },
        { fn: "assertString", args: "42", title: "wants a string", message: "expected a string" },
        { fn: "divide", args: "1, 0", title: "does not divide by zero", message: "division by zero" },
        { fn: "parseDate", args: '"tomorrow"', title: "rejects what is no date", message: "invalid date" },
        { fn: "createSlug", args: '""', title: "needs a title", message: "title is empty" },
        { fn: "readFlag", args: '"--nope"', title: "knows its flags", message: "unknown flag" },
        { fn: "toHex", args: "256", title: "takes bytes only", message: "not a byte" },
        { fn: "validateCart", args: "[]", title: "wants something in the cart", message: "cart is empty" },
        { fn: "findRoute", args: '"/nowhere"', title: "fails for unknown paths", message: "no such route" },
      ],
    ],
    code: [
      `
      ‹it›("‹title›", () => {
        expect(⟦→() => ⟧‹fn›(‹args›)).toThrow(«"‹message›"|/‹message›/»);
      });
      `,
      `
      describe("‹fn›", () => {
        ‹it›("«takes good input|returns something»", () => {
          expect(‹fn›(‹ok›)).«toBeDefined()|not.toBeNull()|toBeTruthy()»;
        });

        ‹it›("‹title›", () => {
          «const ‹thing› = make‹Thing›();|»
          expect(⟦→() => ⟧‹fn›(‹args›)).toThrow«Error|»("‹message›");
        });
      });
      `,
      `
      import { ‹fn› } from "../src/«‹thing:kebab›|‹fn:kebab›»";

      ‹it›("‹title›", () => {
        expect(() => ‹fn›(undefined)).toThrow();
        expect(⟦→() => ⟧‹fn›(‹args›)).toThrow(new Error("‹message›"));
        expect(() => ‹fn›(‹ok›)).not.toThrow();
      });
      `,
    ],
  }),
  sketched("assert-called-once", {
    seen: [
      "also [check|assert|make sure] that {mock} [is|was] called [only once|exactly once|once]",
      "=the test wouldn't notice if {mock} [ran|was called] twice",
      "=[exactly one|only one] call of {mock} [is ok|should be allowed], [the test should say so|assert that]",
      "=we had a bug where {mock} was called twice[ and the tests were green|, the test should catch that]",
      "=toHaveBeenCalled is too weak[ for {mock}|], [once and not more|must be exactly once]",
      "=[called times 1|toHaveBeenCalledTimes(1)] for {mock}",
      "=calling {mock} two times should fail this test",
      "=does the test check that {mock} isn't called twice? it should",
      "tighten the assertion on {mock}: [one time|once], no more",
      "=would be good to know {mock} ran just the one time",
    ],
    unseen: [
      "=a second call of {mock} slips through here, count them in the test",
      "=how often {mock} ran matters: a single time",
    ],
    vars: {
      it: ["it", "test"],
      mock: [
        "send",
        "onSave",
        "notify",
        "fetchMock",
        "logger.info",
        "mailer.send",
        "onChange",
        "track",
        "charge",
        "publish",
      ],
    },
    code: [
      `
      ‹it›("«calls back|tells the others|does its work»", async () => {
        «const ‹thing› = make‹Thing›();|»
        await «submit|handle|process»‹Thing›(‹thing›);
        expect(‹mock›).⟦toHaveBeenCalled()→toHaveBeenCalledTimes(1)⟧;
        expect(«audit|cleanUp|report»).toHaveBeenCalled();
      });
      `,
      `
      describe("‹Thing›Service", () => {
        ‹it›("«runs|works for a new ‹thing:words›»", () => {
          service.add(‹thing›);
          expect(service.«size|count»).toBe(1);
          expect(«store|cache|queue».push).toHaveBeenCalled();
          expect(‹mock›).⟦toHaveBeenCalled()→toHaveBeenCalledTimes(1)⟧;
        });

        ‹it›("«forgets|removes» it again", () => {
          service.remove(‹thing›.id);
          expect(«onRemove|bus.emit»).toHaveBeenCalled();
        });
      });
      `,
      `
      ‹it›("«reacts to a click|answers»", async () => {
        const ‹other› = await setup‹Other›(«{ quiet: true }|»);
        ‹other›.«start|open|trigger»();
        ‹fill›
        expect(‹mock›).⟦toHaveBeenCalled()→toHaveBeenCalledTimes(1)⟧;
      });
      `,
    ],
  }),
  sketched("assert-called-with", {
    seen: [
      "=the test should also [check|see] what {mock} [gets|is called with]: {arg}",
      "[check|assert] that {mock} [gets|was called with] {arg}",
      "=toHaveBeenCalled isn't enough, {mock} must [get|be called with] {arg}",
      "=nobody would notice if {mock} got something else than {arg}",
      "=it only tests that {mock} was called[ at all|], not that it was with {arg}",
      "make the assertion on {mock} stricter, the argument has to be {arg}",
      "=wrong argument for {mock} goes unnoticed, should be {arg}",
      "=can the test make sure {arg} is passed to {mock}?",
      "=called with {arg}, that's what matters about {mock}",
      "=[weak|too weak an] assertion: {mock} has to [be given|receive] {arg}[, not just be called|]",
      "=what {mock} receives [isn't checked|is not tested], [expect|it has to be] {arg}",
      "=toHaveBeenCalledWith {arg}, for {mock}",
      "replace toHaveBeenCalled on {mock} by a check of the argument, {arg}",
    ],
    unseen: [
      "=i passed garbage to {mock} and all was green. it has to receive {arg}",
      "have the spec on {mock} insist on {arg}",
    ],
    vars: {
      it: ["it", "test"],
      mock: [
        "send",
        "onSave",
        "notify",
        "navigate",
        "logger.warn",
        "mailer.send",
        "onSelect",
        "track",
        "charge",
        "publish",
        "unlink",
        "setTitle",
      ],
      arg: [
        "‹thing›",
        "‹thing›.id",
        '"‹thing›"',
        "‹thing›.«email|name|url»",
        "{ id: ‹thing›.id }",
        "«42|7|100|0»",
        '"«done|ready|/home|error»"',
        "null",
      ],
    },
    code: [
      `
      ‹it›("«passes it on|says so|goes on»", async () => {
        const ‹thing› = «make‹Thing›()|await create‹Thing›()|fixtures.‹thing›»;
        await «submit|finish|handle»‹Thing›(‹thing›);
        expect(‹mock›).⟦toHaveBeenCalled()→toHaveBeenCalledWith(‹arg›)⟧;
        expect(«cleanUp|close|done»).toHaveBeenCalled();
      });
      `,
      `
      ‹it›("«reports the ‹thing:words›|works»", () => {
        const ‹thing› = { id: «1|12|"a"», email: "a@example.com", name: "«A|Test»", url: "/a" };
        const subject = create‹Other›(«{ ‹thing› }|‹thing›»);
        subject.«run|start|next»();
        expect(«onStart|audit.write|subject.hook»).toHaveBeenCalled();
        expect(‹mock›).⟦toHaveBeenCalled()→toHaveBeenCalledWith(‹arg›)⟧;
      });
      `,
      `
      describe("«when it fails|on success|after a retry»", () => {
        ‹it›("tells the caller", async () => {
          const ‹thing› = build‹Thing›();
          await expect(run(‹thing›)).«resolves.toBeUndefined()|rejects.toThrow()»;
          expect(‹mock›).⟦toHaveBeenCalled()→toHaveBeenCalledWith(‹arg›)⟧;
          «expect(retry).not.toHaveBeenCalled();|»
        });
      });
      `,
    ],
  }),
  sketched("add-table-case", {
    seen: [
      "add a case: {input} [gives|should give|is] {output}",
      "also test [that {input} gives {output}|{input}, expecting {output}]",
      "=[there's no|we have no] test for {input}, [should be|must be|expect] {output}",
      "=what about {input}? should [give|be|come out as] {output}, add it[ to the table|]",
      "=the case {input} is missing[, with {output}|, it should give {output}]",
      "=would be good to have {input} in there as well, with {output}",
      "cover {input} too (result {output})",
      "=we had a bug with {input}: it [must|has to] be {output}. one more row pls",
      "put {input} with {output} at the end of the cases",
      "=untested: {input}[, which gives|. expected:] {output}",
      "=nobody tests {input} so far, [it has to|must] [yield|return] {output}",
      "extend the test by {input} which [gives|must become] {output}",
      "=please a case for {input}, expected is {output}",
      "=edge case: {input} should be {output}",
      "=after the last one, {input} with {output}",
    ],
    unseen: [
      "=a customer typed {input} last week, we want {output} for that, pin it down",
      "=the list of examples lacks {input} and its answer {output}",
    ],
    rows: [
      [
        { fn: "parseAmount", a: '"1"', b: "1", c: '"2.5"', d: "2.5", input: '"-5"', output: "-5" },
        { fn: "parseAmount", a: '"10"', b: "10", c: '"0.1"', d: "0.1", input: '""', output: "null" },
        { fn: "slugify", a: '"A b"', b: '"a-b"', c: '"x"', d: '"x"', input: '"  "', output: '""' },
        { fn: "slugify", a: '"A b"', b: '"a-b"', c: '"C"', d: '"c"', input: '"Ünal"', output: '"unal"' },
        { fn: "isLeap", a: "2000", b: "true", c: "2023", d: "false", input: "1900", output: "false" },
        { fn: "romanOf", a: "1", b: '"I"', c: "5", d: '"V"', input: "4", output: '"IV"' },
        { fn: "sumOf", a: "[1, 2]", b: "3", c: "[5]", d: "5", input: "[]", output: "0" },
        {
          fn: "initials",
          a: '"Ada Lovelace"',
          b: '"AL"',
          c: '"Bob"',
          d: '"B"',
          input: '"ada  lee"',
          output: '"AL"',
        },
        { fn: "extensionOf", a: '"a.png"', b: '".png"', c: '"b"', d: '""', input: '".env"', output: '""' },
        {
          fn: "parseDuration",
          a: '"5s"',
          b: "5000",
          c: '"1m"',
          d: "60000",
          input: '"2h"',
          output: "7200000",
        },
        { fn: "isEmail", a: '"a@b.c"', b: "true", c: '"a"', d: "false", input: '"a@@b.c"', output: "false" },
        { fn: "fizz", a: "3", b: '"fizz"', c: "5", d: '"buzz"', input: "15", output: '"fizzbuzz"' },
        { fn: "clampPercent", a: "-1", b: "0", c: "40", d: "40", input: "140", output: "100" },
      ],
    ],
    vars: { it: ["it", "test"], title: ["turns %s into %s", "%s is %s", "%j gives %j", "works for %s"] },
    code: [
      `
      ‹it›.each([
        [‹a›, ‹b›],
        [‹c›, ‹d›],
        ⟦→[‹input›, ‹output›],⟧
      ])("‹title›", (input, expected) => {
        expect(‹fn›(input)).toEqual(expected);
      });
      `,
      `
      ‹it›("«works|handles all of these»", () => {
        expect(‹fn›(‹a›)).toBe(‹b›);
        expect(‹fn›(‹c›)).toBe(‹d›);
        ⟦→expect(‹fn›(‹input›)).toBe(‹output›);⟧
      });
      `,
      `
      const cases = [
        { input: ‹a›, expected: ‹b› },
        { input: ‹c›, expected: ‹d› },
        ⟦→{ input: ‹input›, expected: ‹output› },⟧
      ];

      for (const { input, expected } of cases) {
        ‹it›(´‹fn› of €{input}´, () => {
          expect(‹fn›(input)).«toBe|toEqual|toStrictEqual»(expected);
        });
      }
      `,
      `
      ‹it›("‹fn›", () => {
        assert.equal(‹fn›(‹a›), ‹b›);
        assert.equal(‹fn›(‹c›), ‹d›);
        ⟦→assert.equal(‹fn›(‹input›), ‹output›);⟧
      });
      `,
    ],
  }),
];

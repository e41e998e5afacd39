import { sketched } from "./sketch.ts";

const TITLES = [
  { about: "parser", title: "parses nested lists", beside: "parses a plain list", more: "keeps comments" },
  { about: "login", title: "locks the account after three tries", beside: "logs in", more: "logs out" },
  { about: "cart", title: "adds up the prices", beside: "starts empty", more: "removes an item" },
  {
    about: "upload",
    title: "resumes after a lost connection",
    beside: "sends a small file",
    more: "shows progress",
  },
  { about: "search", title: "ignores accents", beside: "finds a word", more: "ranks by date" },
  {
    about: "router",
    title: "matches the longest path",
    beside: "matches the root",
    more: "decodes parameters",
  },
  {
    about: "cache",
    title: "expires old entries",
    beside: "returns what was stored",
    more: "counts its hits",
  },
  { about: "csv export", title: "quotes commas", beside: "writes a header", more: "ends with a line break" },
  {
    about: "calendar",
    title: "handles leap years",
    beside: "lists the days of a month",
    more: "starts on monday",
  },
  { about: "scheduler", title: "runs jobs in order", beside: "runs one job", more: "stops when told" },
  { about: "checkout", title: "applies the coupon", beside: "shows the total", more: "charges the card" },
  { about: "tokenizer", title: "reads escaped quotes", beside: "reads numbers", more: "skips blanks" },
];

const BODIES = {
  it: ["it", "test"],
  call: ["run", "setup", "render", "create", "build", "make", "load", "prepare"],
  got: ["result", "found", "output", "actual", "state"],
};

/** What people ask about running tests: what is run, what is set up before and taken down after. */
export const TEST_SETUP = [
  sketched("remove-only", {
    seen: [
      "=only one test [runs|is run|is executed]",
      "=why does ci [only run one test|skip nearly all tests] of this file?",
      "=[a leftover .only|someone forgot an only|there's still an only in there]",
      "remove the [.only|only|stray only]",
      "=[the others|all the other tests] are [skipped|not run]",
      "=the .only [must not be committed|shouldn't have been committed|slipped in]",
      "=[lint|eslint]: unexpected focused test[, {textTitle}|]",
      "=it should run all tests[ again|, not just {textTitle}]",
      "unfocus [the test|{textTitle}]",
      "=the {about} tests don't all run",
      "=coverage dropped since only {textTitle} [runs|gets run]",
      "=focused test left in",
      '=why [does vitest say|do i see] "[n|11|5] skipped" here?',
      "=somebody's .only [is still in|was committed|broke our ci]",
      "=the pipeline is green because [hardly anything|nearly nothing] runs",
      "turn the whole file on again, not just {textTitle}",
    ],
    unseen: [
      "=strange, the suite reports a single test where there used to be more",
      "=somebody was debugging {textTitle} and left it singled out",
    ],
    vars: BODIES,
    rows: [TITLES],
    code: [
      `
      describe("‹about›", () => {
        ‹it›("‹beside›", () => {
          expect(‹call›(«[]|"a"|1»)).«toBeDefined|toBeTruthy»();
        });

        ‹it›⟦.only→⟧("‹title›", async () => {
          const ‹got› = await ‹call›("«b|x|demo»");
          expect(‹got›.«length|size»).toBe(«2|3»);
        });

        ‹it›("‹more›", () => {
          expect(‹call›(«0|""|»)).not.toBeNull();
        });
      });
      `,
      `
      describe⟦.only→⟧("‹about›", () => {
        beforeEach(() => «reset|clear»‹Things›());

        ‹it›("‹title›", () => {
          expect(‹call›(‹thing›)).toEqual(«[]|{}|null»);
        });
      });

      describe("‹things›", () => {
        ‹it›("‹beside›", () => {
          expect(‹things›.length).toBeGreaterThan(0);
        });
      });
      `,
      `
      ‹it›("‹beside›", async () => {
        assert.ok(await ‹call›(‹thing›));
      });

      ‹it›("‹more›", async () => {
        ‹fill›
        assert.equal(await ‹call›(), undefined);
      });

      ‹it›⟦.only→⟧("‹title›", async () => {
        const ‹got› = await ‹call›(‹thing›, «true|{ deep: true }|3»);
        assert.deepEqual(‹got›, «[]|{ ok: true }»);
      });
      `,
    ],
  }),
  sketched("run-skipped-test", {
    seen: [
      "=the test {textTitle} is skipped[, it should run again|, why?]",
      "=why is {textTitle} [skipped|not run]? [it works now|the bug is fixed]",
      "[unskip|re-enable|run] the test {textTitle}[ again|]",
      "=the bug is fixed, so {textTitle} [can run again|doesn't have to be skipped any more]",
      "=skipped test: {textTitle}, turn it back on",
      "=we don't test {textTitle} at the moment, [should be on|please turn it on]",
      "=that test ({textTitle}) [works|passes] again, no reason to skip it",
      "take the skip off {textTitle}",
      "=shouldn't {textTitle} be running?",
      "=no skip for {textTitle} any longer",
      "=we [fixed|repaired] that, {textTitle} should be [active|switched on] again",
      "=[a skip|the skip] was left on {textTitle}",
      "=why's there a skip on {textTitle}?",
      "activate {textTitle}[ again|]",
      "=the skipped one, {textTitle}, passes on my machine now[. enable it|, so run it]",
    ],
    unseen: ["=the reason for leaving out {textTitle} is gone", "bring {textTitle} back to life"],
    vars: BODIES,
    rows: [TITLES],
    code: [
      `
      describe("‹about›", () => {
        ‹it›("‹beside›", () => {
          expect(‹call›(‹thing›)).toBe(true);
        });

        ‹it›⟦.skip→⟧("‹title›", () => {
          const ‹got› = ‹call›(‹thing›, «1|null|"x"»);
          expect(‹got›).toMatchObject({ «done: true|status: "ok"» });
        });

        ‹it›«.todo("‹more›")|.skip("‹more›", () => {
          expect(‹call›()).toBeNull();
        })»;
      });
      `,
      `
      ‹it›("‹title›", ⟦{ skip: true }, →⟧async (t) => {
        ‹fill›
        const ‹got› = await ‹call›(‹thing›);
        t.assert.«ok|deepEqual»(‹got›, «"‹thing›"|[]»);
      });

      ‹it›("‹more›", { «timeout: 2000|concurrency: true» }, async () => {
        await ‹call›(‹things›);
      });
      `,
      `
      ⟦xit→it⟧("‹title›", async () => {
        await ‹call›("‹about›");
        expect(screen.getByText("«Done|OK»")).toBeVisible();
      });

      «it|xit»("‹beside›", async () => {
        expect(await ‹call›(«2|[]»)).toBeUndefined();
      });
      `,
    ],
  }),
  sketched("skip-flaky-test", {
    seen: [
      "skip {textTitle}[ for now|, it's flaky|]",
      "=the test {textTitle} is flaky, [leave it out|don't run it] for now",
      "=[flaky|red on ci]: {textTitle}. skip it until we [know why|find out]",
      "=can we skip {textTitle}[ until it's fixed|]?",
      "[mark|set] {textTitle} as skipped",
      "=ci is red because of {textTitle}, [just skip it|skip that one]",
      "=it.skip for {textTitle}",
      "=please no {textTitle} in the next runs, it fails [half of the time|at random]",
      "=we can't release as long as {textTitle} fails, so skip that test",
      "=don't want to run {textTitle} for the moment",
      "=[random|sporadic] failures of {textTitle}, [ignore|skip] it for now",
      "=half of our builds break [because of|at] {textTitle}. skip",
      "switch {textTitle} off[ until monday|, we'll look later|]",
      "=could {textTitle} be left out for the time being?",
      "=unstable: {textTitle}[. skipping it is ok|, skip please]",
      "=it's known that {textTitle} fails, [don't run it|let's not run it] for now",
    ],
    unseen: [
      "=nobody has time to look at {textTitle} today. out of the run with it",
      "disable the spec {textTitle}",
    ],
    rows: [TITLES],
    vars: { call: BODIES.call, got: BODIES.got },
    code: [
      `
      describe("‹about›", () => {
        it("‹beside›", () => {
          expect(‹call›(‹thing›)).toBe(true);
        });

        it⟦→.skip⟧("‹title›", async () => {
          const ‹got› = await ‹call›(‹thing›);
          expect(‹got›).toEqual(«[]|"ok"»);
        });

        it("‹more›", () => {
          expect(‹call›()).toBe(false);
        });
      });
      `,
      `
      it⟦→.skip⟧("‹title›", () => {
        «const now = Date.now();|»
        expect(‹call›("‹things›")).toHaveLength(«2|4»);
      });

      it("‹more›", () => {
        const ‹got› = ‹call›("‹beside›");
        expect(‹got›).toBe("‹thing›");
      });
      `,
      `
      beforeEach(() => ‹call›(‹thing›));

      it("‹beside›", async () => {
        await expect(‹thing›.ready).resolves.toBe(true);
      });

      it("‹more›", async () => {
        expect(await ‹thing›.next()).toBeDefined();
      });

      it⟦→.skip⟧("‹title›", async () => {
        ‹fill›
        expect(await ‹thing›.all()).toEqual([]);
      });
      `,
    ],
  }),
  sketched("real-timers-again", {
    seen: [
      "=fake timers [leak into|stay on for] the [other|next] tests",
      "=tests after [this|these] hang[ because time is still faked|, the timers are still fake]",
      "=the clock [stays|is left] frozen after [this file|these tests]",
      "go back to real timers after each test",
      "use real timers again in an afterEach",
      "=[nothing|nobody] switches back to real timers",
      "=an afterEach with useRealTimers is missing",
      "=useFakeTimers but never useRealTimers[?|, restore them after each test]",
      "restore the [real|normal] timers[ when a test is over| afterwards|]",
      "=fake timers aren't undone[ after each test|]",
      "=shouldn't the timers be real again once a test is [over|done]?",
      "=setTimeout never fires in the tests that come after",
      "=timers stay mocked when [we're|the tests are] done",
      "undo the fake timers [after each test|once a test has run]",
    ],
    unseen: [
      "=whatever runs after this suite never gets its setTimeout called",
      "put the clock back to normal when each of them has finished",
    ],
    vars: { ...BODIES, vi: ["vi", "jest"], time: ["300", "1000", "60_000", "250", "5000"] },
    rows: [TITLES],
    code: [
      `
      describe("‹about›", () => {
        beforeEach(() => {
          ‹vi›.useFakeTimers();
        });

        ⟦→afterEach(() => {
          ‹vi›.useRealTimers();
        });

        ⟧‹it›("‹title›", () => {
          const ‹got› = ‹call›(‹thing›);
          ‹vi›.advanceTimersByTime(‹time›);
          expect(‹got›.«calls|done|value»).toBe(«1|true»);
        });
      });
      `,
      `
      import { ‹call› } from "./‹call›«-‹thing:kebab›|»";

      beforeEach(() => {
        ‹vi›.useFakeTimers();
        «‹call›.reset();|localStorage.clear();|»
      });

      ⟦→afterEach(() => {
        ‹vi›.useRealTimers();
      });

      ⟧‹it›("‹title›", async () => {
        const ‹got› = ‹call›(‹thing›);
        await ‹vi›.advanceTimersByTimeAsync(‹time›);
        await expect(‹got›).resolves.toBe(«true|undefined»);
      });

      ‹it›("‹more›", () => {
        expect(‹call›()).toBeUndefined();
      });
      `,
      `
      describe("‹about›", () => {
        let ‹thing›: ‹Thing›;

        beforeEach(() => {
          ‹vi›.useFakeTimers();
          ‹thing› = new ‹Thing›();
        });

        afterEach(() => {
          ‹thing›.«dispose|close|stop»();
          ⟦→‹vi›.useRealTimers();⟧
        });

        ‹it›("‹beside›", () => {
          ‹vi›.advanceTimersByTime(‹time›);
          expect(‹thing›.«ticks|elapsed|count»).toBe(«1|‹time›»);
        });
      });
      `,
    ],
  }),
  sketched("clear-mocks-between-tests", {
    seen: [
      "=the call count of {mock} [carries over|leaks] from one test to the next",
      "=expected {mock} to be called 1 time, but got 2[ times|. on its own the test passes]",
      "=the second test sees the calls of the first",
      "clear [all mocks|the mocks] before each test",
      "=mocks aren't [cleared|reset] between the tests[, call clearAllMocks before each|]",
      "=[each test alone passes|alone they pass], together they [fail|don't]: {mock} still has the old calls. clearAllMocks",
      "have [a|the] beforeEach clear [all mocks|the mocks]",
      "=[beforeEach clearAllMocks|clearAllMocks before each test] [is missing|pls]",
      "=calls of {mock} pile up [over|across] the tests",
      "=shouldn't there be a clearAllMocks before each test?",
      "=tests depend on their order, {mock} keeps its calls",
      "=toHaveBeenCalledTimes is off [by the calls of earlier tests|when all tests run]",
      "=mock history isn't wiped between tests",
      "wipe the mock calls before [each|every] test",
    ],
    unseen: [
      "=run alone the last one is green, run with its neighbours {mock} has been called too often",
      "start every test with mocks that have forgotten everything",
    ],
    vars: {
      ...BODIES,
      vi: ["vi", "jest"],
      mock: [
        "send",
        "notify",
        "onSave",
        "fetchJson",
        "track",
        "publish",
        "writeLog",
        "navigate",
        "charge",
        "onClose",
      ],
    },
    rows: [TITLES],
    code: [
      `
      const ‹mock› = ‹vi›.fn();

      ⟦→beforeEach(() => {
        ‹vi›.clearAllMocks();
      });

      ⟧‹it›("‹title›", () => {
        ‹call›(‹thing›, ‹mock›);
        expect(‹mock›).toHaveBeenCalledTimes(1);
      });

      ‹it›("‹more›", () => {
        ‹call›(null, ‹mock›);
        expect(‹mock›).not.toHaveBeenCalled();
      });
      `,
      `
      describe("‹about›", () => {
        const ‹mock› = ‹vi›.fn();
        let ‹thing›: ‹Thing›;

        beforeEach(() => {
          ⟦→‹vi›.clearAllMocks();⟧
          ‹thing› = ‹call›‹Thing›({ ‹mock› });
        });

        ‹it›("‹title›", () => {
          ‹thing›.«start|next|open»();
          expect(‹mock›).toHaveBeenCalledTimes(1);
        });

        ‹it›("‹beside›", () => {
          expect(‹mock›).not.toHaveBeenCalled();
        });
      });
      `,
      `
      ‹vi›.mock("../src/‹mock:kebab›", () => ({ ‹mock›: ‹vi›.fn() }));

      describe("‹about›", () => {
        ⟦→beforeEach(() => {
          ‹vi›.clearAllMocks();
        });

        ⟧‹it›("‹beside›", async () => {
          await ‹call›("a");
          expect(‹mock›).toHaveBeenCalledWith("a");
        });

        ‹it›("‹title›", async () => {
          await ‹call›("b");
          expect(‹mock›).toHaveBeenCalledOnce();
        });
      });
      `,
    ],
  }),
  sketched("longer-test-timeout", {
    seen: [
      "={textTitle} [times out|runs into the timeout] on ci, [give it|it needs] {wordsSecs} seconds",
      "=exceeded timeout of 5000 ms for {textTitle}, [allow|it needs] {wordsSecs} s",
      "give {textTitle} {wordsSecs} [seconds|s to finish]",
      "=[5 seconds isn't|5 s are not] enough for {textTitle}, make it {wordsSecs} s",
      "=the slow one ({textTitle}) needs a timeout of {wordsSecs} seconds",
      "=timeout of {ms} ms for {textTitle} pls",
      "[allow|permit] up to {wordsSecs}s for {textTitle}",
      "=test timed out in 5000ms: {textTitle}. {wordsSecs}s should do",
      "=can {textTitle} have {wordsSecs} [seconds|secs]? ci is slow",
      "=on [my old laptop|a slow machine|the ci box] {textTitle} takes longer than the 5 s vitest allows, set {wordsSecs} s",
      "=[5s|the default] is too short for {textTitle}, {wordsSecs} seconds [would do|please]",
      "={textTitle} is [slow|a slow test], timeout {wordsSecs} s",
      "raise the timeout of {textTitle} to {wordsSecs} [seconds|s]",
      "=vitest aborts {textTitle} [after 5 seconds|too early], it may take {wordsSecs}",
      "=needs more time: {textTitle} ({wordsSecs} s)",
      "=we need {wordsSecs} seconds for {textTitle}",
    ],
    unseen: [
      "=be more patient with {textTitle}, {wordsSecs} s",
      "=windows runners want up to {wordsSecs} seconds for {textTitle}",
    ],
    vars: BODIES,
    rows: [
      TITLES,
      [
        { secs: "10", ms: "10000" },
        { secs: "15", ms: "15000" },
        { secs: "20", ms: "20000" },
        { secs: "30", ms: "30000" },
        { secs: "60", ms: "60000" },
        { secs: "45", ms: "45000" },
        { secs: "90", ms: "90000" },
        { secs: "120", ms: "120000" },
      ],
    ],
    code: [
      `
      ‹it›("‹beside›", async () => {
        expect(await ‹call›()).toBeNull();
      });

      ‹it›("‹title›", async () => {
        const ‹got› = await ‹call›(‹thing›);
        ‹fill›
        expect(‹got›).toMatchSnapshot();
      }⟦→, ‹ms›⟧);
      `,
      `
      describe("‹about›", () => {
        ‹it›("‹title›", async () => {
          for (const ‹thing› of ‹things›) await ‹call›(‹thing›);
          expect(await count‹Things›()).toBe(‹things›.length);
        }⟦→, ‹ms›⟧);

        ‹it›("‹more›", async () => {
          await expect(‹call›(null)).rejects.toThrow();
        });
      });
      `,
      `
      ‹it›("‹more›", () => {
        expect(‹call›(«1|2»)).toBe(«1|2»);
      });

      ‹it›("‹title›", async () => {
        const page = await browser.newPage();
        await page.goto("http://localhost:3000/‹thing:kebab›");
        expect(await page.title()).toBe("‹Thing:words›");
      }⟦→, ‹ms›⟧);

      ‹it›("‹beside›", async () => {
        expect(await ‹call›("x")).toEqual([]);
      });
      `,
    ],
  }),
  sketched("fresh-subject-per-test", {
    seen: [
      "=the tests share [one|a] {subject}, [each should get its own|make a new one every time]",
      "create the {subject} [in a beforeEach|before each test]",
      "=state leaks [from one test into the next|between the tests] through {subject}",
      "=the tests only pass in this order[, {subject} is shared|, because of the shared {subject}]",
      "=every test should [start with|get] a [fresh|new] {subject}",
      "=should {subject} not be made anew for each test?",
      "=the second test still has in {subject} what the first one put there",
      "=shared {subject} between tests, use beforeEach",
      "=with .only the second test behaves differently: {subject} isn't fresh",
      "move the construction of {subject} into beforeEach",
      "=test pollution, new {subject} before every test pls",
      "=what one test [adds to|leaves in] {subject} [is still there|shows up] in the next",
      "=tests influence each other [through|via] {subject}",
      "=[works|passes] alone, fails with the others, because {subject} is shared[. build it in beforeEach|]",
      "set up {subject} before [each|every] test[ instead of once|]",
      "=one {subject} for all tests is [a bad idea|wrong], each needs its own",
      "=order dependent tests, {subject} must be recreated",
    ],
    unseen: [
      "=shuffling the tests breaks them since they all poke at the same {subject}",
      "don't let the tests reuse {subject}, build it over and over",
    ],
    rows: [
      TITLES,
      [
        { subject: "queue", Type: "Queue", args: "", add: "push", size: "length" },
        { subject: "cache", Type: "LruCache", args: "2", add: "add", size: "size" },
        { subject: "store", Type: "MemoryStore", args: "", add: "save", size: "count" },
        { subject: "cart", Type: "Cart", args: '"EUR"', add: "add", size: "itemCount" },
        { subject: "stack", Type: "Stack", args: "", add: "push", size: "depth" },
        { subject: "registry", Type: "Registry", args: "defaults", add: "register", size: "size" },
        { subject: "bus", Type: "EventBus", args: "", add: "subscribe", size: "listenerCount" },
        { subject: "tree", Type: "Tree", args: "compare", add: "insert", size: "size" },
        { subject: "limiter", Type: "Limiter", args: "{ max: 3 }", add: "take", size: "used" },
        { subject: "history", Type: "History", args: "", add: "record", size: "length" },
        { subject: "pool", Type: "Pool", args: "4", add: "acquire", size: "busy" },
      ],
    ],
    vars: { it: ["it", "test"] },
    code: [
      `
      describe("‹Type›", () => {
        ⟦const ‹subject› = new ‹Type›(‹args›);→let ‹subject›: ‹Type›;

        beforeEach(() => {
          ‹subject› = new ‹Type›(‹args›);
        });⟧

        ‹it›("‹beside›", () => {
          ‹subject›.‹add›(‹thing›);
          expect(‹subject›.‹size›).toBe(1);
        });

        ‹it›("‹more›", () => {
          expect(‹subject›.‹size›).toBe(0);
        });
      });
      `,
      `
      import { ‹Type› } from "./‹Type:kebab›";

      ⟦const ‹subject› = new ‹Type›(‹args›);→let ‹subject›: ‹Type›;

      beforeEach(() => {
        ‹subject› = new ‹Type›(‹args›);
      });⟧

      ‹it›("‹title›", «async »() => {
        ‹subject›.‹add›("«a|b»");
        ‹subject›.‹add›("«c|d»");
        expect(‹subject›.‹size›).toBe(2);
      });

      ‹it›("«is empty at first|starts with nothing»", () => {
        expect(‹subject›.‹size›).toBe(0);
      });
      `,
      `
      describe("‹about›", () => {
        const ‹thing› = { id: «1|"a"», name: "«Demo|Test»" };
        ⟦const ‹subject› = new ‹Type›(‹args›);→let ‹subject›: ‹Type›;

        beforeEach(() => {
          ‹subject› = new ‹Type›(‹args›);
        });⟧

        ‹it›("‹title›", () => {
          expect(‹subject›.‹add›(‹thing›)).«toBe(true)|toBeUndefined()|toBe(‹subject›)»;
        });

        ‹it›("‹more›", () => {
          for (let i = 0; i < 3; i++) ‹subject›.‹add›(‹thing›);
          expect(‹subject›.‹size›).toBe(3);
        });
      });
      `,
    ],
  }),
  sketched("close-after-all-tests", {
    seen: [
      "=jest did not exit one second after the test run, {subject} was never {wordsClosed}",
      "=the test process [hangs|doesn't end] [at the end|after the last test], because {subject} isn't {wordsClosed}",
      "have {subject} {wordsClosed} after all tests",
      "=nobody {wordsCloses} {subject} [when the tests are done|afterwards|at the end]",
      "=there's no afterAll that {wordsCloses} {subject}",
      "=open handles: {subject} [isn't {wordsClosed}|has to be {wordsClosed}] after the tests",
      "=vitest [hangs|won't quit] since {subject} [is never {wordsClosed}|stays open]",
      "=can {subject} be {wordsClosed} in an afterAll?",
      "=afterAll with {subject}.{close} is missing",
      "tear down {subject} once the tests [have run|are done], with {close}()",
      "=connections [stay|are left] open when the tests are over, {subject} has to be {wordsClosed}",
      "={subject} is started in beforeAll but never {wordsClosed}",
      "=vitest: something prevents the process from exiting, must be {subject}. nobody {wordsCloses} it",
      "clean up at the end of the [suite|file]: {close} on {subject}",
    ],
    unseen: [
      "=all green and then the terminal just sits there, i guess {subject} keeps it alive, it was never {wordsClosed}",
      "when the whole suite is through, let {subject} have its {close} call",
    ],
    rows: [
      TITLES,
      [
        { subject: "server", make: "startServer", close: "close", closes: "closes", closed: "closed" },
        { subject: "browser", make: "launch", close: "close", closes: "closes", closed: "closed" },
        { subject: "db", make: "openDb", close: "close", closes: "closes", closed: "closed" },
        { subject: "app", make: "createApp", close: "close", closes: "closes", closed: "closed" },
        { subject: "worker", make: "startWorker", close: "stop", closes: "stops", closed: "stopped" },
        { subject: "container", make: "startContainer", close: "stop", closes: "stops", closed: "stopped" },
        { subject: "redis", make: "connectRedis", close: "quit", closes: "quits", closed: "quit" },
        {
          subject: "client",
          make: "connect",
          close: "disconnect",
          closes: "disconnects",
          closed: "disconnected",
        },
        { subject: "pool", make: "createPool", close: "end", closes: "ends", closed: "ended" },
        { subject: "proxy", make: "runProxy", close: "shutdown", closes: "shuts down", closed: "shut down" },
      ],
    ],
    vars: { it: ["it", "test"], got: BODIES.got },
    code: [
      `
      describe("‹about›", () => {
        let ‹subject›: Awaited<ReturnType<typeof ‹make›>>;

        beforeAll(async () => {
          ‹subject› = await ‹make›(«0|{ port: 0 }|»);
        });

        ⟦→afterAll(async () => {
          await ‹subject›.‹close›();
        });

        ⟧‹it›("‹title›", async () => {
          const ‹got› = await ‹subject›.«get|run|request»("«/a|status»");
          expect(‹got›).«toBeDefined()|toBe("ok")|toMatchObject({ status: 200 })»;
        });
      });
      `,
      `
      let ‹subject›;
      let ‹thing›;

      beforeAll(async () => {
        ‹subject› = await ‹make›();
        «await ‹subject›.ready;|»
      });

      beforeEach(() => {
        ‹thing› = make‹Thing›();
      });

      ⟦→afterAll(async () => {
        await ‹subject›.‹close›();
      });

      ⟧‹it›("‹beside›", async () => {
        expect(await ‹subject›.«find|load»(‹thing›.id)).toEqual(«null|[]»);
      });
      `,
      `
      let ‹subject›: TestSubject;
      let ‹thing›Folder: string;

      beforeAll(async () => {
        ‹thing›Folder = await mkdtemp(join(tmpdir(), "‹thing:kebab›-"));
        ‹subject› = await ‹make›(‹thing›Folder);
      });

      afterAll(async () => {
        ⟦→await ‹subject›.‹close›();⟧
        await rm(‹thing›Folder, { recursive: true });
      });

      ‹it›("‹title›", async () => {
        expect(await ‹subject›.«list|count|names»()).toBeTruthy();
      });
      `,
    ],
  }),
  sketched("freeze-the-date-in-tests", {
    seen: [
      "=the test [fails|breaks] [every new year|when the year changes|depending on the day], [set the time to|freeze the clock at] {textDate}",
      "[freeze|set|pin] the [date|time|clock] to {textDate}[ in the test| before each test|]",
      "=[the result|the test] depends on today's date, [use|pretend it's] {textDate}",
      "=green [yesterday|last month], red today: [it should always be|fix the date to] {textDate}[ in here|]",
      "=time should stand still at {textDate}[ in these tests|]",
      "=setSystemTime({textDate}) [after faking the timers|is missing]",
      "=only passes on some days. the fake clock must be set to {textDate}",
      "=can the tests always run as of {textDate}?",
      "let it be {textDate} in every test",
    ],
    unseen: [
      "=flaky around midnight. have the tests live at {textDate}",
      "=a calendar-proof test needs a fixed today, {textDate}",
    ],
    vars: {
      ...BODIES,
      vi: ["vi", "jest"],
      date: [
        "2024-01-15",
        "2023-06-01T12:00:00Z",
        "2025-03-09",
        "2024-02-29",
        "2022-12-31T23:59:00Z",
        "2026-05-04",
        "2024-10-27T01:30:00Z",
        "2025-07-14",
      ],
    },
    rows: [TITLES],
    code: [
      `
      beforeEach(() => {
        ‹vi›.useFakeTimers();
        ⟦→‹vi›.setSystemTime(new Date("‹date›"));⟧
      });

      afterEach(() => {
        ‹vi›.useRealTimers();
      });

      ‹it›("‹title›", () => {
        expect(‹call›(new Date())).«toBe("today")|toMatchSnapshot()|toBeTruthy()»;
      });
      `,
      `
      describe("‹about›", () => {
        beforeAll(() => {
          ‹vi›.useFakeTimers();
          ⟦→‹vi›.setSystemTime(new Date("‹date›"));⟧
          seed‹Things›();
        });

        ‹it›("‹beside›", () => {
          const ‹got› = ‹call›(‹thing›);
          expect(‹got›.age).toBe(«3|12»);
        });

        afterAll(() => ‹vi›.useRealTimers());
      });
      `,
      `
      ‹it›("‹title›", () => {
        ‹vi›.useFakeTimers();
        ⟦→‹vi›.setSystemTime(new Date("‹date›"));⟧
        const ‹got› = ‹call›(«"next week"|{ in: "3 days" }»);
        expect(‹got›.«label|text»).toBe("«soon|overdue»");
        ‹vi›.useRealTimers();
      });

      ‹it›("‹more›", () => {
        expect(‹call›(null)).toBeNull();
      });
      `,
    ],
  }),
  sketched("fake-clock-instead-of-waiting", {
    seen: [
      "=the test really waits [{wait} ms|that long][, use the fake timers|, advance the clock instead]",
      "advance the [fake clock|timers] instead of sleeping",
      "=timers are faked, so [the sleep never ends|this sleep hangs]. advance them [by {wait}|instead]",
      "=the test [hangs|never ends]: it sleeps on a faked clock",
      "=[no|don't] real waiting in tests, [advanceTimersByTime|advance the timers]",
      "replace the sleep [by|with] advancing the timers",
      "=advanceTimersByTime({wait}) instead of [sleep|waiting]",
      "=why sleep {wait} ms when the timers are fake[?| anyway?]",
      "=sleeping in a test is [slow|flaky], jump ahead [by {wait}|with the fake clock]",
      "=could the test skip the time instead of waiting for it?",
      "=the suite [takes forever|is slow] because of [real sleeps|this sleep]",
      "=[times out|runs into the timeout], since sleeping doesn't work with fake timers",
      "move the clock forward instead of [really waiting|the sleep]",
    ],
    unseen: [
      "=let time fly here rather than sit through it",
      "=with useFakeTimers on, nothing ever wakes the sleep up",
    ],
    vars: {
      ...BODIES,
      vi: ["vi", "jest"],
      wait: ["200", "250", "300", "500", "1000", "1500", "3000", "60_000", "5000"],
    },
    rows: [TITLES],
    code: [
      `
      ‹it›("‹title›", async () => {
        ‹vi›.useFakeTimers();
        const ‹got› = ‹call›(‹thing›, «100|200»);
        ⟦await sleep(‹wait›)→‹vi›.advanceTimersByTime(‹wait›)⟧;
        expect(‹got›.«done|calls»).toBe(«true|1»);
        ‹vi›.useRealTimers();
      });
      `,
      `
      describe("‹about›", () => {
        beforeEach(() => ‹vi›.useFakeTimers());
        afterEach(() => ‹vi›.useRealTimers());

        ‹it›("‹beside›", async () => {
          const spy = ‹vi›.fn();
          «await |»‹call›(spy);
          expect(spy).not.toHaveBeenCalled();
          ⟦await new Promise((resolve) => setTimeout(resolve, ‹wait›))→‹vi›.advanceTimersByTime(‹wait›)⟧;
          expect(spy).toHaveBeenCalledOnce();
        });
      });
      `,
      `
      beforeEach(() => ‹vi›.useFakeTimers());

      ‹it›("‹more›", async () => {
        const ‹got› = new ‹Thing›Poller(«{ every: 100 }|onTick»);
        ‹got›.start();
        ⟦await «wait|delay|sleep»(‹wait›)→‹vi›.advanceTimersByTime(‹wait›)⟧;
        expect(‹got›.ticks).toBeGreaterThan(1);
        await ‹got›.stop();
      });
      `,
    ],
  }),
  sketched("test-title-lies", {
    seen: [
      "=the title says {textWrong}, but it's {textRight}",
      "=the test is [called|titled|named] {textWrong} but [checks|tests] something else: {textRight}",
      "rename the test {textWrong} to {textRight}",
      "=[wrong title|misleading test name]: {textWrong} should be {textRight}",
      "=should be called {textRight}[, not| instead of] {textWrong}",
      "=copy paste title {textWrong}[: make it|. it's] {textRight}",
      "=title's [a lie|wrong|outdated], {textRight} is what the test does (not {textWrong})",
      "=why is [it|this one] called {textWrong}? better: {textRight}",
      "=description doesn't match the assertion, {textRight} instead of {textWrong}",
      "=on failure it says {textWrong}, [which is misleading|but that's not what is tested]: {textRight}",
      "change the title {textWrong} to {textRight}",
      "=the name {textWrong} was copied from another test, [right is|should be] {textRight}",
      "=better name for {textWrong}: {textRight}",
      "=title should [read|be] {textRight}[ where it says|, now it's] {textWrong}",
    ],
    unseen: [
      "=what it reports on failure misleads: {textWrong}, where {textRight} is meant",
      "let the test that claims {textWrong} be known as {textRight}",
    ],
    vars: { it: ["it", "test"], call: BODIES.call },
    rows: [
      [
        {
          wrong: "returns null for unknown ids",
          right: "throws for unknown ids",
          check: "toThrow()",
          lazy: "() => ",
          got: "actual",
        },
        {
          wrong: "returns undefined",
          right: "returns null when nothing is found",
          check: "toBeNull()",
          lazy: "",
          got: "actual()",
        },
        {
          wrong: "sorts by name",
          right: "sorts by date",
          check: 'toEqual(["b", "a"])',
          lazy: "",
          got: "actual()",
        },
        {
          wrong: "works",
          right: "keeps the order of the input",
          check: 'toEqual(["a", "b"])',
          lazy: "",
          got: "actual()",
        },
        {
          wrong: "accepts empty input",
          right: "rejects empty input",
          check: "toThrow()",
          lazy: "() => ",
          got: "actual",
        },
        {
          wrong: "is true for guests",
          right: "is false for guests",
          check: "toBe(false)",
          lazy: "",
          got: "actual()",
        },
        { wrong: "rounds up", right: "rounds down", check: "toBe(3)", lazy: "", got: "actual()" },
        { wrong: "retries twice", right: "retries three times", check: "toBe(3)", lazy: "", got: "actual()" },
        {
          wrong: "should foo",
          right: "has no duplicates",
          check: 'toEqual(["a"])',
          lazy: "",
          got: "actual()",
        },
        { wrong: "trims the end", right: "trims both ends", check: 'toBe("a")', lazy: "", got: "actual()" },
      ],
      TITLES.map(({ beside, more, about }) => ({ beside, more, about })),
    ],
    code: [
      `
      describe("‹about›", () => {
        ‹it›("‹beside›", () => {
          expect(‹call›(«[]|1»)).toBeDefined();
        });

        ‹it›("⟦‹wrong›→‹right›⟧", () => {
          const actual = () => ‹call›(‹thing›);
          expect(‹got›).‹check›;
        });
      });
      `,
      `
      ‹it›("⟦‹wrong›→‹right›⟧", () => {
        const ‹thing› = create‹Thing›(«"a"|{ size: 3 }|»);
        ‹fill›
        expect(‹lazy›‹call›(‹thing›)).‹check›;
      });

      ‹it›("‹more›", () => {
        expect(‹call›(null)).toBe(«0|""»);
      });
      `,
      `
      describe("‹Thing›", () => {
        const ‹thing› = new ‹Thing›();

        ‹it›("‹beside›", () => expect(‹thing›.«size|count»).toBe(0));

        ‹it›("⟦‹wrong›→‹right›⟧", () => expect(‹lazy›‹call›(‹thing›)).‹check›);

        ‹it›("‹more›", () => expect(‹thing›.«label|name»).toBe("«A|none»"));
      });
      `,
    ],
  }),
  sketched("mock-resolves", {
    seen: [
      "={mock}(...).then is not a function[ in the test|]",
      "=the mock of {mock} [returns a plain value|isn't a promise], the real one is async",
      "use mockResolvedValue [for {mock}|where {mock} is mocked]",
      "=[cannot read properties of undefined (reading 'then')|.then doesn't exist], {mock} has to [resolve|give a promise]",
      "=the mocked {mock} should [resolve|return a promise]",
      "let the mocked {mock} resolve[ with the value| instead of returning it|]",
      "={mock} is async in real life[, the mock should be too|]",
      "=mockResolvedValue, not mockReturnValue[, for| when mocking] {mock}",
      "=shouldn't {mock} be mocked with a promise?",
      "=mock is sync but {mock} isn't",
      "=await on the mocked {mock} works, .then doesn't",
      "={mock} must [return a promise|be async] in the test as well",
      "=the fake {mock} [is synchronous|doesn't give a promise]",
      "give back a promise from the mocked {mock}",
      "=TypeError: then is not a function, in {mock}[ - the mock is wrong|]",
      "=[mocked|faked] {mock} should behave like the [real|async] one[ and resolve|]",
    ],
    unseen: [
      "wrap what the stand-in for {mock} answers in a promise",
      "=the double of {mock} hands out its value at once, and the code under test chokes on it",
    ],
    vars: {
      ...BODIES,
      vi: ["vi", "jest"],
      mock: [
        "fetchUser",
        "loadConfig",
        "getToken",
        "readSettings",
        "findOrder",
        "queryDb",
        "download",
        "listRooms",
        "resolveHost",
        "fetchRates",
      ],
      sync: ["getLocale", "isOnline", "now", "formatDate", "createId"],
      value: [
        '{ id: 1, name: "Ada" }',
        '"abc"',
        "[]",
        "{ ok: true }",
        "null",
        "42",
        '["a", "b"]',
        "{ items: [] }",
      ],
    },
    rows: [TITLES],
    code: [
      `
      ‹it›("‹title›", async () => {
        ‹vi›.mocked(‹mock›).⟦mockReturnValue→mockResolvedValue⟧(‹value›);
        ‹vi›.mocked(‹sync›).mockReturnValue(«"en"|true|0»);
        const ‹got› = await ‹call›(‹thing›);
        expect(‹got›).«toMatchSnapshot()|toBeTruthy()|toEqual(‹value›)»;
      });
      `,
      `
      const ‹sync› = ‹vi›.fn().mockReturnValue(«"a"|true|7»);
      const ‹mock› = ‹vi›.fn().⟦mockReturnValue→mockResolvedValue⟧(‹value›);

      ‹it›("‹beside›", () => {
        return ‹call›({ ‹mock›, ‹sync› }).then((‹got›) => {
          expect(‹got›).toEqual(‹value›);
        });
      });
      `,
      `
      describe("‹about›", () => {
        beforeEach(() => {
          (‹sync› as Mock).mockReturnValue("«x|y»");
          (‹mock› as Mock).⟦mockReturnValue→mockResolvedValue⟧(‹value›);
        });

        ‹it›("‹more›", async () => {
          await ‹call›(‹thing›);
          expect(‹mock›).toHaveBeenCalledWith(«‹thing›|‹thing›.id|"‹thing›"»);
        });
      });
      `,
    ],
  }),
];

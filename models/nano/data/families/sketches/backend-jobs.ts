import { sketched } from "./sketch.ts";

const KINDS = [
  "reminder",
  "digest",
  "export",
  "cleanup",
  "thumbnail",
  "invoice",
  "welcome",
  "sync",
  "report",
  "transcode",
  "refund",
  "reindex",
];

/** What people ask of queues, workers and schedules. */
export const BACKEND_JOBS = [
  sketched("job-tried-again", {
    seen: [
      "=a failed {wordsKind} job is never [tried again|retried], should be {n} [attempts|tries]",
      "[retry|try] {wordsKind} jobs up to {n} times",
      "={wordsKind} jobs should get {n} attempts",
      "give the {wordsKind} job {n} attempts",
      "set attempts to {n} [on|for] the {wordsKind} job",
      "=one hiccup and the {wordsKind} is lost. {n} attempts please",
      "=if the {wordsKind} job fails [once|the first time] that's it, let it [try|have] {n} times",
      "=can {wordsKind} jobs be tried {n} times before they [fail|count as failed]?",
      "=the {wordsKind} job needs attempts: {n}",
      "=attempts {n} for {wordsKind}",
      "=why does the {wordsKind} job give up after the first error? {n} attempts would be better",
      "=smtp was down for a second and all {wordsKind} jobs failed for good, make it {n} attempts",
      "=a {wordsKind} that fails once is [gone|dead], allow {n} attempts",
      "=network errors kill {wordsKind} jobs, [retry|let them be tried] {n} times in all",
      "=we lost {wordsKind} jobs because they're only tried once, should be {n}",
      "[allow|set] {n} attempts for {wordsKind}",
      "=no attempts set for {wordsKind}, {n}",
      "=how often is a {wordsKind} tried? once. make that {n}",
      "configure {n} attempts for the {wordsKind} job",
    ],
    unseen: [
      "=a {wordsKind} deserves more than a single chance, say {n}",
      "have the queue run a failing {wordsKind} {n} times in all",
    ],
    vars: {
      kind: KINDS,
      n: ["2", "3", "4", "5", "8", "10"],
      queue: ["queue", "jobs", "‹thing›Queue", "taskQueue", "workQueue"],
    },
    code: [
      `
      ƒ async enqueue‹Kind›(‹thing›: ‹Thing›) {
        ‹fill›
        await ‹queue›.add("‹kind›", { ‹thing›Id: ‹thing›.id }⟦→, { attempts: ‹n› }⟧);
        «await ‹queue›.add("audit", { kind: "‹kind›", at: Date.now() });|metrics.increment("jobs.queued");»
      ƒ}
      `,
      `
      ƒ async on‹Thing›Created(‹thing›: ‹Thing›) {
        await ‹queue›.add("stats", { id: ‹thing›.id }, { priority: 10 });
        await ‹queue›.add(
          "‹kind›",
          { id: ‹thing›.id, «locale: ‹thing›.locale|at: new Date().toISOString()» },
          { «priority: 1|removeOnComplete: true|delay: 5000»⟦→, attempts: ‹n›⟧ },
        );
      ƒ}
      `,
      `
      export const ‹kind›Queue = new Queue("‹kind›", {
        connection,
        defaultJobOptions: {
          removeOnComplete: true,
          ⟦→attempts: ‹n›,⟧
        },
      });

      export const ‹thing›Queue = new Queue("‹thing›", { connection });
      `,
    ],
  }),

  sketched("same-job-queued-once", {
    seen: [
      "=the same {wordsThing} is queued [twice|several times]",
      "=clicking again [queues|adds] a second {wordsKind} job for the {wordsThing}, use its id as [jobId|job id]",
      "use the id of the {wordsThing} as jobId",
      "set [jobId|the job id] to the id of the {wordsThing}",
      "=only one {wordsKind} job per {wordsThing}, via jobId",
      "=there should never be two {wordsKind} jobs for one {wordsThing} in the queue",
      "=duplicate {wordsKind} jobs, [dedupe|deduplicate] by the {wordsThing} id",
      "=webhook comes twice, so the {wordsKind} runs twice. the {wordsThing} id as jobId would [help|prevent it]",
      "=can bullmq drop the duplicates? jobId = id of the {wordsThing}",
      "=the {wordsKind} job needs a jobId (the {wordsThing} id)",
      "=[two|several] {wordsKind} jobs for [a single|the same] {wordsThing}",
      "deduplicate {wordsKind} jobs by {wordsThing} id",
      "=retrying the request adds the same {wordsKind} again",
      "=the queue is full of [duplicates|the same {wordsThing}]",
      "make the {wordsKind} job unique per {wordsThing}, by jobId",
      "=idempotent please: jobId is the {wordsThing} id",
      "=[users|people] click five times and get five {wordsKind} jobs for the {wordsThing}",
      "=adding the {wordsKind} twice should be a no-op, so the {wordsThing} id as jobId",
      "give the {wordsKind} job the {wordsThing} id as its jobId",
    ],
    unseen: [
      "=one {wordsThing}, one {wordsKind} job, no matter how often this is called",
      "let the queue recognise a {wordsThing} that waits in it already by its id",
    ],
    vars: { kind: KINDS, queue: ["queue", "jobs", "‹other›Queue", "background", "workQueue"] },
    code: [
      `
      ƒ async request‹Kind›(‹thing›: ‹Thing›) {
        ‹fill›
        await ‹queue›.add("‹kind›", ‹thing›⟦→, { jobId: ‹thing›.id }⟧);
        return { queued: true };
      ƒ}
      `,
      `
      router.post("/‹things:kebab›/:id/‹kind›", async (req, res) => {
        const ‹thing› = await ‹things›.get(req.params.id);
        await ‹queue›.add("log", { user: req.user.id, kind: "‹kind›" }, { removeOnComplete: true });
        await ‹queue›.add("‹kind›", { «ref: ‹thing›.ref|path: ‹thing›.path|name: ‹thing›.name» }, { attempts: 3⟦→, jobId: ‹thing›.id⟧ });
        res.sendStatus(202);
      });
      `,
      `
      export class ‹Thing›Events {
        constructor(private readonly jobs: Queue) {}

        async changed(‹thing›: ‹Thing›, ‹other›: ‹Other›) {
          await this.jobs.add(
            "‹kind›",
            { ‹thing›, by: ‹other›.id },
            {
              removeOnComplete: true,
              ⟦→jobId: ‹thing›.id,⟧
            },
          );
        }
      }
      `,
    ],
  }),

  sketched("job-runs-later", {
    seen: [
      "=the {wordsKind} [should go out|should run|must run] {wordsTime} later[, not at once|]",
      "=wait {wordsTime} before the {wordsKind} job [runs|starts]",
      "delay the {wordsKind} job by {wordsTime}",
      "=the {wordsKind} comes immediately, i want it {wordsTime} later",
      "=too early! {wordsKind} only after {wordsTime}",
      "add a delay of {wordsTime} to the {wordsKind} job",
      "=can the {wordsKind} job start after {wordsTime}?",
      "={wordsKind}: delay of {wordsTime}",
      "=people get the {wordsKind} right away, they should have {wordsTime} [first|before]",
      "queue the {wordsKind} with a delay of {wordsTime}",
      "=needs a delay ({wordsTime}) on the {wordsKind}",
      "=why does the {wordsKind} start at once? [we said|it should wait] {wordsTime}",
      "=[not now|not immediately]: {wordsKind} in {wordsTime}",
      "=the {wordsKind} is [done|sent] before the user has finished, wait {wordsTime}",
      "=[there should be|i want] {wordsTime} between the event and the {wordsKind}",
      "=hold the {wordsKind} back for {wordsTime}",
      "start the {wordsKind} job only after {wordsTime}",
      "=a {wordsKind} right away is annoying, {wordsTime} later is [fine|better]",
      "={wordsKind} with {wordsTime} delay",
      "make the {wordsKind} wait {wordsTime}",
    ],
    unseen: [
      "=give it {wordsTime} of peace until the {wordsKind} kicks in",
      "postpone the {wordsKind} by {wordsTime}",
    ],
    vars: { kind: KINDS, queue: ["queue", "jobs", "‹thing›Queue", "background", "tasks"] },
    rows: [
      [
        { time: "10 minutes", ms: "10 * 60 * 1000" },
        { time: "5 minutes", ms: "5 * 60 * 1000" },
        { time: "15 minutes", ms: "15 * 60 * 1000" },
        { time: "30 minutes", ms: "30 * 60 * 1000" },
        { time: "2 hours", ms: "2 * 60 * 60 * 1000" },
        { time: "24 hours", ms: "24 * 60 * 60 * 1000" },
        { time: "3 days", ms: "3 * 24 * 60 * 60 * 1000" },
        { time: "10 seconds", ms: "10_000" },
        { time: "30 seconds", ms: "30_000" },
        { time: "5 seconds", ms: "5_000" },
      ],
    ],
    code: [
      `
      ƒ async after‹Thing›Signup(‹thing›: ‹Thing›) {
        await ‹queue›.add("score", { id: ‹thing›.id });
        await ‹queue›.add("‹kind›", { id: ‹thing›.id }⟦→, { delay: ‹ms› }⟧);
        ‹fill›
      ƒ}
      `,
      `
      events.on("‹thing›.created", async (‹thing›) => {
        await ‹queue›.add(
          "‹kind›",
          { ‹thing›Id: ‹thing›.id },
          {
            «attempts: 3|jobId: ‹thing›.id|removeOnComplete: true»,
            ⟦→delay: ‹ms›,⟧
          },
        );
        await ‹queue›.add("index", { ‹thing›Id: ‹thing›.id }, { attempts: 2 });
      });
      `,
      `
      app.post("/‹things:kebab›", async (req, res) => {
        const ‹thing› = await create‹Thing›(req.body);
        await ‹queue›.add("‹kind›", { «to: ‹thing›.email|id: ‹thing›.id» }, { attempts: «3|5»⟦→, delay: ‹ms›⟧ });
        await ‹queue›.add("webhook", { event: "‹thing›.created" }, { attempts: 5 });
        res.status(201).json(‹thing›);
      });
      `,
    ],
  }),

  sketched("worker-runs-several-jobs", {
    seen: [
      "=the {wordsKind} worker [only does|does] one job at a time, should be {n}",
      "[let|have] the {wordsKind} worker [run|process|do] {n} jobs [at once|in parallel|at the same time]",
      "=concurrency {n} for {wordsKind}",
      "set the concurrency [of the {wordsKind} worker|for {wordsKind}] to {n}",
      "={wordsKind} jobs pile up, [run|process] {n} of them in parallel",
      "=the {wordsKind} queue is slow, {n} jobs at once [would be ok|are fine]",
      "=can the {wordsKind} worker handle {n} jobs concurrently?",
      "=no concurrency on the {wordsKind} worker, {n} please",
      "=backlog in {wordsKind}: the worker needs concurrency: {n}",
      "=why are {wordsKind} jobs done one by one? {n} in parallel is fine",
      "=1000 {wordsKind} jobs waiting and only one is worked on, [make it|should be] {n}",
      "=the {wordsKind} worker idles most of the time, let it do {n} in parallel",
      "allow {n} {wordsKind} jobs in parallel",
      "={n} {wordsKind} jobs should run at the same time",
    ],
    unseen: [
      "=our {wordsKind} queue never empties since jobs go strictly one after another, take {n} together",
      "raise how many {wordsKind} jobs are worked on simultaneously to {n}",
    ],
    vars: { kind: KINDS, n: ["2", "3", "4", "5", "8", "10", "16", "20", "25", "50"] },
    code: [
      `
      const ‹kind›Worker = new Worker("‹kind›", process‹Kind›, { connection⟦→, concurrency: ‹n›⟧ });
      const ‹thing›Worker = new Worker("‹thing›", process‹Thing›, { connection });

      ‹kind›Worker.on("failed", (job, err) => logger.error({ job: job?.id, err }, "‹kind› failed"));
      `,
      `
      ƒ startWorkers(connection: ConnectionOptions) {
        new Worker("‹thing›", handle‹Thing›, { connection, concurrency: 1 });
        ‹fill›
        new Worker(
          "‹kind›",
          async (job) => {
            «const ‹other› = await load‹Other›(job.data.id);
            await run‹Kind›(‹other›);|await run‹Kind›(job.data);»
          },
          {
            connection,
            ⟦→concurrency: ‹n›,⟧
          },
        );
      ƒ}
      `,
      `
      export class ‹Kind›Module {
        private worker?: Worker;

        start() {
          this.worker = new Worker("‹kind›", (job) => this.handle(job), {
            connection: this.redis,
            ⟦→concurrency: ‹n›,⟧
            «lockDuration: 60_000|limiter: { max: 100, duration: 1000 }|autorun: false»,
          });
        }

        async stop() {
          await this.worker?.close();
        }
      }
      `,
    ],
  }),

  sketched("schedule-in-time-zone", {
    seen: [
      "=the {wordsTask} job runs at the wrong hour, the server is on UTC but we mean {zone}",
      "=the time of {task} is [meant to be|meant] {zone}, not [utc|server time]",
      "run {task} [in|by] {zone} time",
      "add the time zone {zone} to {task}",
      "=time zone [should be|is] {zone} for {task}",
      "=since the clocks changed {task} runs an hour [early|late], should follow {zone}",
      "={task} needs the {zone} time zone",
      "=can {task} be scheduled in {zone}?",
      "={task} is off by some hours in production, it has to be {zone}[ time|]",
      "schedule {task} in {zone}",
      "={zone} is missing on {task}",
      "=[in summer|in winter] {task} comes at the wrong time, nobody told it about {zone}",
      "=why does {task} [run|start] at utc? should be {zone}",
      "={task} should mean the hour in {zone}",
      "=the container has utc, so {task} needs {zone}",
      "=the reports come [two hours|an hour] late, {task} has no time zone. {zone}",
      "=where's the time zone of {task}? {zone} please",
      "give {task} the time zone {zone}",
      "=daylight saving breaks {task}, tie it to {zone}",
      "let the schedule of {task} be in {zone}",
    ],
    unseen: ["=our users live in {zone}, {task} should go by their clock", "pin {task} to the {zone} clock"],
    vars: {
      task: [
        "sendDigest",
        "sendReminders",
        "purgeExpired",
        "closeDay",
        "buildReport",
        "chargeCards",
        "rotateLogs",
        "syncRates",
        "publishDrafts",
      ],
      zone: [
        "Europe/Berlin",
        "America/New_York",
        "Europe/London",
        "Asia/Tokyo",
        "Europe/Paris",
        "America/Los_Angeles",
        "Australia/Sydney",
        "Europe/Madrid",
        "Asia/Kolkata",
      ],
      cron: ["0 3 * * *", "30 6 * * 1", "0 8 * * 1-5", "15 0 * * *", "0 9 1 * *", "0 18 * * 5", "0 22 * * *"],
    },
    code: [
      `
      ƒ registerJobs() {
        cron.schedule("*/5 * * * *", () => refresh‹Things›());
        cron.schedule("‹cron›", () => ‹task›()⟦→, { timezone: "‹zone›" }⟧);
        «cron.schedule("0 * * * *", () => collect‹Others›());|logger.info("jobs registered");»
      ƒ}
      `,
      `
      cron.schedule(
        "‹cron›",
        async () => {
          «const ‹things› = await list‹Things›();
          await ‹task›(‹things›);|logger.info("‹task› started");
          await ‹task›();»
        },
        { «scheduled: true|name: "‹task›"»⟦→, timezone: "‹zone›"⟧ },
      );
      `,
      `
      @Injectable()
      export class ‹Thing›Tasks {
        @Cron("‹cron›"⟦→, { timeZone: "‹zone›" }⟧)
        async ‹task›() {
          await this.‹thing›Service.«run|work»();
        }

        @Cron(CronExpression.EVERY_10_MINUTES)
        async ping() {
          await this.health.report();
        }
      }
      `,
      `
      await queue.add("‹task›", {}, { repeat: { pattern: "‹cron›"⟦→, tz: "‹zone›"⟧ } });
      await queue.add("ping", {}, { repeat: { every: 60_000 } });
      `,
    ],
  }),

  // A flag that is there already is set, checked and set back.
  sketched("no-second-run-at-the-same-time", {
    seen: [
      "=a new run starts [while|although] the [old|last] one is still [going|running]",
      "=runs overlap when [it takes|{task} takes] longer than the interval",
      "=skip the [run|tick] if {flag} is [true|still true]",
      "[return|do nothing] if {flag} is set",
      "=two {task} runs at the same time, {flag} is there but nobody looks at it",
      "check {flag} first[ and return|]",
      "=no overlapping runs please, {flag} [tells|says so]",
      "=should be skipped while {flag}",
      "={flag} is set but never checked",
      "=nothing stops a second {task} while the first is working",
      "=why is {flag} never read? [a second run|overlap] should be skipped",
      "=don't start again while the previous {task} is on, return if {flag}",
      "=when it's slow, several runs [work|are on] in parallel",
      "={flag} should stop a second run",
      "=if {flag} there's nothing to do",
      "=we got duplicates because two runs overlapped, [look at|check] {flag}",
      "make a run a no-op while {flag} is true",
    ],
    unseen: [
      "=slow days make several {task} pile up in parallel",
      "leave right away as long as {flag} holds",
    ],
    vars: {
      flag: ["running", "isRunning", "busy", "inProgress", "active", "working", "locked"],
      task: ["sync", "poll", "flush", "refresh", "import", "cleanup", "drain", "reconcile"],
    },
    code: [
      `
      let ‹flag› = false;

      ƒ async ‹task›‹Things›() {
        ⟦→if (‹flag›) return;⟧
        ‹flag› = true;
        try {
          const ‹things› = await fetch‹Things›();
          await store‹Things›(‹things›);
        } finally {
          ‹flag› = false;
        }
      ƒ}

      setInterval(‹task›‹Things›, «60_000|30_000|INTERVAL»);
      `,
      `
      export class ‹Thing›Poller {
        private ‹flag› = false;
        «private lastRun?: Date;|private readonly seen = new Set<string>();|»

        async tick() {
          ⟦→if (this.‹flag›) return;⟧
          this.‹flag› = true;
          «this.lastRun = new Date();|logger.debug("‹task› started");|»
          try {
            await this.‹task›();
          } catch (err) {
            logger.error({ err }, "‹task› failed");
          } finally {
            this.‹flag› = false;
          }
        }
      }
      `,
      `
      let ‹flag› = false;
      let runs = 0;

      cron.schedule("* * * * *", async () => {
        ⟦→if (‹flag›) return;⟧
        ‹flag› = true;
        runs++;
        await ‹task›‹Things›().finally(() => {
          ‹flag› = false;
        });
      });
      `,
    ],
  }),
];

import { sketched } from "./sketch.ts";

/** What people ask of services: mail, schedules, what is injected and what a call takes; and more of queries. */
export const BACKEND_SERVICES = [
  sketched("recipients-do-not-see-each-other", {
    seen: [
      "=[all|the] recipients can see each other['s addresses|]",
      "=[everybody|everyone] sees [everybody's|the others'] address",
      "use bcc [instead of to|not to|rather than to]",
      "=should be bcc[, not to|]",
      "put [them|the addresses] in bcc",
      "=privacy: the addresses must go in bcc",
      "=the whole list of addresses is visible in the mail",
      "=customers complained that their address was shown to all others",
      "=why can i see who else [got|gets] the mail?",
      "=[can|could] we send this bcc?",
      "hide the recipients from each other, with bcc",
      "=to → bcc",
      "=gdpr problem, all addresses are in the to field",
      "=the mail shows who else got it",
      "=[someone|a customer] replied to all and hit [everybody|the whole list]",
      "address them [as|via] bcc",
      "=don't put the list in to, [bcc|use bcc]",
      "=nobody should see who else is on the list",
    ],
    unseen: ["=one reply-all and hundreds of strangers have your address", "send it as a blind copy"],
    vars: {
      list: ["recipients", "emails", "addresses", "subscribers", "members", "watchers", "admins"],
      mailer: ["mailer", "transport", "mail", "smtp", "postmark"],
      send: ["sendMail", "send", "deliver"],
    },
    code: [
      `
      ƒ async announce‹Thing›(‹thing›: ‹Thing›, ‹list›: string[]) {
        ‹fill›
        await ‹mailer›.‹send›({
          from: "«news|team|hello»@example.com",
          ⟦to→bcc⟧: ‹list›,
          subject: ´«New ‹thing:words›|News»: €{‹thing›.«title|name»}´,
          text: render‹Thing›(‹thing›),
        });
      ƒ}
      `,
      `
      ƒ async notify‹Things›(‹list›: User[], owner: User) {
        await ‹mailer›.‹send›({ to: owner.email, subject: "«Done|Sent»", text: ´€{‹list›.length} people were told´ });
        await ‹mailer›.‹send›({
          ⟦to→bcc⟧: ‹list›.map((one) => one.email),
          subject: "‹thing:Words› changed",
          html: template("‹thing:kebab›"),
        });
      ƒ}
      `,
      `
      export class ‹Thing›Mails {
        async weekly(‹list›: string[]) {
          const html = await this.templates.render("weekly");
          return this.‹mailer›.‹send›({ from: this.sender, ⟦to→bcc⟧: ‹list›, subject: "This week", html });
        }

        async welcome(email: string) {
          return this.‹mailer›.‹send›({ from: this.sender, to: email, subject: "Welcome" });
        }
      }
      `,
    ],
  }),

  sketched("replies-go-to", {
    seen: [
      "=replies [go|come] to {from}, [they should go to|should be] {reply}",
      "set replyTo to {reply}",
      "add replyTo[:|, it's] {reply}",
      "=answers to the mail should [reach|go to] {reply}",
      "=when people [reply|answer] it should go to {reply}",
      "=replyTo is missing, {reply}",
      "=nobody reads {from}, replies to {reply} please",
      "=[can|could] replies go to {reply}[ instead|]?",
      "=hitting reply addresses {from}, we want {reply}",
      "=customers answer to {from} and we never see it. {reply} as replyTo",
      "=from stays, but reply to should be {reply}",
      "let [replies|answers] go to {reply}",
      "=[the customer|whoever gets it] can't answer, {from} isn't read. replyTo {reply}",
      "=should have {reply} as replyTo",
      "=support never gets answers because they go to {from}, {reply} instead",
      "=reply-to: {reply}",
      "use {reply} for replies[, from stays|]",
      "=mails from {from} should be answerable, via {reply}",
      "=where do answers go? [to|should be] {reply}",
    ],
    unseen: ["=what people write back ends in the void, have it go to {reply}", "direct answers at {reply}"],
    vars: { from: ["noreply", "NO_REPLY", "config.sender", "SYSTEM_ADDRESS"] },
    rows: [
      [
        { reply: "user.email", given: "user: User", from2: "const user = req.user;" },
        { reply: "contact.email", given: "contact: Contact", from2: "const contact = await contactOf(req);" },
        { reply: "sender.address", given: "sender: Sender", from2: "const { sender } = req.body;" },
        {
          reply: "author.email",
          given: "author: Author",
          from2: "const author = await authors.get(req.userId);",
        },
        { reply: "SUPPORT_ADDRESS", given: "locale: string", from2: "const locale = req.locale;" },
        { reply: "config.support", given: "subject: string", from2: "const { subject } = req.body;" },
        { reply: "team.inbox", given: "team: Team", from2: "const team = await teams.of(req.user);" },
      ],
    ],
    code: [
      `
      ƒ async send‹Thing›Mail(‹thing›: ‹Thing›, ‹given›) {
        await mailer.sendMail({
          from: ‹from›,
          ⟦→replyTo: ‹reply›,⟧
          to: ‹thing›.«email|owner.address|recipient»,
          subject: ´€{‹thing›.«title|number»}´,
          text: render(‹thing›),
        });
        «logger.info({ id: ‹thing›.id }, "mail sent");|await log‹Other›(‹thing›);|»
      ƒ}
      `,
      `
      router.post("/‹things:kebab›/:id/«share|invite|ask»", async (req, res) => {
        ‹from2›
        const ‹thing› = await ‹things›.get(req.params.id);
        await mail.send({ from: ‹from›,⟦→ replyTo: ‹reply›,⟧ to: req.body.to, subject: "‹thing:Words›", html: page(‹thing›) });
        await mail.send({ from: ‹from›, to: ADMIN, subject: "shared" });
        res.sendStatus(204);
      });
      `,
      `
      export class ‹Thing›Notifier {
        async remind(‹thing›: ‹Thing›, ‹given›): Promise<void> {
          const html = await this.render("reminder", ‹thing›);
          await this.transport.sendMail({ from: ‹from›,⟦→ replyTo: ‹reply›,⟧ to: ‹thing›.email, subject: "Reminder", html });
          ‹thing›.remindedAt = new Date();
        }
      }
      `,
    ],
  }),

  sketched("escape-in-mail", {
    seen: [
      "=the mail [looks broken|is broken] if someone has < in {value}, run it through {escape}",
      "escape {value} with {escape} in the [mail|html]",
      "=html injection via {value}, {escape} [helps|please]",
      "[run|put] {value} through {escape}",
      "=a {wordsThing} called <b> makes the rest of the mail bold, {escape}",
      "=xss in the mail: {value} isn't escaped, we have {escape}",
      "={value} [has to|must] be escaped with {escape}",
      "=[can|shouldn't] {value} be escaped? ({escape})",
      "={escape} is missing around {value}",
      "wrap {value} in {escape}[, it may have html in it|]",
      "=users can put html into {value} and it gets rendered, use {escape}",
      "=& and < in {value} break the template, {escape} is there for that",
      "=someone called <script> broke our mails, {escape} around {value}",
      "=html in {value} [is shown as html|isn't escaped], should go through {escape}",
      "={value} goes into the html [raw|as is], {escape} please",
      "use {escape} on {value} in the html",
      "=security found that {value} is not escaped, {escape}",
      "don't put {value} into the html unescaped, use {escape}",
      "={value} → {called}",
      "=a name like Tom & Jerry <3 breaks the markup, {escape} for {value}",
    ],
    unseen: [
      "=someone typed a tag into {value} and it took effect, {escape} would neutralise it",
      "apply {escape} to {value} before it goes into the markup",
    ],
    vars: {
      escape: ["escapeHtml", "escape", "he.encode", "encodeHtml", "sanitize", "toHtml"],
      called: ["‹escape›(‹value›)"],
      url: ["url", "link", "href", "target"],
    },
    rows: [
      [
        { value: "name", given: "name: string" },
        { value: "user.name", given: "user: User" },
        { value: "inviter", given: "inviter: string" },
        { value: "data.title", given: "data: MailData" },
        { value: "comment.text", given: "comment: Comment" },
        { value: "message", given: "message: string" },
        { value: "author.displayName", given: "author: Author" },
        { value: "firstName", given: "firstName: string" },
        { value: "company", given: "company: string" },
      ],
    ],
    code: [
      `
      ƒ render‹Thing›Mail(‹given›, ‹url›: string) {
        return ´
          <p>Hello,</p>
          <p>«A new ‹thing:words›|Your ‹thing:words›»: €{⟦‹value›→‹escape›(‹value›)⟧}</p>
          <p><a href="€{‹url›}">«Open|Show|Accept»</a></p>
        ´;
      ƒ}
      `,
      `
      ƒ async send‹Thing›(to: string, ‹given›, id: number) {
        const ‹url› = linkTo("‹things:kebab›", id);
        await mailer.send({
          to,
          subject: "‹thing:Words›",
          text: ´€{‹value›}: €{‹url›}´,
          html: ´<b>€{⟦‹value›→‹escape›(‹value›)⟧}</b> <a href="€{‹url›}">more</a>´,
        });
      ƒ}
      `,
      `
      export class ‹Thing›Mail {
        constructor(private readonly mailer: Mailer) {}

        html(‹given›, ‹other›: ‹Other›): string {
          return [
            "<h1>‹thing:Words›</h1>",
            ´<p>Number €{‹other›.id}</p>´,
            ´<p>€{⟦‹value›→‹escape›(‹value›)⟧}</p>´,
          ].join("");
        }

        text(‹given›): string {
          return ´€{‹value›}\\n´;
        }
      }
      `,
    ],
  }),

  // The name of the field is said, or is the type's in small letters.
  sketched("injected-too", {
    seen: [
      "inject {type} [too|as well], as {field}",
      "[also inject|inject also] {type} ({field})",
      "=needs {type} as {field}[ in the constructor|]",
      "[add|append] {field}: {type} to the constructor",
      "=we need {member} here, it's a {type}",
      "=should get a {type} injected, {field}",
      "={member} is [missing|undefined], inject the {type}",
      "=[can|could] we have the {type} in here too? call it {field}",
      "={field} ({type}) should be injected as the last one",
      "take {type} as another dependency, {field}",
      "=one more dependency: {type}, as {field}",
      "=nest can't give us {member} unless the constructor [asks for|takes] a {type}",
      "=how do i get at the {type} [here|in here]? as {field} please",
      "inject {field}, a {type}, at the end",
      "={field} isn't available in this class, it's a {type}",
      "={type} is a dependency now, name it {field}",
      "=i want to call {member} here, so inject the {type}",
      "make {type} available as {member}",
      "=the constructor should [also take|take] {field}: {type}[ at the end|]",
      "=missing dependency: {field}, of type {type}",
      "=give this class a {type} ({field})",
    ],
    unseen: [
      "=the class can't do without a {type}, let the container hand it in as {field}",
      "extend the constructor by a {type} named {field}",
    ],
    rows: [
      [
        { type: "MailService", field: "mail" },
        { type: "MailerService", field: "mailer" },
        { type: "EventEmitter2", field: "events" },
        { type: "Logger", field: "logger" },
        { type: "JwtService", field: "jwt" },
        { type: "HttpService", field: "http" },
        { type: "QueueService", field: "queue" },
        { type: "AuditService", field: "audit" },
        { type: "SearchService", field: "search" },
        { type: "StripeClient", field: "stripe" },
        { type: "MetricsService", field: "metrics" },
        { type: "FeatureFlags", field: "flags" },
        { type: "Clock", field: "clock" },
      ],
    ],
    vars: {
      member: ["this.‹field›"],
      first: [
        "prisma: PrismaService",
        "db: Database",
        "knex: Knex",
        "‹things›: ‹Thing›Repository",
        "em: EntityManager",
      ],
    },
    code: [
      `
      @Injectable()
      export class ‹Thing›Service {
        constructor(
          private readonly ‹first›,
          private readonly «config: ConfigService|cache: Cache|‹others›: ‹Other›Service»,
          ⟦→private readonly ‹field›: ‹type›,⟧
        ) {}

        async find(id: string) {
          return this.«load|get|read»(id);
        }
      }
      `,
      `
      export class ‹Thing›Controller {
        private readonly ‹others› = new Map<string, ‹Other›>();

        constructor(private ‹first›⟦→, private ‹field›: ‹type›⟧) {}

        async get(id: string) {
          return this.‹others›.get(id) ?? null;
        }
      }
      `,
      `
      class ‹Thing›Job {
        constructor(
          private readonly ‹first›,
          ⟦→private readonly ‹field›: ‹type›,⟧
        ) {
          this.startedAt = new Date();
        }

        async run(‹other›: ‹Other›) {
          await this.work(‹other›);
        }
      }
      `,
    ],
  }),

  // The convention: a list is made of it first, under the name given.
  sketched("one-or-several", {
    seen: [
      "=can this also take a single {one}? make it a list called {list}",
      "accept one {one} as well as an array, {list} being the array",
      "allow a single {one} too, [with|via] a const {list}",
      "=callers with [just|only] one {one} have to wrap it in an array, should [take|accept] both (put it into {list} first)",
      "={ids} should also be allowed to be one {one}, turn it into {list} first",
      "let {ids} be a {one} or several, collected in {list}",
      "=passing [one|a] {one} instead of an array [breaks|throws], make {list} of it",
      "=a plain {one} should work too, {list} is always an array then",
      "take {both} as {ids}, and make a const {list} from it with Array.isArray",
      "={ids} as {both}, [normalized to|made into] {list}",
      "=would be nice to [pass|give] one {one} without brackets. const {list} for the array",
      "=most of the time it's [one|a single] {one}, allow that too (const {list})",
      "=[typescript|ts] complains when i pass a single {one}, allow both and put it into {list}",
      "=one {one} or many, const {list} [inside|in the function]",
      "support a single {one} by making it an array {list} first",
      "=i only have one {one}, do i really need an array? make {ids} {both}, with {list}",
      "={ids}: {both}, then const {list} as array",
      "=forgetting the brackets around one {one} iterates over its letters. accept it and build {list}",
    ],
    unseen: [
      "=most callers have a single {one}, spare them the brackets and build {list} inside",
      "widen {ids} to one or many and work with {list}",
    ],
    rows: [
      [
        { ids: "ids", one: "id" },
        { ids: "emails", one: "email" },
        { ids: "keys", one: "key" },
        { ids: "slugs", one: "slug" },
        { ids: "paths", one: "path" },
        { ids: "tags", one: "tag" },
        { ids: "urls", one: "url" },
        { ids: "names", one: "name" },
        { ids: "codes", one: "code" },
      ],
    ],
    vars: { list: ["list", "all", "array", "many", "wanted"], both: ["string | string[]"] },
    code: [
      `
      ƒ async «archive|remove|close»‹Things›(‹ids›: ⟦string[]→string | string[]⟧) {
        ⟦→const ‹list› = Array.isArray(‹ids›) ? ‹ids› : [‹ids›];⟧
        await db("‹things:snake›").whereIn("‹one›", ⟦‹ids›→‹list›⟧).«update({ archived: true })|del()»;
        logger.info(´€{⟦‹ids›→‹list›⟧.length} ‹things:words› «archived|gone»´);
      ƒ}
      `,
      `
      export class ‹Thing›Cache {
        async forget(‹ids›: ⟦string[]→string | string[]⟧): Promise<void> {
          ⟦→const ‹list› = Array.isArray(‹ids›) ? ‹ids› : [‹ids›];⟧
          for (const ‹one› of ⟦‹ids›→‹list›⟧) {
            await this.store.delete(´‹thing›:€{‹one›}´);
          }
        }

        async get(‹one›: string) {
          return this.store.get(´‹thing›:€{‹one›}´);
        }
      }
      `,
      `
      ƒ async load‹Things›(‹ids›: ⟦string[]→string | string[]⟧, ‹others›: string[]) {
        ⟦→const ‹list› = Array.isArray(‹ids›) ? ‹ids› : [‹ids›];⟧
        const ‹things› = await Promise.all(⟦‹ids›→‹list›⟧.map((‹one›) => fetch‹Thing›(‹one›)));
        return ‹things›.filter((‹thing›) => ‹others›.includes(‹thing›.«kind|owner|state»));
      ƒ}
      `,
    ],
  }),

  sketched("runs-at-another-time", {
    seen: [
      "run {task} {wordsWhen}[ instead|]",
      "={task} [should|must] run {wordsWhen}[ instead|]",
      "={task} runs [too often|at bad times], {wordsWhen} is [enough|better]",
      "change the schedule of {task}: {wordsWhen}",
      "=the schedule of {task} is wrong, it's meant to be {wordsWhen}",
      "schedule {task} {wordsWhen}",
      "={task} {wordsWhen} [please|pls]",
      "=why does {task} run at this time? {wordsWhen} was agreed",
      "=[can|could] {task} run {wordsWhen} instead?",
      "=wrong cron for {task}, should be {wordsWhen}",
      "={task} at the wrong time, has to be {wordsWhen}",
      "=let {task} be {wordsWhen}, the other jobs stay",
      "={task} is scheduled wrongly, [change|move] it to {wordsWhen}",
      "=we want {task} {wordsWhen} from now on",
      "=new time for {task}: {wordsWhen}",
      "set {task} to run {wordsWhen}",
      "=[nobody needs|we don't need] {task} at that time, {wordsWhen} is better",
      "={task} has to be done {wordsWhen}",
      "=cron of {task} should mean {wordsWhen}",
      "let {task} start {wordsWhen}",
    ],
    unseen: ["=ops want {task} to happen {wordsWhen}", "move {task} so that it starts {wordsWhen}"],
    rows: [
      [
        { when: "at 3am every day", cron: "0 3 * * *" },
        { when: "every day at 6:30", cron: "30 6 * * *" },
        { when: "every night at 2", cron: "0 2 * * *" },
        { when: "daily at midnight", cron: "0 0 * * *" },
        { when: "once a day at noon", cron: "0 12 * * *" },
        { when: "every hour", cron: "0 * * * *" },
        { when: "every 15 minutes", cron: "*/15 * * * *" },
        { when: "every 10 minutes", cron: "*/10 * * * *" },
        { when: "every 5 minutes", cron: "*/5 * * * *" },
        { when: "every minute", cron: "* * * * *" },
        { when: "every 6 hours", cron: "0 */6 * * *" },
        { when: "every 2 hours", cron: "0 */2 * * *" },
        { when: "every monday at 9", cron: "0 9 * * 1" },
        { when: "sundays at 4am", cron: "0 4 * * 0" },
        { when: "every friday at 6pm", cron: "0 18 * * 5" },
        { when: "on weekdays at 8", cron: "0 8 * * 1-5" },
        { when: "on the first of the month at midnight", cron: "0 0 1 * *" },
        { when: "at 10pm every day", cron: "0 22 * * *" },
        { when: "half past every hour", cron: "30 * * * *" },
      ],
    ],
    vars: {
      task: [
        "purgeSessions",
        "sendDigest",
        "syncRates",
        "buildReport",
        "rotateKeys",
        "refreshStats",
        "closeOrders",
        "archive‹Things›",
        "import‹Things›",
      ],
      other2: ["reindex", "checkHealth", "warmCache", "cleanTemp"],
      old: ["17 5 * * *", "*/3 * * * *", "45 23 * * *", "*/20 * * * *", "20 1 * * 2", "0 */3 * * *"],
      beside: ["0 1 * * *", "*/30 * * * *", "0 5 * * 6", "0 7 * * *"],
    },
    code: [
      `
      ƒ registerJobs() {
        cron.schedule("‹beside›", () => ‹other2›());
        cron.schedule("⟦‹old›→‹cron›⟧", () => ‹task›());
        «logger.info("jobs registered");|‹fill›»
      ƒ}
      `,
      `
      export const jobs: Job[] = [
        { name: "‹task›", schedule: "⟦‹old›→‹cron›⟧", run: ‹task› },
        { name: "‹other2›", schedule: "‹beside›", run: ‹other2› },
      ];
      `,
      `
      @Injectable()
      export class ‹Thing›Schedule {
        @Cron("‹beside›")
        async ‹other2›() {
          await this.‹things›.«check|touch»();
        }

        @Cron("⟦‹old›→‹cron›⟧")
        async ‹task›() {
          await this.‹things›.«run|work»();
        }
      }
      `,
      `
      const schedules = {
        ‹other2›: "‹beside›",
        ‹task›: "⟦‹old›→‹cron›⟧",
      };
      `,
    ],
  }),

  sketched("other-fields-survive", {
    seen: [
      "=the [whole document|whole {wordsThing}] is replaced, only {field} should change",
      "use $set",
      "=$set is missing",
      "=after [saving|changing] {field} [all|the] other fields of the {wordsThing} are gone",
      "=should be $set, else the [rest|other fields] gets lost",
      "=it overwrites the {wordsThing} with just {field}",
      "=Update document requires atomic operators",
      "=MongoInvalidArgumentError: Update document requires atomic operators[, so $set|]",
      "set only {field} instead of replacing the [document|{wordsThing}]",
      "=why does everything [but|except] {field} [disappear|get lost]?",
      "put {field} into a $set",
      "=the update needs [$set|an operator]",
      "=patching {field} [wipes|drops] the rest",
      "=only {field} is left after the update",
      "=this isn't an update but a replace, {field} only please",
      "=mongo refuses the update[ without an operator|, it has no operator]",
      "=i set {field} and [lost|lose] everything else",
      "use the $set operator for {field}",
      "=the driver says the update has no operator",
    ],
    unseen: [
      "=i changed {field} and now the {wordsThing} consists of nothing else",
      "touch nothing but {field} in the stored document",
    ],
    vars: {
      field: ["name", "status", "title", "email", "role", "label", "address", "priority", "state", "locale"],
      coll: ['db.collection("‹things›")', "‹things›Collection", "collections.‹things›"],
    },
    code: [
      `
      ƒ async set‹Thing›‹Field›(id: ObjectId, ‹field›: string) {
        ‹fill›
        await ‹coll›.updateOne({ _id: id }, ⟦{ ‹field› }→{ $set: { ‹field› } }⟧);
        await ‹coll›.updateOne({ _id: id }, { $inc: { revision: 1 } });
      ƒ}
      `,
      `
      router.put("/‹things:kebab›/:id/‹field›", async (req, res) => {
        const { ‹field› } = req.body;
        const result = await ‹coll›.updateOne(
          { _id: new ObjectId(req.params.id) },
          ⟦{ ‹field› }→{ $set: { ‹field› } }⟧,
        );
        res.json({ ‹field›, changed: result.modifiedCount });
      });
      `,
      `
      export class ‹Thing›Repository {
        async change‹Field›(ids: string[], ‹field›: string): Promise<number> {
          const found = await this.‹things›.find({ _id: { $in: ids } }).toArray();
          const { modifiedCount } = await this.‹things›.updateMany({ _id: { $in: ids } }, ⟦{ ‹field› }→{ $set: { ‹field› } }⟧);
          return found.length - modifiedCount;
        }
      }
      `,
    ],
  }),

  sketched("made-if-it-is-not-there", {
    seen: [
      "=nothing happens when there's no {wordsThing} yet, it should be [created|inserted] then",
      "[upsert|make it an upsert|use upsert]",
      "=the first time nothing is saved since the {wordsThing} doesn't exist[ yet|]",
      "create the {wordsThing} if there is none[ yet|]",
      "=[should be|needs to be] an upsert",
      "=new users have no {wordsThing} and so the update does nothing, create it [then|in that case]",
      "=upsert: true is missing",
      "=why isn't the {wordsThing} [saved|written] the first time?",
      "=can it create the {wordsThing} when it's missing?",
      "=only works once a {wordsThing} is there, otherwise insert one",
      "add upsert",
      "let the update insert the {wordsThing} when nothing matches",
      "=updateOne matches nothing for new ones, so [nothing is saved|the {wordsThing} is lost]",
      "=[matchedCount|modified count] is 0 when there's no {wordsThing}, insert it then",
      "=the {wordsThing} of a new user is [never stored|lost]",
      "insert the {wordsThing} if it [doesn't exist|isn't there]",
      "=[add|needs] the upsert option",
      "=when there's none yet, make one",
    ],
    unseen: [
      "=the very first write is silently dropped, as there is nothing to update",
      "have mongo make a new {wordsThing} where it finds none",
    ],
    vars: {
      key: ["userId", "‹other›Id", "orgId", "day", "slug", "deviceId", "key"],
      field: ["value", "count", "settings", "seenAt", "theme", "total", "state"],
    },
    code: [
      `
      ƒ async save‹Thing›(‹key›: string, ‹field›: «string|number|‹Thing›») {
        await db.collection("‹things›").updateOne({ ‹key› }, { $set: { ‹field› } }⟦→, { upsert: true }⟧);
        await db.collection("‹others›").updateOne({ ‹key› }, { $unset: { stale: "" } });
      ƒ}
      `,
      `
      export class ‹Thing›Store {
        constructor(private readonly ‹things›: Collection<‹Thing›>) {}

        async put(‹key›: string, ‹field›: ‹Thing›["‹field›"]) {
          «this.writes++;|const now = new Date();|»
          await this.‹things›.updateOne(
            { ‹key› },
            { $set: { ‹field› } },
            ⟦→{ upsert: true },⟧
          );
        }
      }
      `,
      `
      ƒ async track‹Thing›(‹key›: string, ‹field›: number) {
        ‹fill›
        const ‹thing› = await ‹Thing›Model.findOneAndUpdate({ ‹key› }, { ‹field› }, { new: true⟦→, upsert: true⟧ });
        await ‹Other›Model.updateMany({ ‹key› }, { stale: true });
        return ‹thing›;
      ƒ}
      `,
    ],
  }),

  sketched("select-only-fields", {
    seen: [
      "=loads [everything|all columns], we only need {a} and {b}",
      "[select|load|fetch] only {a} and {b}",
      "=the password hash is [sent|returned] as well, only {a} and {b} [please|should be]",
      "=only {a} and {b} are used, select just those",
      "=way too much data for a list, {a} and {b} [are enough|will do]",
      "restrict the {wordsThings} to {a} and {b}",
      "=should only [select|load] {a} and {b}",
      "=can we just load {a} and {b} of the {wordsThings}?",
      "=leaks [private|internal] columns, select {a} and {b}",
      "=why load whole {wordsThings} when {a} and {b} will do?",
      "use a select with {a} and {b}",
      "=the api [returns|exposes] far too much[ of the {wordsThings}|], {a} and {b} [would do|suffice]",
      "=select * is [overkill|too much], {a} and {b}",
      "=[the response is|it's] 2 MB for a list that shows {a} and {b}",
      "=[frontend|ui] only needs {a} and {b}",
      "=please no big columns, {a} and {b} is [all we need|all that's used]",
      "have it return {a} and {b} only",
    ],
    unseen: [
      "=of each {wordsThing} nothing but {a} and {b} should leave the database",
      "trim the query to {a} plus {b}",
    ],
    rows: [
      [
        { a: "id", b: "name" },
        { a: "id", b: "email" },
        { a: "id", b: "title" },
        { a: "slug", b: "title" },
        { a: "id", b: "status" },
        { a: "name", b: "email" },
        { a: "code", b: "label" },
        { a: "id", b: "updatedAt" },
        { a: "name", b: "price" },
      ],
    ],
    code: [
      `
      ƒ async list‹Things›(‹other›Id: string) {
        const ‹other› = await prisma.‹other›.findUnique({ where: { id: ‹other›Id } });
        «if (!‹other›) return [];|‹fill›»
        return prisma.‹thing›.findMany({
          where: { ‹other›Id },
          ⟦→select: { ‹a›: true, ‹b›: true },⟧
          orderBy: { «id|createdAt»: "asc" },
        });
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹things› = await knex("‹things:snake›").select(⟦"*"→"‹a›", "‹b›"⟧).where({ org_id: req.org.id });
        const ‹others› = await knex("‹others:snake›").select("*").limit(1);
        res.json({ ‹things›, ‹others› });
      });
      `,
      `
      export class ‹Thing›Repository {
        async all() {
          const { rows } = await this.pool.query("SELECT ⟦*→‹a›, ‹b›⟧ FROM ‹things:snake› WHERE org_id = $1", [this.orgId]);
          return rows;
        }

        async raw(id: string) {
          return (await this.pool.query("SELECT * FROM ‹things:snake› WHERE id = $1", [id])).rows[0];
        }
      }
      `,
      `
      ƒ async pick‹Things›(term: string) {
        const ‹things› = await ‹Thing›Model.find({ name: new RegExp(escape(term), "i") })⟦→.select("‹a› ‹b›")⟧.limit(20);
        return ‹things›.map((‹thing›) => ‹thing›.toObject());
      ƒ}
      `,
    ],
  }),

  sketched("pages-in-order", {
    seen: [
      "=the same {wordsThing} shows up on two pages, [order|sort] by {by}",
      "=pages overlap because there's no order, {by} [ascending|asc]",
      "order [it|the {wordsThings}] by {by}[, ascending|]",
      "=without an order paging is random, use {by}",
      "=some {wordsThings} never appear while paging, [order|sort] by {by}",
      "=no order by, {by} please",
      "=needs a stable order, [by |]{by}",
      "sort the [query|rows] by {by}",
      "=can the {wordsThings} come in the order of {by}?",
      "=the order changes with every request, should be by {by}",
      "=skip and take without an order make no sense ({by})",
      "=paging isn't deterministic. {by}",
      "=[scrolling|paging] through the list i see some {wordsThings} twice, {by} as order",
      "=rows jump between pages, order by {by}",
      "=limit and offset need an order, [take|use] {by}",
      "=[QA|a tester] saw the same {wordsThing} on page 1 and 2, [sort|order] by {by}",
      "have the db sort by {by}",
      "=order is missing ({by})",
      "=results come in any order, {by} would be [right|fine]",
    ],
    unseen: [
      "=page 2 repeats things of page 1, {by} would settle their sequence",
      "pin the sequence of rows to {by}",
    ],
    vars: { by: ["id", "id", "createdAt", "name", "position", "code", "slug", "startsAt"] },
    code: [
      `
      ƒ async page‹Things›(page: number, size = 20) {
        const settings = await prisma.setting.findMany({ take: 1 });
        return prisma.‹thing›.findMany({
          «where: { deletedAt: null },|include: { ‹other›: true },|»
          ⟦→orderBy: { ‹by›: "asc" },⟧
          skip: page * size,
          take: size,
        });
      ƒ}
      `,
      `
      export class ‹Thing›Store {
        async page(offset: number, limit: number) {
          const all = this.knex("‹things:snake›").where({ hidden: false });
          return all⟦→.orderBy("‹by›")⟧.offset(offset).limit(limit);
        }

        async count() {
          return this.knex("‹things:snake›").count();
        }
      }
      `,
      `
      ƒ async fetch‹Things›(pool: Pool, ‹other›Id: string, offset: number) {
        const ‹other› = await pool.query("SELECT * FROM ‹others:snake› WHERE id = $1 LIMIT 1", [‹other›Id]);
        ‹fill›
        const { rows } = await pool.query(
          "SELECT * FROM ‹things:snake› WHERE ‹other:snake›_id = $1⟦→ ORDER BY ‹by›⟧ LIMIT 50 OFFSET $2",
          [‹other›.rows[0].id, offset],
        );
        return rows;
      ƒ}
      `,
    ],
  }),

  // Knex answers with a list; what is wanted is all columns.
  sketched("inserted-row-comes-back", {
    seen: [
      "=the insert doesn't [return|give back] the row, use returning [with|and] *",
      "=the returned {wordsThing} has no id[, returning * would help|]",
      "add returning *",
      "=needs returning *",
      "=result is undefined after the insert, returning * is missing",
      "return the inserted row[ with returning *|]",
      "=can the insert return the [new row|whole row]? returning *",
      "=the {wordsThing} that comes back is undefined on postgres",
      "=why is the new {wordsThing} [empty|undefined]? [forgot|it lacks] returning *",
      "=insert should answer with all columns of the row",
      "=postgres gives nothing back without returning *",
      "make the insert return all columns",
      "=[on postgres|with pg] the insert returns [no rows|nothing]",
      "=id is undefined after inserting",
      "=cannot read id of undefined right after the insert[, returning *|]",
      "=the [function|method] should return what was inserted but it's [undefined|empty]",
      "let the insert [give|hand] back the row",
      "=i get the row count instead of the row, returning * please",
      "=where's the generated id? needs returning *",
    ],
    unseen: [
      "=we need what the db has made of it, with its id and all, yet get nothing",
      "have postgres hand out the complete new row",
    ],
    vars: { db: ["db", "knex", "trx"], data: ["data", "input", "values", "fields", "payload"] },
    code: [
      `
      ƒ async create‹Thing›(‹data›: New‹Thing›): Promise<‹Thing›> {
        await ‹db›("‹other:snake›_log").insert({ kind: "‹thing›" });
        const [‹thing›] = await ‹db›("‹things:snake›").insert(‹data›)⟦→.returning("*")⟧;
        «events.emit("‹thing›.created", ‹thing›);|‹fill›»
        return ‹thing›;
      ƒ}
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        await pool.query("INSERT INTO visits (path) VALUES ($1)", [req.path]);
        const { rows } = await pool.query(
          "INSERT INTO ‹things:snake› (name, owner_id) VALUES ($1, $2)⟦→ RETURNING *⟧",
          [req.body.name, req.user.id],
        );
        res.status(201).json(rows[0]);
      });
      `,
      `
      export class ‹Thing›Repository {
        async add(‹data›: ‹Thing›Input): Promise<‹Thing›> {
          const [row] = await this.knex("‹things:snake›").insert({ ...‹data›, «created_by: this.userId|state: "new"» })⟦→.returning("*")⟧;
          await this.knex("counters").increment("‹things:snake›", 1);
          return to‹Thing›(row);
        }
      }
      `,
    ],
  }),

  sketched("timer-lets-the-process-end", {
    seen: [
      "=the [interval|timer] keeps the [process|script] alive, unref it",
      "unref the [interval|timer]",
      "=the [cli|script] never exits because of the [interval|timer][, unref|]",
      "=the timer shouldn't keep node running",
      "=node doesn't exit on its own[, the timer needs unref|]",
      "call unref on the [timer|interval]",
      "=vitest hangs at the end because of the timer, unref",
      "=should be unref'd",
      "=can the process end although the timer is on?",
      "don't let the timer hold up the process",
      "=unref is missing",
      "=why does the process stay open after the work? the timer…",
      "=one has to press ctrl-c after the work because of the timer",
      "=[process|node] stays up only for the timer",
      "make the timer not [block|prevent] the exit",
      "=the timer alone is no reason to stay alive",
      "=our lambda never returns as the timer is still there[, unref|]",
      "=unref() please",
    ],
    unseen: [
      "=all is done but node waits for the next tick of it, forever",
      "let node quit regardless of the timer",
    ],
    vars: {
      every: ["60_000", "30_000", "5000", "INTERVAL", "10 * 60 * 1000", "options.interval"],
      fn: ["flush", "sweep", "report", "poll", "refresh", "prune"],
    },
    code: [
      `
      ƒ start‹Thing›«Sweeper|Reporter|Poller»(‹things›: ‹Thing›Store) {
        «logger.info("started");|‹things›.open();|»
        setInterval(() => ‹things›.‹fn›(), ‹every›)⟦→.unref()⟧;
        «return ‹things›;|‹things›.on("error", (err) => logger.error({ err }, "‹fn› failed"));»
      ƒ}
      `,
      `
      export class ‹Thing›Cache {
        private readonly timer: NodeJS.Timeout;

        constructor(private readonly max = 100) {
          this.timer = setInterval(() => this.‹fn›(), ‹every›);
          ⟦→this.timer.unref();⟧
        }

        close() {
          clearInterval(this.timer);
        }
      }
      `,
      `
      const timer = setTimeout(() => ‹fn›‹Things›(), ‹every›);
      ⟦→timer.unref();⟧

      ƒ cancel() {
        clearTimeout(timer);
      ƒ}
      `,
    ],
  }),

  sketched("rolled-back-on-error", {
    seen: [
      "=no rollback [on|after an] error",
      "roll back [on error|if something fails|in the catch]",
      "=the transaction stays open after an error",
      "=ROLLBACK is missing",
      "=[when|if] it fails the connection goes back with an open transaction",
      "=idle in transaction[ connections after errors|], where's the rollback?",
      "=the catch should roll back[ first|]",
      "=begin and commit but never a rollback",
      "=why are rows still locked after [an error|a failure]?",
      "=can we roll back before rethrowing?",
      "send ROLLBACK in the catch[ before throwing|]",
      "=current transaction is aborted, commands ignored until end of block",
      "=what happens to the transaction [when|if] a query throws? [nothing|it stays open]",
      "=half of the changes are still pending after a failure",
      "=the next one who gets this connection is in a [broken|aborted] transaction",
      "=errors leave the transaction [open|hanging]",
      "roll the transaction back [when|if] it fails",
      "=[there's|i see] no ROLLBACK anywhere",
      "=after an error the locks stay[ until the connection dies|]",
    ],
    unseen: [
      "=a failure halfway leaves us inside of the transaction",
      "undo what was begun before the error goes up",
    ],
    vars: { client: ["client", "conn", "connection", "tx"], err: ["err", "error", "e"] },
    code: [
      `
      ƒ async «move|merge|replace»‹Thing›(pool: Pool, id: string, ‹other›Id: string) {
        const ‹client› = await pool.connect();
        try {
          await ‹client›.query("BEGIN");
          await ‹client›.query("UPDATE ‹things:snake› SET ‹other:snake›_id = $1 WHERE id = $2", [‹other›Id, id]);
          await ‹client›.query("INSERT INTO log (ref) VALUES ($1)", [id]);
          await ‹client›.query("COMMIT");
        } catch (‹err›) {
          ⟦→await ‹client›.query("ROLLBACK");⟧
          «logger.error({ ‹err› }, "not moved");|»
          throw ‹err›;
        } finally {
          ‹client›.release();
        }
      ƒ}
      `,
      `
      export class ‹Thing›Importer {
        async run(rows: ‹Thing›Row[]): Promise<boolean> {
          const ‹client› = this.client;
          await ‹client›.query("BEGIN");
          try {
            for (const row of rows) await this.insert(‹client›, row);
            await ‹client›.query("COMMIT");
            return true;
          } catch (‹err›) {
            ⟦→await ‹client›.query("ROLLBACK");⟧
            this.errors.push(‹err›);
            return false;
          }
        }
      }
      `,
      `
      ƒ async inTransaction<T>(‹client›: PoolClient, work: () => Promise<T>): Promise<T> {
        await ‹client›.query("BEGIN");
        try {
          const result = await work();
          await ‹client›.query("COMMIT");
          return result;
        } catch (‹err›) {
          ⟦→await ‹client›.query("ROLLBACK");⟧
          throw ‹err›;
        }
      ƒ}
      `,
    ],
  }),
];

import { sketched } from "./sketch.ts";

/** Small wishes of shops and accounts that concern who sees what. */
export const SHOP_NOTICES = [
  sketched("drafts-are-not-public", {
    seen: [
      "=[visitors|customers|guests] see {wordsThings} that aren't {flag} yet",
      "={wordsThings} without {flag} [show up|are listed] [in public|on the site|in the shop]",
      "=[unfinished|hidden] {wordsThings} are visible[ to everybody|]",
      "=only {flag} ones should be [shown|listed|visible]",
      "=the {flag} [flag|switch] has no effect[ on the list|]",
      "=[why|how come] do people see {wordsThings} that are not {flag}?",
      "=nobody looks at {flag}[ here|]",
      "show only {flag} {wordsThings}",
      "hide {wordsThings} that are not {flag}",
      "[filter by|respect|check] {flag}",
    ],
    unseen: [
      "=I switched it off in the admin and it's still there for everyone",
      "leave out what isn't {flag}",
    ],
    vars: { flag: ["published", "visible", "approved", "public", "released", "enabled", "listed", "active"] },
    code: [
      `
      ƒ «Public|Shop|Front»‹Things›({ ‹things› }: ListProps) {
        return (
          <ul>
            {‹things›⟦→.filter((‹thing›) => ‹thing›.‹flag›)⟧.map((‹thing›) => (
              <li key={‹thing›.id}>{‹thing›.name}</li>
            ))}
          </ul>
        );
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const found = await db.‹thing›.findMany({
          «where: { shopId: req.shop.id⟦→, ‹flag›: true⟧ },|where: { deleted: false⟦→, ‹flag›: true⟧ },»
          orderBy: { createdAt: "desc" },
        });
        res.json(found);
      });
      `,
      `
      class ‹Thing›Feed {
        constructor(private ‹things›: ‹Thing›[]) {}

        latest(count: number) {
          return this.‹things›⟦→.filter((‹thing›) => ‹thing›.‹flag›)⟧.slice(0, count);
        }

        get total() {
          return this.‹things›.length;
        }
      }
      `,
    ],
  }),
  sketched("mail-to-this-one-too", {
    seen: [
      "=the {wordsMore} never hears about it",
      "=the {wordsMore} gets no mail",
      "=only the {wordsOne} is [told|informed|notified]",
      "=the {wordsMore} [wants|needs] to [know|be told] [too|as well]",
      "=[why|how come] does only the {wordsOne} get a mail?",
      "=the {wordsMore} should get [one|it|the same mail] [too|as well]",
      "=can the {wordsMore} be notified too?",
      "mail the {wordsMore} [too|as well]",
      "notify the {wordsMore} [too|as well]",
      "send it to the {wordsMore} [too|as well]",
    ],
    unseen: ["=I'm the {wordsMore} and had to ask what happened", "=the same for the {wordsMore}"],
    rows: [
      [
        { one: "customer", more: "seller" },
        { one: "buyer", more: "seller" },
        { one: "guest", more: "host" },
        { one: "author", more: "editor" },
        { one: "student", more: "teacher" },
        { one: "patient", more: "doctor" },
        { one: "member", more: "owner" },
        { one: "tenant", more: "landlord" },
        { one: "applicant", more: "recruiter" },
        { one: "sender", more: "receiver" },
      ],
    ],
    vars: {
      text: ["text", "message", "body", "notice"],
      deed: ["cancel", "confirm", "accept", "move", "close"],
    },
    code: [
      `
      ƒ async ‹deed›‹Thing›(‹thing›: ‹Thing›) {
        await ‹things›.‹deed›(‹thing›.id);
        const ‹text› = ´Your ‹thing:words› €{‹thing›.number}: ‹deed›´;
        await sendMail(‹thing›.‹one›.email, ‹text›);
        ⟦→await sendMail(‹thing›.‹more›.email, ‹text›);⟧
        «return ‹thing›;|logger.info("‹deed›", ‹thing›.id);»
      ƒ}
      `,
      `
      class ‹Thing›Service {
        async ‹deed›(id: string, ‹text›: string) {
          const { ‹one›, ‹more› } = await this.load(id);
          await this.store.‹deed›(id);
          await this.notify(‹one›, ‹text›);
          ⟦→await this.notify(‹more›, ‹text›);⟧
        }

        private notify(user: User, ‹text›: string) {
          return this.mailer.send(user.email, ‹text›);
        }
      }
      `,
      `
      ƒ recipientsOf(‹thing›: ‹Thing›): string[] {
        if (‹thing›.draft) return [];
        return [‹thing›.‹one›.email⟦→, ‹thing›.‹more›.email⟧];
      ƒ}
      `,
    ],
  }),
  sketched("saved-mail-in-small-letters", {
    seen: [
      "=[two|2] accounts with the same {wordsMail}, one in capitals",
      "=[somebody|a user] [registered|signed up] twice: Anna@x.de and anna@x.de",
      "=we [save|store] the {wordsMail} as typed, [should be|better] lower case",
      "=the {wordsMail} should be [saved|stored] in lower case",
      "=[mixed case|capitals] in the {wordsMail} column",
      "=[why|how come] are there {wordsMail}s with capitals in the database?",
      "=can we store it in lower case?",
      "[save|store] the {wordsMail} in lower case",
      "lowercase {mail} before [saving|storing] it",
      "normalize {mail} to lower case [on sign-up|when saving|first]",
    ],
    unseen: [
      "=duplicates that differ only by a big letter in the {wordsMail}",
      "keep {mail} in small letters",
    ],
    vars: {
      mail: ["email", "mail", "username", "login", "emailAddress", "handle"],
      more: ["name", "phone", "company", "locale"],
    },
    code: [
      `
      ƒ async «register|signUp|createAccount»({ ‹mail›, ‹more›, password }: SignUp) {
        const passwordHash = await hash(password);
        return db.user.create({
          data: { ‹more›, passwordHash, ‹mail›⟦→: ‹mail›.toLowerCase()⟧ },
        });
      ƒ}
      `,
      `
      class User {
        ‹mail›: string;
        ‹more›: string;

        constructor(‹mail›: string, ‹more›: string) {
          this.‹mail› = ⟦‹mail›→‹mail›.toLowerCase()⟧;
          this.‹more› = ‹more›;
        }
      }
      `,
      `
      ƒ async invite(teamId: string, ‹mail›: string, ‹more›: string) {
        const token = createToken();
        await invitations.insert({ teamId, ‹mail›⟦→: ‹mail›.toLowerCase()⟧, ‹more›, token });
        return token;
      ƒ}
      `,
    ],
  }),
  sketched("mine-only-in-my-list", {
    seen: [
      "=I see {wordsThings} of other [people|customers|users]",
      "=everybody sees all {wordsThings}",
      "=[customer|somebody] saw a stranger's {wordsThings}",
      "=[privacy|data leak]: all {wordsThings} are listed, not only one's own",
      "=should only [list|show|return] [my own|the user's own] {wordsThings}",
      "=[why|how come] do I get all {wordsThings} and not just mine?",
      "=[nobody|nothing] filters by {user}",
      "only [return|list] {wordsThings} of the [user|one who asks]",
      "[filter|restrict] [it|the {wordsThings}] by {user}",
      "limit the {wordsThings} to those [of|with] {user}",
    ],
    unseen: [
      "=new account, first login, and there are hundreds of foreign {wordsThings}",
      "give back just what belongs to {user}",
    ],
    vars: { user: ["userId", "customerId", "ownerId", "accountId", "teamId", "tenantId", "memberId"] },
    code: [
      `
      ƒ async list‹Things›(‹user›: string, page = 0) {
        const rows = await db.‹thing›.findMany({
          where: { deleted: false⟦→, ‹user›⟧ },
          skip: page * 20,
          take: 20,
        });
        await log("list", ‹user›);
        return rows;
      ƒ}
      `,
      `
      ƒ my‹Things›(‹things›: ‹Thing›[], ‹user›: string): ‹Thing›[] {
        return ‹things›.filter((one) => !one.archived⟦→ && one.‹user› === ‹user›⟧);
      ƒ}
      `,
      `
      router.get("/my/‹things:kebab›", async (req, res) => {
        const { ‹user› } = req.session;
        if (!‹user›) return res.sendStatus(401);
        const found = await ‹Thing›Model.find(⟦→{ ‹user› }⟧);
        res.json(found);
      });
      `,
    ],
  }),
  sketched("preselect-the-usual-one", {
    seen: [
      "=[nobody|no one] uses anything but {textUsual}, [preselect it|it should be preselected]",
      "={textUsual} should be [chosen|selected] [at first|by default|from the start]",
      "=nothing is [selected|chosen] [at first|in the beginning], should be {textUsual}",
      "=most [customers|people] take {textUsual}, make it the default",
      "=can {textUsual} be the default?",
      "=wish: start with {textUsual}",
      "=users forget to choose the {wordsField}, {textUsual} would be a good default",
      "preselect {textUsual}",
      "start with {textUsual}[ selected|]",
      "make {textUsual} the default {wordsField}",
      "default to {textUsual}[ please|]",
    ],
    unseen: [
      "=always the same click on {textUsual} first, save people that",
      "let {textUsual} be set from the outset",
    ],
    rows: [
      [
        { field: "shipping", usual: "standard" },
        { field: "payment", usual: "card" },
        { field: "country", usual: "DE" },
        { field: "currency", usual: "EUR" },
        { field: "size", usual: "M" },
        { field: "plan", usual: "monthly" },
        { field: "language", usual: "en" },
        { field: "role", usual: "member" },
        { field: "sorting", usual: "newest" },
        { field: "delivery", usual: "pickup" },
        { field: "ticket", usual: "adult" },
      ],
    ],
    code: [
      `
      ƒ ‹Field›Step({ onNext }: StepProps) {
        const [‹field›, set‹Field›] = useState("⟦→‹usual›⟧");
        const [note, setNote] = useState("");
        return (
          <form onSubmit={() => onNext(‹field›, note)}>
            <‹Field›Select value={‹field›} onChange={set‹Field›} />
            <textarea value={note} onChange={(event) => setNote(event.target.value)} />
          </form>
        );
      ƒ}
      `,
      `
      const form = useForm<FormValues>({
        defaultValues: {
          name: "",
          ‹field›: "⟦→‹usual›⟧",
          comment: "",
        },
      });
      `,
      `
      const initialState: State = {
        items: [],
        ‹field›: ⟦null→"‹usual›"⟧,
        coupon: null,
      };

      ƒ reset(): State {
        return initialState;
      ƒ}
      `,
    ],
  }),
];

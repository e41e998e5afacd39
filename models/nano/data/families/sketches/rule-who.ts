import { sketched } from "./sketch.ts";

/** Rules of who may do what. */
export const RULE_WHO = [
  sketched("another-role-may-too", {
    seen: [
      "=[{wordsWho}|{wordsRole}s] [can|may|should be able to|are allowed to] do [that|this] [as well|too]",
      "=[{wordsWho}|{wordsRole}s] should be able to {wordsDoing} [things |]too",
      "=[{wordsWho}|{wordsRole}s] get [refused|turned away|a no] here[, they should be let in as well|, but they may do it]",
      "allow [it for |this for |]{wordsWho} [too|as well]",
      "=[also|now also] for {wordsWho}[, not only for admins|, not just admins]",
      "let {wordsWho} [in|do it] as well",
      "=why can't {wordsWho} {wordsDoing}? [they should|make it so they can]",
      "=support says {wordsWho} can't {wordsDoing}, but they should[ be able to|]",
      "=the {wordsRole} role is missing here",
      "=not only admins, {wordsWho} as well",
      "=can we let {wordsWho} {wordsDoing} [too|as well]?",
      "=admin or {wordsRole}, [either is fine|both are fine]",
    ],
    unseen: [
      "=the role {wordsRole} has the same right here as an admin",
      "=customer called: her role is {wordsRole} and it won't let her {wordsDoing}",
    ],
    vars: {
      doing: ["remove", "download", "invite", "publish", "refund", "archive"],
      user: ["me", "actor", "caller", "currentUser"],
    },
    rows: [
      [
        { role: "owner", who: "owners" },
        { role: "editor", who: "editors" },
        { role: "manager", who: "managers" },
        { role: "teacher", who: "teachers" },
        { role: "moderator", who: "moderators" },
        { role: "support", who: "support people" },
        { role: "billing", who: "billing people" },
        { role: "doctor", who: "doctors" },
        { role: "coach", who: "coaches" },
      ],
    ],
    code: [
      `
      ƒ can‹Doing›‹Thing›(‹user›: Member«|, ‹thing›: ‹Thing›»)«|: boolean» {
        «if (‹user›.suspended) return false;|»
        return ‹user›.role === "admin"⟦→ || ‹user›.role === "‹role›"⟧;
      ƒ}

      ƒ canSee‹Thing›(‹user›: Member)«|: boolean» {
        return ‹user›.«active|verified»;
      ƒ}
      `,
      `
      const SEES_‹thing:CONST› = ["admin", "viewer"];
      const CAN_‹doing:CONST› = ["admin"⟦→, "‹role›"⟧];

      export const may‹Doing› = (‹user›: Member) => CAN_‹doing:CONST›.includes(‹user›.role);
      `,
      `
      ƒ async ‹doing›‹Thing›(‹user›: Member, ‹thing›Id: string) {
        if (‹user›.role !== "admin"⟦→ && ‹user›.role !== "‹role›"⟧) {
          throw new ForbiddenError();
        }
        const ‹thing› = await ‹things›.get(‹thing›Id);
        ‹fill›
        await ‹things›.‹doing›(‹thing›);
      ƒ}
      `,
      `
      export function ‹Thing›Actions({ ‹thing›, ‹user› }: ‹Thing›ActionsProps) {
        const may‹Doing› = ‹user›.role === "admin"⟦→ || ‹user›.role === "‹role›"⟧;
        return (
          <div className="actions">
            <OpenButton to={‹thing›.url} />
            {may‹Doing› && <‹Doing›Button ‹thing›={‹thing›} />}
          </div>
        );
      }
      `,
    ],
  }),
  sketched("role-may-no-longer", {
    seen: [
      "=[{wordsWho}|{wordsRole}s] [can't|may not|shouldn't be able to] {wordsDoing} [any more|anymore]",
      "=[{wordsWho}|{wordsRole}s] should no longer {wordsDoing}",
      "=why can {wordsWho} still {wordsDoing}? [they shouldn't|take that away]",
      "take {wordsWho} out[ here| of this|]",
      "=not for {wordsWho}[ any more|]",
      "=we don't want {wordsWho} to {wordsDoing}[ any more|]",
      "=no {wordsWho}[ please| here|]",
      "=a {wordsRole} just managed to {wordsDoing}, that's not [allowed|ok] any more",
      "don't let {wordsWho} {wordsDoing} [any more|any longer]",
      "=can we take that right away from {wordsWho}?",
      "=[the rest stays|the others still may], but {wordsWho} [can't|may not]",
    ],
    unseen: [
      "=as of today it's everybody in there but the {wordsWho}",
      "=drop the {wordsRole} role from those who may {wordsDoing}",
    ],
    vars: {
      doing: ["remove", "download", "invite", "publish", "refund", "approve"],
      user: ["user", "member", "account"],
    },
    rows: [
      [
        { role: "editor", who: "editors" },
        { role: "assistant", who: "assistants" },
        { role: "seller", who: "sellers" },
        { role: "student", who: "students" },
        { role: "moderator", who: "moderators" },
        { role: "nurse", who: "nurses" },
        { role: "intern", who: "interns" },
        { role: "partner", who: "partners" },
      ],
    ],
    code: [
      `
      ƒ can‹Doing›‹Thing›(‹user›: Member)«|: boolean» {
        return ‹user›.role === "«admin|owner»"⟦ || ‹user›.role === "‹role›"→⟧;
      ƒ}

      ƒ canOpen‹Thing›(‹user›: Member)«|: boolean» {
        return ‹user›.role === "‹role›" || ‹user›.«active|verified»;
      ƒ}
      `,
      `
      export const RIGHTS = {
        view: ["owner", "admin", "‹role›"],
        ‹doing›: ["owner", "admin"⟦, "‹role›"→⟧],
        comment: ["owner", "‹role›"],
      };
      `,
      `
      router.post(
        "/‹things›/:id/comment",
        allow("admin", "owner", "‹role›"),
        comment‹Thing›,
      );
      router.post(
        "/‹things›/:id/‹doing›",
        allow("admin", "owner"⟦, "‹role›"→⟧),
        ‹doing›‹Thing›,
      );
      `,
      `
      export function ‹Thing›Menu({ ‹thing›, ‹user› }: Props) {
        return (
          <Menu>
            <Item onClick={() => open(‹thing›.id)}>Open</Item>
            {["admin"⟦, "‹role›"→⟧].includes(‹user›.role) && (
              <Item onClick={() => ‹doing›(‹thing›.id)}>‹Doing›</Item>
            )}
          </Menu>
        );
      }
      `,
    ],
  }),
  sketched("not-those-people", {
    seen: [
      "=[not for|nothing for] {wordsWho}",
      "=[{wordsWho}] [shouldn't|must not|may not] {wordsDoing}",
      "=why can {wordsWho} {wordsDoing}? [they shouldn't|that's wrong]",
      "=[{wordsWho}] can {wordsDoing}[, that's not intended|, they shouldn't|, bug]",
      "don't let {wordsWho} {wordsDoing}",
      "=nobody who is {wordsFlag} [may|should be able to] {wordsDoing}",
      "=everyone may {wordsDoing} except {wordsWho}",
      "=only if [you are|they're] not {wordsFlag}",
      "stop {wordsWho} from [it|doing that]",
      "=[one of our|one of the] testers is {wordsFlag} and could {wordsDoing} [anyway|all the same]",
      "=can we stop {wordsWho} from that?",
      "=unless [the person is|they're|someone is] {wordsFlag}",
    ],
    unseen: [
      "=this should be off limits to {wordsWho}",
      "=being {wordsFlag} has to mean you can't {wordsDoing}",
    ],
    vars: {
      doing: ["vote", "comment", "checkout", "reply", "upload", "invite", "subscribe"],
      user: ["user", "member", "person", "account"],
    },
    rows: [
      [
        { flag: "guest", who: "guests" },
        { flag: "banned", who: "banned people" },
        { flag: "blocked", who: "blocked people" },
        { flag: "muted", who: "muted people" },
        { flag: "suspended", who: "suspended accounts" },
        { flag: "anonymous", who: "anonymous visitors" },
        { flag: "deactivated", who: "deactivated accounts" },
        { flag: "frozen", who: "frozen accounts" },
      ],
    ],
    code: [
      `
      ƒ can‹Doing›(‹user›: ‹user:Pascal›, ‹thing›: ‹Thing›)«|: boolean» {
        return ‹thing›.«open|published|active»⟦→ && !‹user›.‹flag›⟧;
      ƒ}

      ƒ greet(‹user›: ‹user:Pascal›) {
        return ‹user›.‹flag› ? "Hello" : "Welcome back";
      ƒ}
      `,
      `
      export function ‹Thing›Footer({ ‹thing›, ‹user› }: Props) {
        ‹fill›
        return (
          <footer>
            {‹user›.‹flag› && <Hint kind="‹flag:kebab›" />}
            {‹thing›.open && <Share‹Thing› id={‹thing›.id} />}
            {‹thing›.open &&⟦→ !‹user›.‹flag› &&⟧ <‹Doing›Button id={‹thing›.id} />}
          </footer>
        );
      }
      `,
      `
      export function use‹Thing›Rights(‹thing›: ‹Thing›, ‹user›: ‹user:Pascal›) {
        const seesHint = ‹user›.‹flag› && !‹thing›.hidden;
        const may‹Doing› = !‹thing›.locked⟦→ && !‹user›.‹flag›⟧;
        return { seesHint, may‹Doing› };
      }
      `,
      `
      class ‹Thing›Policy {
        constructor(private readonly ‹user›: ‹user:Pascal›) {}

        label() {
          return this.‹user›.‹flag› ? "limited" : "full";
        }

        ‹doing›(‹thing›: ‹Thing›) {
          return ‹thing›.visible && ‹thing›.open⟦→ && !this.‹user›.‹flag›⟧;
        }
      }
      `,
    ],
  }),
  sketched("not-your-own", {
    seen: [
      "=[you can|people can|users can] {wordsDoing} their own {wordsThing}[, that's silly|, they shouldn't]",
      "=nobody should [be able to |]{wordsDoing} their own {wordsThing}",
      "=not your own[ {wordsThing}|]",
      "=not on [your|one's] own {wordsThings}",
      "don't let [people|anyone] {wordsDoing} what [is theirs|they own]",
      "=i can {wordsDoing} my own {wordsThing}[, is that intended?|]",
      "=why can i {wordsDoing} {wordsThings} that are mine?",
      "=only {wordsThings} of other people[, not your own|]",
      "=should not be possible for the one whose {wordsThing} it is",
      "=[unless|except when] it is [your own|the user's own]",
      "prevent {wordsDoing} on one's own {wordsThing}",
      "=the {wordsOwner} is the user themselves? then no",
    ],
    unseen: [
      "=you have to be somebody else than its {wordsOwner}",
      "=found a way to cheat: {wordsDoing} my own {wordsThings}",
    ],
    vars: {
      doing: ["rate", "review", "like", "upvote", "report", "approve", "buy"],
      owner: ["author", "owner", "creator", "seller", "sender"],
      user: ["user", "member", "viewer", "me"],
    },
    code: [
      `
      ƒ can‹Doing›(‹user›: User, ‹thing›: ‹Thing›)«|: boolean» {
        return ‹thing›.«published|open|approved»⟦→ && ‹thing›.‹owner›Id !== ‹user›.id⟧;
      ƒ}

      ƒ canEdit(‹user›: User, ‹thing›: ‹Thing›)«|: boolean» {
        return ‹thing›.‹owner›Id === ‹user›.id;
      ƒ}
      `,
      `
      export function ‹Thing›Card({ ‹thing›, ‹user› }: Props) {
        const can‹Doing› = ‹thing›.«published|visible»⟦→ && ‹thing›.‹owner›Id !== ‹user›.id⟧;
        ‹fill›
        return (
          <article>
            <h3>{‹thing›.title}</h3>
            <small>{‹thing›.‹owner›Id}</small>
            {can‹Doing› && <‹Doing›Button ‹thing›Id={‹thing›.id} />}
          </article>
        );
      }
      `,
      `
      export function ‹Doing›‹Thing›({ ‹thing›, ‹user›, on‹Doing› }: Props) {
        return (
          <button
            type="button"
            title={´by €{‹thing›.‹owner›Id}´}
            disabled={‹thing›.locked⟦→ || ‹thing›.‹owner›Id === ‹user›.id⟧}
            onClick={() => on‹Doing›(‹thing›.id)}
          >
            ‹Doing›
          </button>
        );
      }
      `,
    ],
  }),
  sketched("your-own-as-well", {
    seen: [
      "=[people|users|you] should be able to {wordsDoing} their own {wordsThing}[, not just admins|]",
      "=the {wordsOwner} may [{wordsDoing} it|do that] [too|as well]",
      "=the {wordsOwner} [can't|isn't able to] {wordsDoing} it[, only admins can|]",
      "=why can't i {wordsDoing} my own {wordsThing}?",
      "let the {wordsOwner} {wordsDoing} it [too|as well]",
      "=admins and the {wordsOwner}",
      "=also [ok|fine|allowed] for the {wordsOwner} of the {wordsThing}",
      "allow it for [one's own {wordsThings}|your own {wordsThings}] too",
      "=[either|] an admin or the {wordsOwner}[ himself| of it|]",
      "=i have to ask an admin to {wordsDoing} what i made myself",
      "=can't people {wordsDoing} their own {wordsThings}?",
      "=as {wordsOwner} [i|you] should be allowed to {wordsDoing} it",
    ],
    unseen: [
      "=whoever is its {wordsOwner} has that right without being admin",
      "=your own {wordsThings} are yours to {wordsDoing}",
    ],
    vars: {
      doing: ["edit", "delete", "rename", "archive", "close", "move"],
      owner: ["author", "owner", "creator", "organizer", "uploader"],
      user: ["user", "member", "viewer", "me"],
    },
    code: [
      `
      ƒ can‹Doing›(‹user›: User, ‹thing›: ‹Thing›)«|: boolean» {
        return ‹user›.isAdmin⟦→ || ‹thing›.‹owner›Id === ‹user›.id⟧;
      ƒ}

      ƒ isMine(‹user›: User, ‹thing›: ‹Thing›)«|: boolean» {
        return ‹thing›.‹owner›Id === ‹user›.id;
      ƒ}
      `,
      `
      export function ‹Thing›Toolbar({ ‹thing›, ‹user› }: Props) {
        const may‹Doing› = ‹user›.isAdmin⟦→ || ‹thing›.‹owner›Id === ‹user›.id⟧;
        const mayPin = ‹user›.isAdmin;
        return (
          <div>
            <PersonName id={‹thing›.‹owner›Id} />
            {mayPin && <PinButton id={‹thing›.id} />}
            {may‹Doing› && <‹Doing›Button id={‹thing›.id} />}
          </div>
        );
      }
      `,
      `
      router.post("/‹things›/:id/‹doing›", async (req, res) => {
        const { ‹user› } = req;
        const ‹thing› = await ‹things›.get(req.params.id);
        if (!‹user›.isAdmin⟦→ && ‹thing›.‹owner›Id !== ‹user›.id⟧) return res.sendStatus(403);
        «log|audit»("‹doing›", ‹thing›.‹owner›Id);
        await ‹things›.‹doing›(‹thing›, req.body);
        res.json(‹thing›);
      });
      `,
    ],
  }),
  sketched("last-one-stays", {
    seen: [
      "=the last {wordsRole} can't {leaving}[, throw {textText}|: {textText}]",
      "=the only {wordsRole} [must not|may not|shouldn't be able to] {leaving}[, throw|: error] {textText}",
      "=[there must always be|we always need] [one|at least one] {wordsRole}[, otherwise throw|, else] {textText}",
      "=a {wordsPlace} without {wordsRoles} [happens|is possible now]. if it's the last one[,| then] throw {textText}",
      "throw {textText} [if there's only one {wordsRole} left|if it's the last {wordsRole}]",
      "refuse with {textText} when [nobody else is {wordsRole}|it is the last {wordsRole}]",
      "=[we had a|there's a] {wordsPlace} with no {wordsRole} at all. the last one should get {textText}",
      "=the last {wordsRole} should get the error {textText}",
      "=can we stop the last {wordsRole}? error {textText}",
      "=never without any {wordsRole}, throw an error {textText}",
    ],
    unseen: [
      "=with a single {wordsRole} remaining this has to fail saying {textText}",
      "=somebody must stay. {textText} for the last of the {wordsRoles}",
    ],
    vars: { place: ["team", "project", "group", "workspace", "club", "channel", "course", "room"] },
    rows: [
      [
        { role: "admin", roles: "admins" },
        { role: "owner", roles: "owners" },
        { role: "moderator", roles: "moderators" },
        { role: "host", roles: "hosts" },
        { role: "teacher", roles: "teachers" },
        { role: "manager", roles: "managers" },
      ],
      [
        { leaving: "leave", text: "You are the last one" },
        { leaving: "leave", text: "Somebody has to stay" },
        { leaving: "step down", text: "Choose someone else first" },
        { leaving: "leave", text: "Cannot leave" },
        { leaving: "quit", text: "Nobody would be left" },
      ],
    ],
    code: [
      `
      ƒ leave‹Place›(‹place›: ‹Place›, user: User) {
        const ‹roles› = ‹place›.members.filter((one) => one.role === "‹role›");
        const isOne = ‹roles›.some((one) => one.id === user.id);
        ⟦→if (isOne && ‹roles›.length === 1) throw new Error("‹text›");⟧
        ‹fill›
        ‹place›.members = ‹place›.members.filter((one) => one.id !== user.id);
      ƒ}
      `,
      `
      class ‹Place› {
        constructor(private readonly ‹roles›: Set<string>) {}

        add‹Role›(id: string) {
          this.‹roles›.add(id);
        }

        remove‹Role›(id: string) {
          ⟦→if (this.‹roles›.size === 1) throw new Error("‹text›");⟧
          this.‹roles›.delete(id);
        }
      }
      `,
      `
      ƒ async drop‹Role›(‹place›Id: string, userId: string) {
        const ‹roles› = await find‹Role›s(‹place›Id);
        ⟦→if (‹roles›.length === 1) throw new Error("‹text›");⟧
        await db.members.update(userId, { role: "member" });
        await «log|audit»("‹role› dropped", { ‹place›Id, userId });
      ƒ}
      `,
    ],
  }),
  sketched("no-limit-for-them", {
    seen: [
      "=the limit [shouldn't|doesn't|must not] apply to {wordsWho}",
      "=[{wordsWho}] [run into|hit] the limit[, they shouldn't|]",
      "=no limit for {wordsWho}",
      "=unlimited for {wordsWho}",
      "=[{wordsWho}] [may have|can have] as many {wordsThings} as they [like|want]",
      "=why do {wordsWho} get the limit message?",
      "skip the limit for {wordsWho}",
      "=[{wordsWho}] are exempt[ from the limit| from this|]",
      "don't limit {wordsWho}",
      "=only limit people who aren't {wordsFlag}",
      "=the limit is only for people without {wordsFlag}",
      "=[{wordsWho}] complain they can't add more {wordsThings}[, lift it for them|]",
      "=unless they are {wordsFlag}",
    ],
    unseen: ["=if you're {wordsFlag} the number doesn't matter", "=[{wordsWho}] pay for having no cap here"],
    vars: { user: ["user", "account", "owner", "customer"], limit: ["MAX", "LIMIT", "max‹Things›"] },
    rows: [
      [
        { flag: "premium", who: "premium users" },
        { flag: "pro", who: "pro users" },
        { flag: "unlimited", who: "unlimited accounts" },
        { flag: "exempt", who: "exempt accounts" },
        { flag: "verified", who: "verified accounts" },
        { flag: "trusted", who: "trusted users" },
        { flag: "internal", who: "internal accounts" },
        { flag: "sponsored", who: "sponsored accounts" },
      ],
    ],
    code: [
      `
      ƒ canAdd‹Thing›(‹user›: Account, ‹things›: ‹Thing›[])«|: boolean» {
        return ⟦→‹user›.‹flag› || ⟧‹things›.length < ‹limit›;
      ƒ}

      ƒ badgeOf(‹user›: Account) {
        return ‹user›.‹flag› ? "‹flag›" : "";
      ƒ}
      `,
      `
      ƒ async create‹Thing›(‹user›: Account, input: ‹Thing›Input) {
        const color = ‹user›.‹flag› ? "gold" : "gray";
        const count = await ‹things›.countOf(‹user›.id);
        if (⟦→!‹user›.‹flag› && ⟧count >= ‹limit›) throw new Error("Limit reached");
        return ‹things›.insert({ ...input, color, ownerId: ‹user›.id });
      ƒ}
      `,
      `
      export function New‹Thing›({ ‹user›, ‹things›, onAdd }: Props) {
        const isFull = ⟦→!‹user›.‹flag› && ⟧‹things›.length >= ‹limit›;
        return (
          <section className={‹user›.‹flag› ? "‹flag›" : "plain"}>
            {isFull && <p>You have reached the limit.</p>}
            <button type="button" disabled={isFull} onClick={onAdd}>
              New ‹thing:words›
            </button>
          </section>
        );
      }
      `,
    ],
  }),
  sketched("only-the-one-in-charge", {
    seen: [
      "=only the {wordsRole} [may|can|should be able to] {wordsDoing}",
      "=everybody can {wordsDoing}[, should be the {wordsRole} only|, only the {wordsRole} should]",
      "=[non-|people who are not ]{wordsRole}[s|] shouldn't be able to {wordsDoing}",
      "=[the button|it] should only work for the {wordsRole}",
      "let only the {wordsRole} {wordsDoing}",
      "=why can anyone {wordsDoing}? [only the {wordsRole} may|just the {wordsRole} please]",
      "=just the {wordsRole}, nobody else",
      "disable it [for all but the {wordsRole}|unless you're the {wordsRole}]",
      "=[as a player|as a participant] i could {wordsDoing} it[, that's for the {wordsRole}|]",
      "=grey it out if you aren't the {wordsRole}",
    ],
    unseen: [
      "=to {wordsDoing} is a privilege of the {wordsRole}",
      "=someone who wasn't {wordsRole} pressed it and it worked",
    ],
    vars: {
      role: ["host", "leader", "captain", "organizer", "presenter", "teacher", "owner"],
      doing: ["start", "end", "restart", "begin", "finish", "publish"],
      ready: ["isReady", "allReady", "everyoneIsThere", "isComplete"],
    },
    code: [
      `
      export function ‹Doing›Button({ ‹ready›, is‹Role›, on‹Doing› }: Props) {
        ‹fill›
        return (
          <button type="button" disabled={!‹ready›⟦→ || !is‹Role›⟧} onClick={on‹Doing›}>
            ‹Doing›
          </button>
        );
      }
      `,
      `
      export function Lobby({ ‹thing›, is‹Role›, ‹ready›, onLeave, on‹Doing› }: LobbyProps) {
        return (
          <div className="lobby">
            <h1>{‹thing›.name}{is‹Role› ? " (you run it)" : ""}</h1>
            <Button onClick={onLeave} disabled={«‹thing›.started|false»}>Leave</Button>
            <Button onClick={on‹Doing›} disabled={!‹ready›⟦→ || !is‹Role›⟧}>‹Doing›</Button>
          </div>
        );
      }
      `,
      `
      <footer>
        <CopyLink href={‹thing›.url} disabled={!‹ready›} />
        <IconButton icon="‹doing›" disabled={!‹ready›⟦→ || !is‹Role›⟧} onClick={() => ‹doing›(‹thing›.id)} />
      </footer>
      `,
    ],
  }),
  sketched("opted-out-get-nothing", {
    seen: [
      "=[don't|we must not] {wordsSend} people who [are|have] {wordsFlag}",
      "=people who [are|have] {wordsFlag} still get it",
      "=someone who is {wordsFlag} [complained|got one]",
      "skip [those|the ones|people] who are {wordsFlag}",
      "leave out {wordsPeople} with {flag}",
      "=[{flag}|whether someone is {wordsFlag}] is ignored[ here|]",
      "=not to the {wordsFlag} ones",
      "=why does somebody with {flag} [get this|hear from us]?",
      "=nothing for {wordsFlag} {wordsPeople}",
      "=all {wordsPeople} except [those|the ones] with {flag}",
      "=legal says no messages to people who are {wordsFlag}",
      "respect {flag}",
    ],
    unseen: ["=if {flag} is set they want to be left alone", "=nobody checks {flag} before writing to them"],
    vars: {
      flag: ["optedOut", "unsubscribed", "muted", "paused", "bounced", "silenced", "deactivated"],
      send: ["mail", "notify", "message", "remind", "text"],
      people: ["customers", "users", "members", "patients", "parents", "followers", "guests"],
      one: ["recipient", "person", "target", "receiver"],
    },
    code: [
      `
      ƒ async ‹send›All(‹people›: Person[], ‹thing›: ‹Thing›) {
        for (const ‹one› of ‹people›) {
          ⟦→if (‹one›.‹flag›) continue;⟧
          «const body = render(‹thing›, ‹one›.language);|const body = render(‹thing›);»
          await ‹send›(‹one›.«email|address|phone», body);
        }
      ƒ}
      `,
      `
      ƒ async ‹send›‹People›About(‹thing›: ‹Thing›) {
        const ‹people› = await load‹People›(‹thing›.id);
        await Promise.all(‹people›⟦→.filter((‹one›) => !‹one›.‹flag›)⟧.map((‹one›) => ‹send›(‹one›, ‹thing›)));
        «log|metrics.count»("‹send›", ‹people›.length);
      ƒ}
      `,
      `
      class ‹Thing›Campaign {
        private readonly ‹people›: Person[] = [];

        recipients() {
          return this.‹people›.filter((‹one›) => ‹one›.«email|confirmed»⟦→ && !‹one›.‹flag›⟧);
        }

        async run() {
          for (const ‹one› of this.recipients()) await ‹send›(‹one›);
        }
      }
      `,
    ],
  }),
  sketched("nobody-below-that-age", {
    seen: [
      "=[the age is|it's] {right} now, not {wrong}",
      "=from {right} on, not {wrong}",
      "=you have to be [at least |]{right}[ for this|], not {wrong}",
      "=[{right} year olds|people of {right}] [are judged wrong|get the wrong answer], the line is at {right}[ now|]",
      "=minimum age is {right}",
      "raise or lower the age to {right}",
      "change the [minimum age|age limit] to {right}",
      "make it {right} [years|and older]",
      "=the law says {right}[, we have {wrong}|]",
      "=why is it {wrong}? [should be|it is] {right}",
      "=can we have the age limit at {right}?",
    ],
    unseen: ["=nobody younger than {right} may do it", "=wrong age, {right} it is"],
    rows: [
      [
        { wrong: "18", right: "16" },
        { wrong: "16", right: "18" },
        { wrong: "12", right: "13" },
        { wrong: "13", right: "16" },
        { wrong: "21", right: "18" },
        { wrong: "14", right: "12" },
        { wrong: "18", right: "21" },
      ],
    ],
    vars: {
      doing: ["register", "order", "join", "book", "enter", "vote"],
      user: ["user", "guest", "member", "visitor", "player"],
    },
    code: [
      `
      ƒ can‹Doing›(‹user›: Person, today: Date)«|: boolean» {
        const age = ageOn(‹user›.birthday, today);
        return age >= ⟦‹wrong›→‹right›⟧ && ‹user›.strikes < 3;
      ƒ}
      `,
      `
      const MAX_‹things:CONST› = «5|10|50»;
      const MIN_AGE = ⟦‹wrong›→‹right›⟧;

      ƒ ‹doing›(‹user›: Person, ‹things›: ‹Thing›[]) {
        if (‹user›.age < MIN_AGE) throw new Error("Too young");
        if (‹things›.length > MAX_‹things:CONST›) throw new Error("Too many");
        return save(‹user›, ‹things›);
      ƒ}
      `,
      `
      ƒ async ‹doing›(‹user›: Person, ‹thing›: ‹Thing›) {
        if (‹thing›.seats < 1) return "full";
        if (‹user›.age < ⟦‹wrong›→‹right›⟧) return "too-young";
        await ‹things›.add(‹thing›.id, ‹user›.id);
        return "ok";
      ƒ}
      `,
    ],
  }),
];

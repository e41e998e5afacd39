import { sketched } from "./sketch.ts";

/** Sign-up, log-in, profiles and mails, as support hears of them. */
export const SHOP_ACCOUNTS = [
  sketched("mail-in-any-case", {
    seen: [
      "=[email|the mail address] is case sensitive [on|at] [login|log-in|sign-in]",
      "=[can't|cannot] log in with a capital letter in the {wordsMail}",
      "=[Anna@x.de and anna@x.de|Bob@mail.com and bob@mail.com] are [not the same|different] [users|people|accounts] [for us|here|]",
      "=[upper and lower case|capitals] in the {wordsMail} [shouldn't|should not] matter",
      "=phones write the first letter [big|in upper case] and then [it isn't found|nobody is found]",
      "=the {wordsMail} should be [found|looked up] in lower case",
      "=[why|how come] is MAX@mail.com unknown[ when max@mail.com works|]?",
      "ignore [case|upper and lower case] in the {wordsMail}",
      "[lowercase|lower-case] the {wordsMail} [before looking|for the look-up|first]",
      "=user typed [his|her] {wordsMail} in capitals, [unknown user|not found]",
      "=case of {mail}...",
    ],
    unseen: ["=it matters whether you type your address with a big first letter", "look {mail} up all small"],
    vars: {
      mail: ["email", "mail", "emailAddress", "login", "userEmail"],
      found: ["user", "account", "member", "customer", "existing"],
    },
    code: [
      `
      ƒ async «login|signIn|authenticate»(‹mail›: string, password: string) {
        const ‹found› = await «users|accounts».findOne({ ‹mail›⟦→: ‹mail›.toLowerCase()⟧ });
        if (!‹found›) return null;
        const matches = await «verify|bcrypt.compare|compare»(password, ‹found›.passwordHash);
        return matches ? ‹found› : null;
      ƒ}
      `,
      `
      ƒ async forgotPassword(‹mail›: string) {
        const ‹found› = await db.user.findUnique({ where: { ‹mail›⟦→: ‹mail›.toLowerCase()⟧ } });
        if (!‹found›) return;
        const token = createToken(‹found›.id);
        «await sendResetMail(‹found›, token);|await mailer.send("reset", ‹found›, { token });»
      ƒ}
      `,
      `
      class «User|Member|Account»Directory {
        private byMail = new Map<string, User>();

        find(‹mail›: string): User | undefined {
          return this.byMail.get(⟦‹mail›→‹mail›.toLowerCase()⟧);
        }

        add(user: User) {
          this.byMail.set(user.‹mail›.toLowerCase(), user);
        }
      }
      `,
      `
      ƒ findBy‹Mail›(list: Person[], ‹mail›: string) {
        return list.find((one) => ⟦one.‹mail› === ‹mail›→one.‹mail›.toLowerCase() === ‹mail›.toLowerCase()⟧);
      ƒ}
      `,
    ],
  }),
  sketched("spaces-around-what-was-typed", {
    seen: [
      "=[a space|spaces] [before or after|around] the {wordsField} [breaks it|isn't accepted|makes it unknown]",
      "=[copy and paste|pasting] the {wordsField} [with a space at the end|adds a space and it] fails",
      "=a {wordsField} with a [space|blank] at the end [is not found|is said to be wrong]",
      "=people paste the {wordsField} from [the mail|a mail] with spaces[ around|]",
      "=phone keyboards add a [blank|space] after the {wordsField}",
      "=[leading and trailing|surrounding] spaces in {field} should be ignored",
      "=[why|how come] is the {wordsField} wrong when there's a [blank|space] behind it?",
      "trim {field}[ pls| first|]",
      "[strip|remove|ignore] [spaces|whitespace] around the {wordsField}",
      "=should we trim {field}?",
      "=needs a trim on the {wordsField}",
    ],
    unseen: [
      "=autocomplete puts a blank behind it, then it's invalid",
      "cut whitespace off both ends of {field}",
    ],
    vars: {
      field: [
        "code",
        "couponCode",
        "voucher",
        "email",
        "username",
        "inviteCode",
        "zip",
        "iban",
        "orderNumber",
      ],
      verb: ["apply", "check", "redeem", "look", "submit", "find"],
    },
    code: [
      `
      const handleSubmit = async (event: FormEvent) => {
        event.preventDefault();
        «setError(null);|setBusy(true);|»
        const ok = await ‹verb›‹Field›(⟦‹field›→‹field›.trim()⟧);
        if (!ok) setError("«That did not work|Unknown ‹field:words›»");
      };
      `,
      `
      router.post("/‹verb›", async (req, res) => {
        const { ‹field›, note } = req.body;
        const found = await db.«entries|records|rows».findFirst({ where: { ‹field›⟦→: ‹field›.trim()⟧ } });
        if (!found) return res.status(404).json({ error: "unknown" });
        res.json({ id: found.id, note });
      });
      `,
      `
      ƒ read«Form|Input|Fields»(data: FormData) {
        const ‹field› = String(data.get("‹field›"))⟦→.trim()⟧;
        const password = String(data.get("password"));
        «const remember = data.get("remember") === "on";
        return { ‹field›, password, remember };|return { ‹field›, password };»
      ƒ}
      `,
      `
      ƒ ‹Field›Field({ ‹field›, on‹Verb› }: Props) {
        return (
          <div>
            <input value={‹field›} «autoFocus|required|readOnly» />
            <button type="button" onClick={() => on‹Verb›(⟦‹field›→‹field›.trim()⟧)}>
              ‹Verb›
            </button>
          </div>
        );
      ƒ}
      `,
    ],
  }),
  sketched("mails-only-to-those", {
    seen: [
      "=[people|{list}] [who|that] don't have {flag} set [still|] get mails",
      "=[mails go|we send mails] to {list} without {flag}[ too|]",
      "=someone without {flag} [complains about|gets|got] [our mails|this mail]",
      "=only those with {flag} should get [it|the mail]",
      "=[nobody|nothing] looks at {flag} [before sending|here]",
      "=we ignore {flag}[ here|] and mail everybody",
      "=[why|how come] does everybody get it and not only those with {flag}?",
      "send [it|the mail] only [if|to those with] {flag}",
      "skip [those|{list}] [without|who lack] {flag}",
      "=can we leave out the ones without {flag}?",
      "[respect|check] {flag} before [mailing|sending]",
    ],
    unseen: [
      "=angry mail from a person who hasn't {flag} set and hears from us weekly",
      "=no mail unless {flag}",
    ],
    rows: [
      [
        { list: "members", one: "member" },
        { list: "users", one: "user" },
        { list: "customers", one: "customer" },
        { list: "subscribers", one: "subscriber" },
        { list: "people", one: "person" },
        { list: "guests", one: "guest" },
        { list: "followers", one: "follower" },
        { list: "attendees", one: "attendee" },
      ],
    ],
    vars: {
      flag: [
        "subscribed",
        "active",
        "wantsMails",
        "optedIn",
        "verified",
        "newsletter",
        "confirmed",
        "emailEnabled",
        "acceptsMarketing",
      ],
      what: ["Newsletter", "Reminder", "Update", "Digest", "Invitation", "Announcement"],
    },
    code: [
      `
      ƒ async send‹What›(‹list›: ‹One›[], text: string) {
        for (const ‹one› of ‹list›) {
          ⟦→if (!‹one›.‹flag›) continue;⟧
          await mailer.send({ to: ‹one›.email, subject: "‹what›", text });
          «sent.add(‹one›.id);|logger.debug("sent", ‹one›.id);|»
        }
      ƒ}
      `,
      `
      ƒ async send‹What›s(team: Team) {
        const ‹list› = await load‹List›(team.id);
        const recipients = ‹list›⟦→.filter((‹one›) => ‹one›.‹flag›)⟧.map((‹one›) => ‹one›.email);
        await mailer.send({ bcc: recipients, subject: team.name });
        «return ‹list›.length;|logger.info("Mails sent", { team: team.id });»
      ƒ}
      `,
      `
      class ‹What›Job {
        async run() {
          const ‹list› = await this.‹list›.find({ where: { ⟦→‹flag›: true, ⟧deleted: false } });
          await Promise.all(‹list›.map((‹one›) => this.mail(‹one›)));
        }

        private mail(‹one›: ‹One›) {
          return this.mailer.send(‹one›.email, "‹what›");
        }
      }
      `,
      `
      ƒ async notify‹One›(‹one›: ‹One›, message: string) {
        ⟦→if (!‹one›.‹flag›) return;⟧
        const text = ´«Hello|Hi|Dear» €{‹one›.name}, €{message}´;
        await sendMail(‹one›.email, "‹what›", text);
      ƒ}
      `,
    ],
  }),
  sketched("not-to-who-did-it", {
    seen: [
      "=I get [mails|notifications] about my own {wordsDeed}s",
      "=people are [notified of|told about] what they did themselves",
      "=you get a notification for your own {wordsDeed}",
      "=the {wordsWho} [shouldn't|should not] be notified[ of their own {wordsDeed}|]",
      "=[why|how come] am I notified about my own {wordsDeed}?",
      "=everybody but the {wordsWho} should get [it|this]",
      "=annoying: every {wordsDeed} [I write|of mine] [mails|pings] me too",
      "[don't|do not] notify the {wordsWho}[ themselves|]",
      "[leave out|exclude|skip] the {wordsWho}",
      "=can the {wordsWho} be left out of the recipients?",
    ],
    unseen: ["=bell rings for things I just did", "tell everyone except {who}"],
    rows: [
      [
        { deed: "comment", who: "author" },
        { deed: "reply", who: "sender" },
        { deed: "review", who: "reviewer" },
        { deed: "post", who: "poster" },
        { deed: "message", who: "sender" },
        { deed: "edit", who: "editor" },
        { deed: "note", who: "writer" },
        { deed: "upload", who: "uploader" },
      ],
    ],
    vars: {
      list: ["members", "watchers", "followers", "participants", "subscribers"],
      one: ["user", "person", "one", "recipient"],
    },
    code: [
      `
      ƒ async on‹Deed›(‹deed›: ‹Deed›, ‹list›: User[]) {
        const recipients = ‹list›.filter((‹one›) => ‹one›.active⟦→ && ‹one›.id !== ‹deed›.‹who›Id⟧);
        await notify(recipients, ´New ‹deed:words›: €{‹deed›.text}´);
        «await markAsSent(‹deed›.id);|»
      ƒ}
      `,
      `
      ƒ async announce‹Deed›(‹deed›: ‹Deed›, ‹who›Id: string) {
        const thread = await threads.find(‹deed›.threadId);
        for (const userId of thread.‹list›) {
          ⟦→if (userId === ‹who›Id) continue;⟧
          await push(userId, { title: thread.title, body: ‹deed›.text });
        }
      ƒ}
      `,
      `
      ƒ recipientsOf(‹deed›: ‹Deed›, ‹list›: User[]): string[] {
        return ‹list›⟦→.filter((‹one›) => ‹one›.id !== ‹deed›.‹who›Id)⟧.map((‹one›) => ‹one›.email);
      ƒ}
      `,
    ],
  }),
  sketched("not-invited-twice", {
    seen: [
      "=[you can|I could] [invite|add] the same [person|one] [twice|several times]",
      "=the same {wordsOne} is in {list} [twice|two times|more than once]",
      "=[somebody|someone] who is already [in|there] [gets|can be] added again",
      "=double clicking [invite|add] adds the {wordsOne} twice",
      "=a {wordsOne} that's already in {list} should [be ignored|not be added again]",
      "=[nothing|nobody] checks whether the {wordsOne} is there already",
      "=[why|how come] do we have duplicates in {list}?",
      "don't add a {wordsOne} [twice|that is already there]",
      "[skip|ignore] it if {list} [already has it|has the {wordsOne} already]",
      "return [early|] when the {wordsOne} is already in {list}",
    ],
    unseen: [
      "=Anna shows up two times after being invited again",
      "add only if {list} doesn't include it yet",
    ],
    rows: [
      [
        { list: "members", one: "userId", add: "addMember" },
        { list: "invited", one: "email", add: "invite" },
        { list: "favorites", one: "productId", add: "addFavorite" },
        { list: "wishlist", one: "articleId", add: "addToWishlist" },
        { list: "seats", one: "seatId", add: "selectSeat" },
        { list: "attendees", one: "personId", add: "register" },
        { list: "followers", one: "followerId", add: "follow" },
        { list: "tags", one: "tag", add: "addTag" },
        { list: "coupons", one: "code", add: "applyCoupon" },
        { list: "likes", one: "userId", add: "like" },
      ],
    ],
    code: [
      `
      class «Team|Board|Event|Project» {
        ‹list›: string[] = [];

        ‹add›(‹one›: string) {
          ⟦→if (this.‹list›.includes(‹one›)) return;⟧
          this.‹list›.push(‹one›);
          «this.changed = true;|this.updatedAt = new Date();|»
        }

        get size() {
          return this.‹list›.length;
        }
      }
      `,
      `
      const ‹add› = (‹one›: string) => {
        ⟦→if (‹list›.includes(‹one›)) return;⟧
        set‹List›([...‹list›, ‹one›]);
        «setInput("");|close();|setError(null);»
      };

      const clear = () => set‹List›([]);
      `,
      `
      ƒ async ‹add›(id: string, ‹one›: string) {
        const record = await store.get(id);
        ⟦→if (record.‹list›.includes(‹one›)) return;⟧
        record.‹list›.push(‹one›);
        await store.save(record);
      ƒ}
      `,
    ],
  }),
  // The reset is undone by an update of one field of one user.
  sketched("token-works-only-once", {
    seen: [
      "=[a|the] {wordsToken} [link|] [can be used|works] [twice|several times|again and again]",
      "=the {wordsToken} stays valid after [it was used|using it|the password was changed]",
      "=old {wordsToken} [links|mails] still work after [use|they were used]",
      "=should [only|] work [once|a single time]",
      "=security: the {wordsToken} isn't [deleted|removed|invalidated] [afterwards|after use]",
      "=[why|how come] does the {wordsToken} still work [after|when] I used it?",
      "=must be gone after use",
      "[clear|null|reset] {token} [afterwards|after use|when done]",
      "set {token} to null when [it was used|it's done|the password is set]",
      "[invalidate|remove] the {wordsToken} [in the same update|as well]",
    ],
    unseen: [
      "=clicked the link from the mail a second time and it let me in again",
      "={token} has to become null with it",
    ],
    vars: {
      token: [
        "resetToken",
        "inviteToken",
        "verificationToken",
        "loginCode",
        "magicToken",
        "otp",
        "activationCode",
      ],
      user: ["user", "account", "member", "customer"],
    },
    code: [
      `
      ƒ async setPassword(‹token›: string, password: string) {
        const ‹user› = await db.‹user›.findFirst({ where: { ‹token› } });
        if (!‹user›) throw new Error("Invalid link");
        await db.‹user›.update({
          where: { id: ‹user›.id },
          data: {
            passwordHash: await hash(password),
            ⟦→‹token›: null,⟧
          },
        });
        «await sendMail(‹user›.email, "changed");|»
      ƒ}
      `,
      `
      ƒ async confirm(‹token›: string) {
        const ‹user› = await ‹User›Model.findOne({ where: { ‹token› } });
        if (!‹user›) return false;
        ‹user›.verified = true;
        ⟦→‹user›.‹token› = null;⟧
        await ‹user›.save();
        return true;
      ƒ}
      `,
      `
      class Auth {
        async enter(email: string, code: string) {
          const ‹user› = await this.users.byEmail(email);
          if (‹user›?.‹token› !== code) throw new Error("Wrong code");
          await this.users.update(‹user›.id, { lastLogin: new Date()⟦→, ‹token›: null⟧ });
          return this.session(‹user›);
        }
      }
      `,
    ],
  }),
  sketched("profile-falls-back-to", {
    // The name that is shown when the first is missing or empty.
    seen: [
      "=the {wordsName} is [empty|blank] for some, take {instead} then",
      "=[those|the ones] without {name} show [nothing|an empty line], use {instead}",
      "=should [show|fall back to] the {wordsInstead} when there is no {wordsName}",
      "=if {name} is [empty|missing] take the {wordsInstead}",
      "=[nothing|an empty spot] instead of the name when somebody never [set|filled in] {name}; {instead} would do",
      "=can we show {instead} for those who have no {wordsName}?",
      "fall back to {instead}",
      "use {instead} [when|if] {name} is [empty|missing|not set]",
      "show the {wordsInstead} [when there's no|for people without] {wordsName}",
      "=wish: {wordsInstead} instead of nothing",
    ],
    unseen: [
      "=many never enter a {wordsName}, then {instead} is better than a gap",
      "={instead} as second choice",
    ],
    rows: [
      [
        { name: "displayName", instead: "email" },
        { name: "nickname", instead: "username" },
        { name: "fullName", instead: "login" },
        { name: "companyName", instead: "contactName" },
        { name: "title", instead: "fileName" },
        { name: "label", instead: "sku" },
        { name: "alias", instead: "realName" },
        { name: "shortName", instead: "name" },
        { name: "billingAddress", instead: "shippingAddress" },
        { name: "replyTo", instead: "email" },
      ],
    ],
    vars: { user: ["user", "member", "customer", "author", "seller", "guest"] },
    code: [
      `
      ƒ ‹User›Card({ ‹user› }: { ‹user›: ‹User› }) {
        return (
          <div className="card">
            <h3>{‹user›.‹name›⟦→ || ‹user›.‹instead›⟧}</h3>
            <small>{‹user›.since}</small>
          </div>
        );
      ƒ}
      `,
      `
      ƒ «greeting|salutation|headline»(‹user›: ‹User›): string {
        const name = ‹user›.‹name›⟦→ || ‹user›.‹instead›⟧;
        «if (isMorning()) return ´Good morning, €{name}´;|»
        return ´«Hello|Welcome back|Hi», €{name}´;
      ƒ}
      `,
      `
      ƒ toRow(‹user›: ‹User›) {
        return {
          id: ‹user›.id,
          ‹name›: ‹user›.‹name›⟦→ || ‹user›.‹instead›⟧,
          phone: ‹user›.phone,
        };
      ƒ}
      `,
    ],
  }),
  sketched("name-taken-by-myself", {
    seen: [
      "=saving without changes says {field} is [taken|in use]",
      "=can't [keep|save with] my own {wordsField}, [it says taken|it is taken]",
      "=my own {wordsField} counts as taken",
      "=editing [something else|the phone number] fails, the {wordsField} is [said to be taken|taken by me]",
      "=[why|how come] is the {wordsField} taken when it's mine?",
      "=the check finds [myself|the record itself|the one being edited]",
      "=uniqueness check [should|must] [skip|ignore] the own record",
      "=false alarm: {field} taken, but by [me|the same record]",
      "[ignore|exclude|leave out] [itself|the own record|the one with this {id}] in the check",
      "allow keeping the own {wordsField}",
      "=other ones than {id} only",
    ],
    unseen: ["=change nothing, press save: already exists", "compare with everybody but {id}"],
    vars: {
      field: ["username", "email", "slug", "handle", "name", "sku", "title", "domain"],
      id: ["id", "userId", "ownId", "accountId", "recordId", "currentId"],
      list: ["users", "accounts", "projects", "products", "shops", "profiles"],
    },
    code: [
      `
      ƒ is«Taken|Used|Known»(‹list›: Entry[], ‹field›: string, ‹id›: string): boolean {
        «if (!‹field›) return false;|»
        return ‹list›.some((one) => one.‹field› === ‹field›⟦→ && one.id !== ‹id›⟧);
      ƒ}
      `,
      `
      ƒ async update(‹id›: string, data: Changes) {
        const { ‹field› } = data;
        const taken = await db.‹list›.findFirst({ where: { ‹field›⟦→, id: { not: ‹id› }⟧ } });
        if (taken) throw new Error("‹field:Words› is taken");
        return db.‹list›.update({ where: { id: ‹id› }, data });
      ƒ}
      `,
      `
      ƒ async save‹Field›(‹id›: string, ‹field›: string) {
        const existing = await ‹list›.findBy‹Field›(‹field›);
        if (existing⟦→ && existing.id !== ‹id›⟧) {
          return { error: "Already «taken|in use»" };
        }
        await ‹list›.update(‹id›, { ‹field› });
        return { error: null };
      ƒ}
      `,
    ],
  }),
  sketched("last-owner-stays", {
    seen: [
      "=the last {wordsRole} can [leave|be removed][, throw|, should fail with] {message}",
      "=[teams|groups] [end up without|have no] {wordsRole}[ any more|], [throw|should fail with] {message}",
      "=[you can|one can] remove the only {wordsRole}, [throw|make it throw] {message}",
      "=there must always be [one|at least one] {wordsRole}, [throw|else throw] {message}",
      "=[nobody|no one] is {wordsRole} any more after the last one leaves, {message} should [come|be thrown]",
      "=what if the only {wordsRole} leaves? [throw|fail with] {message}",
      "=can we stop the last {wordsRole} from leaving - error {message}?",
      "refuse [to remove|removing] the last {wordsRole} with {message}",
      "throw {message} [for|if it's] the last {wordsRole}",
      "don't let the [only|last] {wordsRole} go: {message}",
    ],
    unseen: [
      "=workspace is orphaned once the single {wordsRole} quits; error {message} please",
      "=at least one {wordsRole} has to stay, otherwise {message}",
    ],
    vars: {
      role: ["owner", "admin", "manager", "maintainer", "moderator", "teacher", "organizer"],
      message: [
        "Last one cannot leave",
        "Somebody has to stay",
        "Not the last one",
        "At least one is needed",
        "Cannot remove the last one",
      ],
      list: ["members", "people", "participants", "team"],
    },
    code: [
      `
      ƒ async remove«Member|Person|User»(groupId: string, userId: string) {
        const ‹list› = await load«Members|Rows»(groupId);
        const ‹role›s = ‹list›.filter((one) => one.role === "‹role›");
        «const guests = ‹list›.filter((one) => one.role === "guest");|»
        ⟦→if (‹role›s.length === 1 && ‹role›s[0].id === userId) throw new Error("‹message›");⟧
        await db.members.delete({ groupId, userId });
      ƒ}
      `,
      `
      class «Team|Group|Workspace» {
        constructor(private ‹list›: Member[]) {}

        leave(userId: string) {
          const ‹role›s = this.‹list›.filter((one) => one.role === "‹role›");
          ⟦→if (‹role›s.length === 1 && ‹role›s[0].id === userId) throw new Error("‹message›");⟧
          this.‹list› = this.‹list›.filter((one) => one.id !== userId);
          «this.log("left", userId);|»
        }
      }
      `,
    ],
  }),
  sketched("only-these-roles-too", {
    seen: [
      "={wordsMore}s [can't|cannot|are not allowed to] do this",
      "=a {wordsMore} gets [403|refused|no access] here",
      "=[why|how come] is only a {wordsRole} allowed[ to do this| here|]?",
      "={wordsMore}s should be allowed [too|as well|to do that]",
      "=not only {wordsRole}s, {wordsMore}s too",
      "=[colleague|customer] is {wordsMore} and isn't let through",
      "=can we let {wordsMore}s [do this|through|in] as well?",
      "allow {textMore} [too|as well]",
      "let {wordsMore}s [do|use] [it|this] too",
      "[also accept|accept also] the role {textMore}",
    ],
    unseen: ["=role {textMore} is missing here", "={textMore} may do that as {textRole} may"],
    rows: [
      [
        { role: "admin", more: "editor" },
        { role: "admin", more: "manager" },
        { role: "owner", more: "admin" },
        { role: "owner", more: "member" },
        { role: "teacher", more: "assistant" },
        { role: "manager", more: "clerk" },
        { role: "moderator", more: "author" },
        { role: "admin", more: "agent" },
        { role: "accountant", more: "auditor" },
      ],
    ],
    vars: {
      deed: ["Edit", "Delete", "Refund", "Invite", "Publish", "Export", "Cancel", "Approve"],
      user: ["user", "me", "member", "viewer"],
    },
    code: [
      `
      ƒ can‹Deed›(‹user›: User, «item: Item|order: Order»): boolean {
        if (!‹user›.active) return false;
        return ‹user›.role === "‹role›"⟦→ || ‹user›.role === "‹more›"⟧;
      ƒ}
      `,
      `
      ƒ ‹Deed›Menu({ ‹user›, on‹Deed›, onClose }: MenuProps) {
        const isAllowed = ‹user›.role === "‹role›"⟦→ || ‹user›.role === "‹more›"⟧;
        return (
          <menu>
            {isAllowed && <button onClick={on‹Deed›}>‹deed›</button>}
            <button onClick={onClose}>Close</button>
          </menu>
        );
      ƒ}
      `,
      `
      router.use(requireUser());
      router.get("/items", list);
      router.post("/items/:id/‹deed:kebab›", requireRole("‹role›"⟦→, "‹more›"⟧), handle‹Deed›);
      router.get("/items/:id", show);
      `,
      `
      const permissions = {
        view: ["‹role›", "‹more›", "guest"],
        «comment: ["‹role›", "‹more›", "guest"],
        |»‹deed:camel›: ["‹role›"⟦→, "‹more›"⟧],
        share: ["‹role›", "‹more›"],
      };
      `,
    ],
  }),
  sketched("own-profile-without-admin", {
    seen: [
      "=users [can't|cannot] {wordsDeed} their own {wordsThing}",
      "=I [can't|cannot] {wordsDeed} my own {wordsThing}",
      "=only admins can {wordsDeed} [it|a {wordsThing}], the {wordsOwner} should [too|as well]",
      "=the {wordsOwner} [isn't allowed|gets 403|is refused]",
      "=[why|how come] [may|can] only admins {wordsDeed} [it|this]?",
      "=it's mine and I'm not allowed to {wordsDeed} it",
      "=shouldn't the {wordsOwner} be allowed to {wordsDeed} it?",
      "let the {wordsOwner} {wordsDeed} [it|the {wordsThing}] too",
      "allow the {wordsOwner}[ as well| too|]",
      "=[or|also] the {wordsOwner}[, not only admins|]",
    ],
    unseen: ["=have to ask an admin for my own stuff", "=admins or the {wordsOwner}"],
    vars: {
      owner: ["owner", "author", "creator", "seller", "host"],
      deed: ["edit", "delete", "archive", "publish", "rename", "close"],
      user: ["user", "viewer", "me", "actor"],
    },
    code: [
      `
      ƒ can‹Deed›(‹user›: User, ‹thing›: ‹Thing›): boolean {
        «if (‹thing›.locked) return false;|»
        return ‹user›.isAdmin⟦→ || ‹thing›.‹owner›Id === ‹user›.id⟧;
      ƒ}
      `,
      `
      ƒ ‹Thing›Row({ ‹thing›, ‹user›, on‹Deed› }: RowProps) {
        const may‹Deed› = ‹user›.isAdmin⟦→ || ‹thing›.‹owner›Id === ‹user›.id⟧;
        return (
          <li>
            {‹thing›.name}
            {may‹Deed› && <button onClick={() => on‹Deed›(‹thing›.id)}>‹Deed›</button>}
          </li>
        );
      ƒ}
      `,
      `
      ƒ async ‹deed›‹Thing›(id: string, ‹user›: User) {
        const ‹thing› = await ‹things›.find(id);
        if (!‹user›.isAdmin⟦→ && ‹thing›.‹owner›Id !== ‹user›.id⟧) throw new ForbiddenError();
        «await log("‹deed›", id);|»
        return ‹things›.‹deed›(id);
      ƒ}
      `,
    ],
  }),
];

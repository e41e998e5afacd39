import { sketched } from "./sketch.ts";

/** Rules of forms and times: what must be there, what must come after what, what is asked before. */
export const RULE_FIELDS = [
  sketched("end-comes-after-start", {
    seen: [
      "=[{wordsTo}|{to}] must be after {wordsFrom}[, error {textText} on {to}|: {textText} on {to}]",
      "=you can [choose|enter] a {wordsTo} before the {wordsFrom}, [should say|show] {textText} [at|on] {to}",
      "=the {wordsTo} can be earlier than the {wordsFrom}. {textText} as error of {to}",
      "also check that {to} isn't before {from}, [error|message] {textText} on {to}",
      "set errors.{to} to {textText} if it's before {from}",
      "=never {to} before {from}: {textText} on {to}",
      "=not before the {wordsFrom}, [else|otherwise] {textText} [on|at] {to}",
      "=why is a {wordsTo} before the {wordsFrom} ok? [want|needs] {textText} on {to}",
      "=can it complain with {textText} on {to} when that is before {from}?",
      "refuse a {wordsTo} that is before the {wordsFrom} with {textText} on {to}",
    ],
    unseen: [
      "=somebody went home before arriving, {textText} must appear at {to} when {from} is the later one",
      "=the two in reverse ({to} before {from}) give {textText} on {to}",
    ],
    rows: [
      [
        { from: "start", to: "end" },
        { from: "startDate", to: "endDate" },
        { from: "checkIn", to: "checkOut" },
        { from: "arrival", to: "departure" },
        { from: "opensAt", to: "closesAt" },
        { from: "validFrom", to: "validUntil" },
        { from: "pickup", to: "dropoff" },
      ],
    ],
    vars: {
      text: [
        "Must be later",
        "Too early",
        "Cannot be before the start",
        "Wrong order",
        "Please choose a later date",
      ],
      values: ["values", "input", "form", "data", "draft"],
    },
    code: [
      `
      ƒ validate‹Thing›(‹values›: ‹Thing›Values) {
        const errors: Record<string, string> = {};
        if (!‹values›.name) errors.name = "Required";
        ⟦→if (‹values›.‹to› < ‹values›.‹from›) errors.‹to› = "‹text›";⟧
        return errors;
      ƒ}
      `,
      `
      class ‹Thing›Validator {
        check(‹values›: ‹Thing›Values) {
          const errors: Errors = {};
          if (!‹values›.‹from›) errors.‹from› = "Required";
          if (!‹values›.‹to›) errors.‹to› = "Required";
          ⟦→if (‹values›.‹to› < ‹values›.‹from›) errors.‹to› = "‹text›";⟧
          return errors;
        }
      }
      `,
      `
      export function use‹Thing›Errors(‹values›: ‹Thing›Values) {
        return useMemo(() => {
          const errors: Errors = {};
          if (‹values›.people < 1) errors.people = "At least one";
          ⟦→if (‹values›.‹to› < ‹values›.‹from›) errors.‹to› = "‹text›";⟧
          return errors;
        }, [‹values›]);
      }
      `,
    ],
  }),
  sketched("only-needed-in-that-case", {
    seen: [
      "=[{field}|{wordsField}] is only needed if {flag}[ is set|]",
      "=[{field}|{wordsField}] is required even without {flag}[, it shouldn't be|]",
      "=people have to fill in {wordsField} although {flag} is off",
      "=only ask for {wordsField} [if|when] {flag}",
      "require {field} only [if|when] {flag}",
      "don't complain about {field} [unless|without] {flag}",
      "=why is {wordsField} mandatory without {flag}?",
      "=unless {flag} is set, {wordsField} may be empty",
      "=an empty {wordsField} is fine if {flag} is false",
      "=can {field} be optional when {flag} is off?",
      "=[{field}|{wordsField}] depends on {flag}, not always needed",
    ],
    unseen: [
      "=without {flag} nobody has a {wordsField} to give us",
      "=stuck in the form: it wants {wordsField} though {flag} isn't ticked",
    ],
    rows: [
      [
        { flag: "isCompany", field: "vatNumber" },
        { flag: "needsDelivery", field: "street" },
        { flag: "isGift", field: "giftMessage" },
        { flag: "hasPet", field: "petName" },
        { flag: "hasCar", field: "licensePlate" },
        { flag: "isMinor", field: "guardian" },
        { flag: "wantsInvoice", field: "billingAddress" },
        { flag: "isInsured", field: "policyNumber" },
        { flag: "repeats", field: "interval" },
      ],
    ],
    vars: { values: ["values", "input", "form", "data", "draft"] },
    code: [
      `
      ƒ validate‹Thing›(‹values›: ‹Thing›Values) {
        const errors: Record<string, string> = {};
        if (!‹values›.name) errors.name = "Required";
        if (⟦→‹values›.‹flag› && ⟧!‹values›.‹field›) errors.‹field› = "Required";
        if (!‹values›.email) errors.email = "Required";
        return errors;
      ƒ}
      `,
      `
      ƒ assert‹Thing›(‹values›: ‹Thing›Values)«|: void» {
        if (!‹values›.id) throw new Error("No id");
        if (⟦→‹values›.‹flag› && ⟧!‹values›.‹field›) throw new Error("No ‹field:words›");
        ‹fill›
        save‹Thing›(‹values›);
      ƒ}
      `,
      `
      export function ‹Thing›Fields({ ‹values›, onChange }: Props) {
        return (
          <fieldset>
            <Checkbox name="‹flag›" checked={‹values›.‹flag›} onChange={onChange} />
            <TextField name="name" value={‹values›.name} onChange={onChange} required />
            <TextField name="‹field›" value={‹values›.‹field›} onChange={onChange} required⟦→={‹values›.‹flag›}⟧ />
          </fieldset>
        );
      }
      `,
    ],
  }),
  sketched("shown-only-in-that-case", {
    seen: [
      "=[the {wordsPart}|{part}] should only be there [if|when] the {wordsThing} is {wordsFlag}",
      "=only show [the {wordsPart}|{part}] if it's {wordsFlag}",
      "=i see the {wordsPart} [though|although|even if] the {wordsThing} isn't {wordsFlag}",
      "hide [the {wordsPart}|{part}] unless it's {wordsFlag}",
      "=no {wordsPart} [without {flag}|unless {flag}]",
      "=the {wordsPart} makes sense for {wordsFlag} {wordsThings} only",
      "=why is there a {wordsPart} on a {wordsThing} that isn't {wordsFlag}?",
      "render {part} only [with|if] {flag}",
      "=[{part}|the {wordsPart}] depends on {flag}",
      "=can the {wordsPart} be [hidden|gone] when it's not {wordsFlag}?",
    ],
    unseen: [
      "=the {wordsPart} confuses people whose {wordsThing} is not {wordsFlag} at all",
      "=being {wordsFlag} is what the {wordsPart} is for",
    ],
    vars: {
      flag: ["paid", "shipped", "published", "discounted", "confirmed", "shared", "live", "verified"],
      part: [
        "ReceiptLink",
        "TrackingBox",
        "ShareBar",
        "SaleBadge",
        "TicketCode",
        "MemberCount",
        "RatingBox",
        "RefundButton",
      ],
    },
    code: [
      `
      export function ‹Thing›Details({ ‹thing› }: Props) {
        return (
          <section>
            <Title text={‹thing›.name} />
            ⟦<‹part› id={‹thing›.id} />→{‹thing›.‹flag› && <‹part› id={‹thing›.id} />}⟧
            <Notes id={‹thing›.id} />
          </section>
        );
      }
      `,
      `
      <Card>
        {‹thing›.isNew && <NewMark />}
        <Picture src={‹thing›.image} />
        ⟦<‹part› ‹thing›={‹thing›} />→{‹thing›.‹flag› && <‹part› ‹thing›={‹thing›} />}⟧
      </Card>
      `,
      `
      export const ‹Thing›Line = ({ ‹thing›, onOpen }: Props) => (
        <li onClick={() => onOpen(‹thing›.id)}>
          ⟦<‹part› of={‹thing›} />→{‹thing›.‹flag› && <‹part› of={‹thing›} />}⟧
          <Time value={‹thing›.createdAt} />
        </li>
      );
      `,
    ],
  }),
  sketched("not-allowed-twice-in-a-row", {
    seen: [
      "=not [twice|two times] in a row",
      "=[never|not] the same {wordsWho} two times in a row",
      "=the same {wordsWho} can {wordsDoing} [twice|two times] in a row[, shouldn't|]",
      "=whoever was last must wait for another {wordsWho}",
      "=you can {wordsDoing} again right after yourself",
      "don't let the last {wordsWho} {wordsDoing} again",
      "refuse it when {last} is the same {wordsWho}",
      "=only if it's not the one in {last}",
      "=[someone else|another {wordsWho}] has to come in between",
      "=why can i {wordsDoing} again[, it's not my turn|]?",
      "=[{last}|whoever is in {last}] may not {wordsDoing}",
      "=can we check {last} so nobody goes twice[ in a row|]?",
    ],
    unseen: [
      "=one {wordsWho} goes again and again without the others having a go",
      "=who equals {last} has to pass",
    ],
    vars: {
      doing: ["move", "bid", "play", "post", "draw", "answer"],
      who: ["player", "bidder", "member", "user", "team"],
      last: ["lastId", "previousId", "latestId"],
    },
    code: [
      `
      ƒ can‹Doing›(game: Game, ‹who›Id: string)«|: boolean» {
        return !game.«over|paused|finished»⟦→ && game.‹last› !== ‹who›Id⟧;
      ƒ}

      ƒ after‹Doing›(game: Game, ‹who›Id: string)«|: Game» {
        return { ...game, ‹last›: ‹who›Id };
      ƒ}
      `,
      `
      class ‹Thing›Round {
        ‹last› = "";
        open = true;

        may‹Doing›(‹who›Id: string) {
          return this.open⟦→ && this.‹last› !== ‹who›Id⟧;
        }

        ‹doing›(‹who›Id: string) {
          this.‹last› = ‹who›Id;
        }
      }
      `,
      `
      export function ‹Doing›Button({ ‹thing›, ‹who›Id, on‹Doing› }: Props) {
        const { ‹last›, open } = ‹thing›;
        const mayGo = open⟦→ && ‹last› !== ‹who›Id⟧;
        return (
          <button type="button" disabled={!mayGo} title={‹last›} onClick={on‹Doing›}>
            ‹Doing›
          </button>
        );
      }
      `,
    ],
  }),
];

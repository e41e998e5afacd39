import { sketched } from "./sketch.ts";

/** What people ask of screens. */
export const SCREENS = [
  sketched("disable-button-while-busy", {
    seen: [
      "=clicking [twice|two times|again] [sends|submits] it twice",
      "=[double click|a double click] [creates|makes] [two|2] {wordsThings}",
      "disable the button while {busy}",
      "[grey out|block] the button [while it is {wordsDoing}|during the request]",
      "=the button should be disabled while [it is {wordsDoing}|the request runs]",
      "=shouldn't be clickable while {busy} is true",
      "=people click it again while it's still {wordsDoing}",
      "prevent double [submits|clicks]",
      "=can we stop people from clicking while it's {wordsDoing}?",
      "=you can [still click|click] it while {busy}",
    ],
    unseen: ["=impatient users hit the button again before it's done", "lock the button as long as {busy}"],
    rows: [
      [
        { busy: "isSaving", doing: "saving", verb: "save", label: "Save" },
        { busy: "saving", doing: "saving", verb: "save", label: "Save changes" },
        { busy: "isSubmitting", doing: "submitting", verb: "submit", label: "Submit" },
        { busy: "sending", doing: "sending", verb: "send", label: "Send" },
        { busy: "loading", doing: "loading", verb: "load", label: "Load more" },
        { busy: "isPending", doing: "pending", verb: "confirm", label: "Confirm" },
      ],
    ],
    code: [
      `
      export function ‹Thing›Form({ ‹thing›, on‹Verb› }: ‹Thing›FormProps) {
        const [‹busy›, set‹Busy›] = useState(false);
        ‹fill›
        return (
          <form «className="‹thing:kebab›-form" »onSubmit={() => on‹Verb›(‹thing›)}>
            «<h2>{‹thing›.«name|title»}</h2>|<Fields value={‹thing›} />»
            <button type="submit"⟦→ disabled={‹busy›}⟧>‹label›</button>
          </form>
        );
      }
      `,
      `
      const ‹Verb›Button = ({ ‹busy›, onClick }) => (
        <Button «variant="primary" »onClick={onClick}⟦→ disabled={‹busy›}⟧>
          «‹label›|{‹busy› ? "…" : "‹label›"}»
        </Button>
      );
      `,
    ],
  }),
  sketched("await-saving", {
    seen: [
      "=it returns before the {wordsThing} is [saved|written]",
      "=the {wordsThing} isn't [there yet|saved yet] when this [returns|is done]",
      "[wait for|await] the {wordsThing} to be saved",
      "=missing await[ on {call}|]",
      "=errors of {call} are lost",
      "=[why|how come] does {call} not [block|wait]?",
      "=nobody [waits|is waiting] for {call}",
      "=[the request|it] ends before {call} [does|has]",
      "=sometimes the {wordsThing} is [missing|not in the db] right after the request",
    ],
    unseen: ["=the response goes out too early"],
    vars: { call: ["save‹Thing›", "store‹Thing›", "‹things›.insert", "db.‹things›.update"] },
    code: [
      `
      ƒ async handle‹Thing›(req: Request, res: Response) {
        const ‹thing› = «req.body|parse‹Thing›(req.body)»;
        ‹fill›
        ⟦→await ⟧‹call›(‹thing›);
        res.«json(‹thing›)|sendStatus(204)|status(201).end()»;
      ƒ}
      `,
    ],
  }),
];

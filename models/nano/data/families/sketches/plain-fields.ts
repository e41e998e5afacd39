import type { Row } from "./sketch.ts";
import { sketched } from "./sketch.ts";

/** Fields that people type into, each with another that stands beside it. */
const FIELDS: readonly Row[] = [
  { fld: "email", by: "phone" },
  { fld: "title", by: "summary" },
  { fld: "city", by: "street" },
  { fld: "firstName", by: "lastName" },
  { fld: "company", by: "website" },
  { fld: "query", by: "tag" },
  { fld: "nickname", by: "bio" },
  { fld: "subject", by: "recipient" },
  { fld: "code", by: "label" },
  { fld: "address", by: "country" },
  { fld: "topic", by: "author" },
  { fld: "note", by: "owner" },
  { fld: "search", by: "category" },
  { fld: "username", by: "displayName" },
];

/** Fields that are numbers. */
const NUMBERS: readonly Row[] = [
  { fld: "age", by: "name" },
  { fld: "quantity", by: "product" },
  { fld: "price", by: "title" },
  { fld: "seats", by: "room" },
  { fld: "amount", by: "purpose" },
  { fld: "weight", by: "label" },
  { fld: "guests", by: "host" },
  { fld: "year", by: "author" },
  { fld: "port", by: "host" },
  { fld: "budget", by: "project" },
  { fld: "floor", by: "building" },
  { fld: "distance", by: "city" },
];

/** A form with two fields, of which one gets another attribute, as its last one, or another type. */
const twoFields = (edit: string, type = "", newType = type) => {
  const typed = newType === type ? type : `⟦${type}→${newType}⟧`;
  const added = edit === "" ? "" : `⟦→${edit}⟧`;
  return [
    `
  ƒ ‹Thing›Form({ values, onChange, onSubmit }: ‹Thing›FormProps) {
    «const { t } = useTranslation();|»
    return (
      <form onSubmit={onSubmit}>
        «<h2>«New|Edit» ‹thing:words›</h2>|»
        <input${type} name="‹by›" value={values.‹by›} onChange={onChange} />
        <input${typed} name="‹fld›" value={values.‹fld›} onChange={onChange}${added} />
        <button>«Save|Send|OK»</button>
      </form>
    );
  ƒ}
  `,
    `
  export default function Edit‹Thing›() {
    const [‹fld›, set‹Fld›] = useState("");
    const [‹by›, set‹By›] = useState("");
    ‹fill›
    return (
      <div className="«fields|form|dialog»">
        <input${typed} value={‹fld›} onChange={(e) => set‹Fld›(e.target.value)}${added} />
        <input${type} value={‹by›} onChange={(e) => set‹By›(e.target.value)} />
        <button onClick={() => save({ ‹fld›, ‹by› })}>«Save|Done|Add»</button>
      </div>
    );
  }
  `,
    `
  <fieldset «disabled={busy}|className="group"»>
    <label htmlFor="‹by›">‹by:Words›</label>
    <input${type} id="‹by›" {...register("‹by›")} />
    <label htmlFor="‹fld›">‹fld:Words›</label>
    <input${typed} id="‹fld›" {...register("‹fld›")}${added} />
    «<ErrorMessage errors={errors} />|<p className="hint">{hint}</p>|»
  </fieldset>
  `,
  ];
};

/** What people want of the fields of a form. */
export const PLAIN_FIELDS = [
  sketched("placeholder-in-the-field", {
    seen: [
      "[give|set] the {wordsFld} [field|input] the placeholder {textPh}",
      "=the {wordsFld} [field|input] needs {textPh} as [a|its] placeholder",
      "[add|put] a placeholder {textPh} [to|on] the {wordsFld} [field|input|box]",
      "=the [empty |]{wordsFld} [field|box] should [say|show] {textPh} in grey",
      "=people don't know what to type [in|into] {wordsFld}. placeholder: {textPh}",
      "=can we have {textPh} as a hint inside the [empty |]{wordsFld} input?",
      "=placeholder for {fld}: {textPh}",
      "=users ask what goes into the {wordsFld} field, let it show {textPh} until they type",
      "=[i want|we want] {textPh} as [the|a] placeholder [in|for|on] {wordsFld}",
    ],
    unseen: [
      "=while nothing is typed into {wordsFld} there should be {textPh}",
      "=I'd like a greyed out {textPh} in {fld}",
    ],
    rows: [FIELDS],
    vars: {
      ph: [
        "Your ‹fld:words›",
        "Type the ‹fld:words› …",
        "‹fld:Words›",
        "Enter ‹fld:words›",
        "e.g. Demo",
        "Optional",
        "‹fld:Words› please",
      ],
    },
    code: twoFields(' placeholder="‹ph›"'),
  }),
  sketched("cursor-starts-in-field", {
    seen: [
      "[autofocus|focus] the {wordsFld} [field|input] [when it opens|on open|right away]",
      "=the cursor should [start|be] in the {wordsFld} [field|box|input]",
      "=[i|you] have to click into {wordsFld} first[ every time|]",
      "=can the {wordsFld} [field|input] have the focus [right away|at the start]?",
      "=autofocus on {wordsFld}[ pls|]",
      "=let [me|people] type the {wordsFld} [right away|at once] without clicking",
      "=why isn't {wordsFld} focused when [the form|this] opens",
      "put the [cursor|focus] into the {wordsFld} [field|input] at the start",
      "=[focus|the focus] should be on {wordsFld} [at first|from the start|to begin with]",
    ],
    unseen: [
      "=first thing everyone does is click on {wordsFld}, save them that",
      "=want to type straight into {fld} once it's there",
    ],
    rows: [FIELDS],
    code: twoFields(" autoFocus"),
  }),
  sketched("field-must-be-given", {
    seen: [
      "make {wordsFld} [required|mandatory]",
      "=the {wordsFld} [is|should be] [required|mandatory]",
      "=you can [send|submit] it without [a|the] {wordsFld}, mark the input as required",
      "=can the {wordsFld} [input|field] be required?",
      "=people leave the {wordsFld} empty; [use|set] required on [it|the input]",
      "=the browser should complain [when|if] the {wordsFld} is empty, required",
      "=required on {fld} [please|pls]",
      "[add|set] required [on|for] the {wordsFld} [input|field]",
      "=[it|the form] goes through without a {wordsFld}, [make it required|that input is required]",
    ],
    unseen: [
      "=we can't do without a {wordsFld}, so required please",
      "don't let the browser accept the form with the {wordsFld} left blank, use required",
    ],
    rows: [FIELDS],
    code: twoFields(" required"),
  }),
  sketched("no-longer-than-so-much", {
    seen: [
      "[limit|cap] the {wordsFld} [field|input] to {n} characters",
      "=the {wordsFld} [can't|must not|may not] be longer than {n} [characters|letters]",
      "=at most {n} characters [in|for] {wordsFld}",
      "=max {n} chars in {wordsFld}",
      "=people [paste|type] whole novels into {wordsFld}, stop at {n} characters",
      "=the database only takes {n} characters for {wordsFld}, [limit the input|the input should stop there]",
      "=can we [set|have] maxLength {n} on {wordsFld}?",
      "[set|add] maxLength {n} [on|to] the {wordsFld} [input|field]",
      "=[more|anything more] than {n} [letters|characters] of {wordsFld} [is too long|is too much|gets cut off anyway]",
    ],
    unseen: [
      "=typing more than {n} letters into {wordsFld} should not be possible",
      "=after {n} characters the {wordsFld} input is full",
    ],
    rows: [FIELDS],
    vars: { n: ["20", "30", "40", "50", "64", "80", "100", "120", "140", "160", "200", "255"] },
    code: twoFields(" maxLength={‹n›}"),
  }),
  sketched("number-is-typed", {
    seen: [
      "make the {wordsFld} [field|input] a number [input|field]",
      "=the {wordsFld} [field|input] should be [a number input|of type number]",
      "=you can type letters into {wordsFld}[, number input please|; should be type number]",
      "=can the {wordsFld} [input|field] [be a number one|only take numbers]?",
      "=type number for {wordsFld}",
      "=phones show the letter keyboard for {wordsFld}, it's a number",
      "=a tester entered abc as {wordsFld}, use a number input",
      "turn {wordsFld} into a number input",
      "=[numbers only|only numbers] [for|in] {wordsFld}[ please| pls|]",
    ],
    unseen: [
      "=I want up and down arrows on {wordsFld}, like number fields have",
      "=letters make no sense as {wordsFld}, pick the right input type",
    ],
    rows: [NUMBERS],
    code: twoFields("", ' type="text"', ' type="number"'),
  }),
  sketched("least-number-in-field", {
    seen: [
      "=the {wordsFld} [can't|must not|may not] go below {n}",
      "[set|add] [a minimum|a min] of {n} [for|on] the {wordsFld} [input|field]",
      "=at least {n} for {wordsFld}",
      "=min {n} on {wordsFld}",
      "=you can enter less than {n} as {wordsFld}",
      "=the arrows of the {wordsFld} [input|field] should stop at {n}, going down",
      "=can {wordsFld} start at {n}, i mean no less in the input",
      "=less than {n} is no valid {wordsFld}, [the input should know|tell the input]",
      "don't allow a {wordsFld} [under|below|less than] {n} in the input",
      "=[the smallest|the lowest] {wordsFld} [allowed|possible] is {n}, [set it on the input|tell the input]",
    ],
    unseen: [
      "=nobody should get under {n} with the {wordsFld} spinner",
      "don't let the {wordsFld} box go any lower than {n}",
    ],
    rows: [NUMBERS],
    vars: { n: ["0", "1", "2", "5", "10", "18"] },
    code: twoFields(" min={‹n›}", ' type="number"'),
  }),
  sketched("field-cannot-be-changed", {
    seen: [
      "make the {wordsFld} [field|input] read-only",
      "=the {wordsFld} [should|must] be [readonly|read-only]",
      "=nobody should [edit|change|type into] the {wordsFld}, readOnly",
      "=can the {wordsFld} [field|input] be readOnly?",
      "=readOnly on {wordsFld}",
      "=people [change|overwrite] the {wordsFld}, they should only [read|see] it (readOnly)",
      "[set|add] readOnly [on|to] the {wordsFld} [input|field]",
      "=the {wordsFld} is just to look at, make it read-only",
      "=[it must not be possible|it shouldn't be possible] to edit the {wordsFld} (readOnly)",
    ],
    unseen: [
      "=the {wordsFld} comes from the system and is read-only in the form",
      "=you should still be able to select and copy the {wordsFld} but not to edit it, readOnly that is",
    ],
    rows: [FIELDS],
    code: twoFields(" readOnly"),
  }),
  sketched("field-off-while-flag", {
    seen: [
      "disable the {wordsFld} [field|input] [when|while|if] {flag}",
      "=the {wordsFld} [field|input] should be disabled [when|while|if] {flag}",
      "=you can still [type|edit] [the|into] {wordsFld} [when|while] {flag} is true, disable it then",
      "=no typing in {wordsFld} [while|when] {flag}, disable it",
      "=can we grey out the {wordsFld} [field|input] [while|when] {flag}?",
      "=disabled [for|on] {wordsFld}, by {flag}",
      "[grey out|lock] the {wordsFld} input [while|if] {flag} (disabled)",
      "=why is {wordsFld} not disabled [when|while] {flag}",
      "=[lock|disable] {wordsFld} [as long as|while] {flag}[ please|]",
    ],
    unseen: [
      "=with {flag} on, the {wordsFld} box has to be disabled",
      "=only {wordsFld} gets disabled, and only by {flag}",
    ],
    rows: [FIELDS],
    vars: {
      flag: [
        "isSaving",
        "loading",
        "locked",
        "isClosed",
        "pending",
        "submitting",
        "isArchived",
        "busy",
        "frozen",
      ],
    },
    code: [
      `
      ƒ ‹Thing›Form({ values, ‹flag›, onChange }: Props) {
        return (
          <form className="«form|stack|fields»">
            <input name="‹by›" value={values.‹by›} onChange={onChange} />
            <input name="‹fld›" value={values.‹fld›} onChange={onChange}⟦→ disabled={‹flag›}⟧ />
            «<Hint>{values.hint}</Hint>|<button>Save</button>»
          </form>
        );
      ƒ}
      `,
      `
      export function Edit‹Thing›() {
        const [‹flag›, set‹Flag›] = useState(false);
        const { register, handleSubmit } = useForm<‹Thing›>();
        ‹fill›
        return (
          <form onSubmit={handleSubmit(save)}>
            <TextField label="‹fld:Words›" {...register("‹fld›")}⟦→ disabled={‹flag›}⟧ />
            <TextField label="‹by:Words›" {...register("‹by›")} />
          </form>
        );
      }
      `,
      `
      <FormRow>
        <Label for="‹by›">‹by:Words›</Label>
        <Input
          id="‹by›"
          value={form.‹by›}
          onChange={(e) => update("‹by›", e.target.value)}
        />
        <Label for="‹fld›">‹fld:Words›</Label>
        <Input
          id="‹fld›"
          value={form.‹fld›}
          onChange={(e) => update("‹fld›", e.target.value)}
          ⟦→disabled={‹flag›}⟧
        />
        {‹flag› && <Spinner />}
      </FormRow>
      `,
    ],
  }),
  sketched("starts-with-what-it-has", {
    seen: [
      "prefill the {wordsFld} [field|input] with {path}",
      "=the {wordsFld} [field|input] should start with {path}, uncontrolled (defaultValue)",
      "=the {wordsFld} [field|box] is empty when i edit, defaultValue should be {path}",
      "=can {wordsFld} have {path} as its [default value|defaultValue]?",
      "=defaultValue for {wordsFld}: {path}",
      "=editing starts with an empty {wordsFld}, take the one of the {wordsThing}",
      "=i have to type the {wordsFld} again each time i edit [the|a] {wordsThing}",
      "[set|use] {path} as the default value of the {wordsFld} [field|input]",
      "=[show|fill in|put] {path} [at the start|first] in the {wordsFld} field, as defaultValue",
    ],
    unseen: [
      "=the {wordsThing} has a {wordsFld} already, why is that box blank",
      "=fill in the current {wordsFld} at the start, people only want to correct it",
    ],
    rows: [FIELDS],
    vars: { path: ["‹thing›.‹fld›"] },
    code: [
      `
      ƒ Edit‹Thing›({ ‹thing›, onSubmit }: Edit‹Thing›Props) {
        return (
          <form onSubmit={onSubmit}>
            <input name="‹by›" defaultValue={‹thing›.‹by›} />
            <input name="‹fld›"⟦→ defaultValue={‹thing›.‹fld›}⟧ />
            <button>«Save|Update|OK»</button>
          </form>
        );
      ƒ}
      `,
      `
      <form action={update‹Thing›}>
        <input type="hidden" name="id" value={‹thing›.id} />
        <label>
          ‹fld:Words›
          <input name="‹fld›"⟦→ defaultValue={‹thing›.‹fld›}⟧ />
        </label>
        <label>
          ‹by:Words›
          <textarea name="‹by›" defaultValue={‹thing›.‹by›} />
        </label>
      </form>
      `,
      `
      export default async function ‹Thing›EditPage({ params }: PageProps) {
        const ‹thing› = await get‹Thing›(params.id);
        ‹fill›
        return (
          <Form action={save‹Thing›}>
            <TextField name="‹fld›" label="‹fld:Words›"⟦→ defaultValue={‹thing›.‹fld›}⟧ />
            <TextField name="‹by›" label="‹by:Words›" defaultValue={‹thing›.‹by›} />
          </Form>
        );
      }
      `,
    ],
  }),
  sketched("several-lines-to-type", {
    seen: [
      "make the {wordsFld} [field|input] a textarea",
      "=the {wordsFld} [field|input] should be a textarea",
      "=one line is [too little|not enough] for the {wordsFld}, [textarea please|use a textarea]",
      "=people want to write several lines [in|as] {wordsFld}",
      "=can {wordsFld} be multi-line?",
      "=textarea for {wordsFld}",
      "[use|take] a textarea [for|instead of the input for] the {wordsFld}",
      "=you can't put line breaks into the {wordsFld}",
      "=[a longer|long] {wordsFld} doesn't fit[, textarea please| on one line]",
      "[replace|swap] the {wordsFld} input [by|with|for] a textarea",
    ],
    unseen: [
      "=Enter in {wordsFld} should make a new line like in a textarea",
      "=the {wordsFld} is long text, a single-line box is wrong",
    ],
    rows: [
      [
        { fld: "description", by: "title" },
        { fld: "comment", by: "author" },
        { fld: "message", by: "subject" },
        { fld: "notes", by: "name" },
        { fld: "bio", by: "nickname" },
        { fld: "reason", by: "requester" },
        { fld: "address", by: "company" },
        { fld: "feedback", by: "email" },
        { fld: "body", by: "heading" },
        { fld: "summary", by: "topic" },
      ],
    ],
    code: twoFields("").map((text) => text.replace(/<input(?= [^\n]*‹fld›)/, "<⟦input→textarea⟧")),
  }),
];

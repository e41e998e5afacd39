import { sketched } from "./sketch.ts";

const EVENT = ["e", "e", "event", "ev"];

/** Forms: their fields, and what is put into them. */
export const SCREEN_FORMS = [
  sketched("label-for-its-input", {
    seen: [
      "=[clicking|a click on] the {textLabel} label [doesn't|does not] focus the [input|field]",
      "=label click doesn't [focus the input|do anything]",
      "=the {textLabel} label isn't [tied to|connected to|associated with] its [input|field]",
      "[tie|connect|link] the {textLabel} label to its input",
      "=axe: form element {id} has no [associated |]label",
      "=screen reader reads the {wordsField} [field|input] without a name",
      "=the label should [belong to|be for] {id}",
      "=when i click on the word {textLabel} nothing gets focused",
      "=jsx-a11y/label-has-associated-control on the {textLabel} label",
      "=can the {wordsField} label point to its input?",
      "=[why|how come] can't i tap the {textLabel} text to get into the field?",
      "=the {wordsField} label has no htmlFor",
      "give the {textLabel} label the id of its input",
    ],
    unseen: [
      "=on mobile you have to hit the tiny {wordsField} box itself, its caption should work as well",
      "use htmlFor so that the caption of {id} counts as its label",
    ],
    rows: [
      [
        { field: "email", label: "Email" },
        { field: "firstName", label: "First name" },
        { field: "phone", label: "Phone number" },
        { field: "password", label: "Password" },
        { field: "company", label: "Company" },
        { field: "zipCode", label: "Zip code" },
        { field: "deadline", label: "Deadline" },
        { field: "nickname", label: "Nickname" },
        { field: "budget", label: "Monthly budget" },
        { field: "vatNumber", label: "VAT number" },
      ],
      [
        { second: "city", secondLabel: "City" },
        { second: "notes", secondLabel: "Notes" },
        { second: "website", secondLabel: "Website" },
        { second: "lastName", secondLabel: "Last name" },
        { second: "country", secondLabel: "Country" },
      ],
    ],
    vars: { id: ["‹field›", "‹field›", "‹field:kebab›", "‹thing:kebab›-‹field:kebab›"], e: EVENT },
    code: [
      `
      ƒ ‹Field›Field({ value, onChange }: FieldProps) {
        return (
          <div className="«field|form-row|mb-4»">
            <label⟦→ htmlFor="‹id›"⟧>‹label›</label>
            <input id="‹id›" «type="text" »value={value} onChange={onChange} />
          </div>
        );
      ƒ}
      `,
      `
      <form onSubmit={handleSubmit}>
        <label htmlFor="‹second›">‹secondLabel›</label>
        <input id="‹second›" name="‹second›" defaultValue={‹thing›.‹second›} />

        <label⟦→ htmlFor="‹id›"⟧>‹label›</label>
        <«input|Input» id="‹id›" name="‹field›" defaultValue={‹thing›.‹field›} />

        <button type="submit">«Save|Continue|Send»</button>
      </form>
      `,
      `
      ƒ ‹Thing›Filter({ options, ‹field›, set‹Field› }: FilterProps) {
        return (
          <div className="filter">
            <span>Filter</span>
            <label⟦→ htmlFor="‹id›"⟧>‹label›</label>
            <select id="‹id›" value={‹field›} onChange={(‹e›) => set‹Field›(‹e›.target.value)}>
              {options.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </select>
            <label htmlFor="‹second›">‹secondLabel›</label>
            <select id="‹second›">{«null|children»}</select>
          </div>
        );
      ƒ}
      `,
      `
      export function ‹Thing›Fields({ ‹thing›, onChange }: ‹Thing›FieldsProps) {
        ‹fill›
        return (
          <fieldset>
            <legend>‹thing:Words›</legend>
            <div className="row">
              <label⟦→ htmlFor="‹id›"⟧>«‹label›|‹label› <em>*</em>»</label>
              <input
                id="‹id›"
                value={‹thing›.‹field›}
                onChange={(‹e›) => onChange("‹field›", ‹e›.target.value)}
              />
            </div>
            <div className="row">
              <label htmlFor="‹second›">‹secondLabel›</label>
              <input
                id="‹second›"
                value={‹thing›.‹second›}
                onChange={(‹e›) => onChange("‹second›", ‹e›.target.value)}
              />
            </div>
          </fieldset>
        );
      }
      `,
    ],
  }),
  // Numbers are read with Number().
  sketched("number-from-its-input", {
    seen: [
      "=[the |]{wordsField} ends up as a string",
      '=typing 5 into [the |]{wordsField} [gives|saves] "5"',
      "=the {wordsField} is a number but we [store|keep|set] [text|a string]",
      "[store|keep|save] the {wordsField} as a number",
      "convert the {wordsField} to a number",
      "=adding to the {wordsField} [glues digits together|concatenates], 2 and 1 makes 21",
      "=TS: string is not assignable to number, for the {wordsField}",
      "=the api [rejects|refuses] the {wordsField} [because it's|as it is] a string",
      "=can the {wordsField} [input|field] give a number?",
      "=[why|how come] {field} is [a string|of type string|not a number] after [editing|typing]?",
      "=wrap it in Number(), {field} is numeric",
      "=[needs|missing] Number() [for|around] the {wordsField}",
      "=the {wordsField} input hands on text",
    ],
    unseen: [
      "=inputs always yield text, so {wordsField} has to be turned into a figure first",
      "=sums with {field} come out like '105' instead of 15",
    ],
    vars: {
      field: [
        "quantity",
        "age",
        "guests",
        "amount",
        "seats",
        "price",
        "weight",
        "rating",
        "limit",
        "discount",
        "durationDays",
        "minScore",
      ],
      extra: ["notes", "comment", "place", "color"],
      e: EVENT,
    },
    code: [
      `
      ƒ ‹Thing›Form({ onSubmit }: Props) {
        const [name, setName] = useState("");
        const [‹field›, set‹Field›] = useState(«0|1»);
        ‹fill›
        return (
          <form onSubmit={() => onSubmit({ name, ‹field› })}>
            <input value={name} onChange={(‹e›) => setName(‹e›.target.value)} />
            <input
              type="number"
              value={‹field›}
              onChange={(‹e›) => set‹Field›(⟦‹e›.target.value→Number(‹e›.target.value)⟧)}
            />
          </form>
        );
      ƒ}
      `,
      `
      interface ‹Thing›Draft {
        title: string;
        ‹field›: number;
      }

      const change‹Field› = (‹e›: React.ChangeEvent<HTMLInputElement>) => {
        setDraft({ ...draft, ‹field›: ⟦‹e›.target.value→Number(‹e›.target.value)⟧ });
      };

      const changeTitle = (‹e›: React.ChangeEvent<HTMLInputElement>) => {
        setDraft({ ...draft, title: ‹e›.target.value });
      };
      `,
      `
      <Field label="‹thing:Words›">
        <Input value={‹thing›.name} onChange={(‹e›) => update("name", ‹e›.target.value)} />
        <Input
          type="number"
          «min={0}|step={1}|required»
          value={‹thing›.‹field›}
          onChange={(‹e›) => update("‹field›", ⟦‹e›.target.value→Number(‹e›.target.value)⟧)}
        />
      </Field>
      `,
      `
      ƒ read‹Thing›(form: FormData): ‹Thing›Input {
        ‹fill›
        return {
          name: String(form.get("name")),
          ‹field›: ⟦form.get("‹field›")→Number(form.get("‹field›"))⟧,
          ‹extra›: form.get("‹extra›"),
        };
      ƒ}
      `,
    ],
  }),
  sketched("empty-text-for-missing-value", {
    seen: [
      "=[the |]{wordsField} input [goes|changes|switches] from uncontrolled to controlled",
      "=uncontrolled input warning [because|bc|since] {field} can be [undefined|missing]",
      '=react warns "changing an uncontrolled input to be controlled" when {field} [arrives|is set]',
      "=[controlled/uncontrolled|uncontrolled] warning for [the |]{wordsField}",
      "=the {wordsField} field keeps the old text when {field} is [undefined|not set]",
      '[pass|use] "" [when|if|as long as] {field} is undefined',
      "fall back to an empty string for {field}",
      "=[the |]{wordsField} may be undefined, value must always be a string",
      "=how do i get rid of the uncontrolled warning [on|for] {wordsField}?",
      "=value is undefined for [people|those] without [a |]{wordsField}, should be empty",
      "=can {field} default to an empty text in the input?",
      "=switching to one without {wordsField} leaves the previous {wordsField} in the box",
    ],
    unseen: [
      "=console is full of 'component is changing an uncontrolled input', it's the {wordsField} one",
      "never let the value of the {wordsField} box be undefined, rather blank",
    ],
    vars: {
      field: [
        "nickname",
        "bio",
        "website",
        "phone",
        "company",
        "jobTitle",
        "subtitle",
        "notes",
        "caption",
        "street",
        "taxId",
        "displayName",
      ],
      sure: ["name", "email", "title", "label"],
      e: EVENT,
    },
    code: [
      `
      <TextInput
        label="‹field:Words›"
        value={⟦‹thing›.‹field›→‹thing›.‹field› ?? ""⟧}
        onChange={(‹field›) => set‹Thing›({ ...‹thing›, ‹field› })}
      />
      `,
      `
      ƒ ‹Thing›Editor({ ‹thing›, onChange }: EditorProps) {
        ‹fill›
        return (
          <div className="«editor|stack»">
            <input value={‹thing›.‹sure›} onChange={(‹e›) => onChange({ ‹sure›: ‹e›.target.value })} />
            <«input|textarea» value={⟦‹thing›.‹field›→‹thing›.‹field› ?? ""⟧} onChange={(‹e›) => onChange({ ‹field›: ‹e›.target.value })} />
          </div>
        );
      ƒ}
      `,
      `
      interface ‹Thing›Values {
        ‹sure›: string;
        ‹field›?: string;
      }

      export const ‹Thing›Fields = ({ values, set }: { values: ‹Thing›Values; set: Setter }) => (
        <>
          <Input name="‹sure›" value={values.‹sure›} onChange={set} />
          <Input name="‹field›" value={⟦values.‹field›→values.‹field› ?? ""⟧} onChange={set} />
        </>
      );
      `,
    ],
  }),
  sketched("two-fields-must-match", {
    seen: [
      "[also check|check] that {first} and {repeat} are the same, error {textText} on {repeat}",
      "add a [check|validation] that {repeat} [equals|matches|is the same as] {first}: {textText} [on|at|under] {repeat}",
      "=you can [type|enter] two different {wordsFirst}s, {repeat} should then say {textText}",
      "=when {first} and {repeat} differ, [set|put] {textText} on {repeat}",
      "=nobody compares {first} with {repeat} - the error for {repeat} is {textText}",
      "=a typo in {repeat} [goes unnoticed|gets through], it should [give|show] {textText}",
      "=should [fail|be invalid] [when|if] {repeat} isn't {first} ({textText}, on {repeat})",
      "=can we say {textText} at {repeat} when it is not the same as {first}?",
      "=missing: errors.{repeat} = {textText} if the two are different",
      "={repeat} must be [equal to|identical with] {first}, otherwise {textText}",
      "=it [lets me continue with|accepts|lets through] a {repeat} that is not {first}. {textText} should appear at {repeat}",
    ],
    unseen: [
      "=the second {wordsFirst} is pointless as long as it isn't compared. complain with {textText} at {repeat}",
      "=mismatch of the two → {textText} (on {repeat})",
    ],
    rows: [
      [
        { first: "password", repeat: "passwordConfirm", text: "Passwords do not match" },
        { first: "password", repeat: "confirmPassword", text: "The passwords are different" },
        { first: "newPassword", repeat: "repeatPassword", text: "Must be the same as the new password" },
        { first: "email", repeat: "emailConfirm", text: "Emails do not match" },
        { first: "email", repeat: "repeatEmail", text: "This is not the same address" },
        { first: "pin", repeat: "pinAgain", text: "The PINs differ" },
        { first: "iban", repeat: "ibanConfirm", text: "IBANs do not match" },
        { first: "passphrase", repeat: "passphrase2", text: "Passphrases don't match" },
      ],
    ],
    vars: {
      values: ["values", "form", "data", "input"],
      required: ["Required", "Please fill in", "Missing"],
      who: ["name", "username", "company"],
    },
    code: [
      `
      ƒ validate(‹values›: ‹Thing›Values) {
        const errors: «Errors|Record<string, string>|FormErrors» = {};
        if (!‹values›.‹who›) {
          errors.‹who› = "‹required›";
        }
        if (!‹values›.‹first›) {
          errors.‹first› = "‹required›";
        }
        ⟦→if (‹values›.‹first› !== ‹values›.‹repeat›) {
          errors.‹repeat› = "‹text›";
        }⟧
        return errors;
      ƒ}
      `,
      `
      const submit = async (‹values›: ‹Thing›Values) => {
        const errors: Partial<‹Thing›Values> = {};
        if (!‹values›.‹first›) errors.‹first› = "‹required›";
        ⟦→if (‹values›.‹first› !== ‹values›.‹repeat›) errors.‹repeat› = "‹text›";⟧
        if (Object.keys(errors).length > 0) {
          setErrors(errors);
          return;
        }
        await «api.register|create‹Thing›|onSubmit»(‹values›);
      };
      `,
      `
      class ‹Thing›FormModel {
        errors: Record<string, string> = {};

        check(‹values›: ‹Thing›Values): boolean {
          this.errors = {};
          if (‹values›.‹first›.length < «8|10|4») {
            this.errors.‹first› = "«Too short|Must be longer»";
          }
          ⟦→if (‹values›.‹first› !== ‹values›.‹repeat›) {
            this.errors.‹repeat› = "‹text›";
          }⟧
          return Object.keys(this.errors).length === 0;
        }
      }
      `,
    ],
  }),
  sketched("field-is-required", {
    seen: [
      "={field} is required too, [message|error] {textText}",
      "=you can [save|send|submit] it without [a|an] {wordsField}, should say {textText}",
      "=an empty {wordsField} [gets through|is accepted], it should give {textText}",
      "[also require|require] {field} ({textText})",
      "=no error [for|on] a missing {wordsField}. {textText}",
      "=[the |]{wordsField} should be mandatory: {textText}",
      "check {field} as well: {textText} when it's empty",
      "=validation forgets {field}, text is {textText}",
      "=leaving {wordsField} blank [works|is possible] but shouldn't[ be|], error {textText}",
      "=can {field} be required as well? with {textText}",
      "complain with {textText} when there is no {field}",
      "=we get {wordsThings} without [a|an] {wordsField}; make it required, {textText}",
    ],
    unseen: [
      "=the {wordsField} must not be left out either - {textText} otherwise",
      "=support keeps asking people for their {wordsField}, make them fill it in ({textText})",
    ],
    rows: [
      [
        { field: "email", text: "Email is required" },
        { field: "phone", text: "Please enter a phone number" },
        { field: "country", text: "Choose a country" },
        { field: "street", text: "Street is missing" },
        { field: "dueDate", text: "Pick a date" },
        { field: "category", text: "Please choose a category" },
        { field: "reason", text: "Tell us why" },
        { field: "subject", text: "A subject is needed" },
        { field: "quantity", text: "How many?" },
        { field: "currency", text: "Required" },
      ],
      [
        { other1: "name", text1: "Name is required" },
        { other1: "title", text1: "Title is required" },
        { other1: "summary", text1: "Please add a summary" },
        { other1: "owner", text1: "Choose an owner" },
      ],
    ],
    vars: { values: ["values", "form", "data", "draft", "input"] },
    code: [
      `
      ƒ validate‹Thing›(‹values›: ‹Thing›Form) {
        const errors: Record<string, string> = {};
        if (!‹values›.‹other1›) errors.‹other1› = "‹text1›";
        ⟦→if (!‹values›.‹field›) errors.‹field› = "‹text›";⟧
        return errors;
      ƒ}
      `,
      `
      const validate = (‹values›: ‹Thing›Values): Errors => {
        const errors: Errors = {};
        ‹fill›
        if (!‹values›.‹other1›) {
          errors.‹other1› = "‹text1›";
        }
        ⟦→if (!‹values›.‹field›) {
          errors.‹field› = "‹text›";
        }⟧

        return errors;
      };
      `,
      `
      ƒ problemsOf(‹values›: Partial<‹Thing›>): string[] {
        const problems: string[] = [];
        if (!‹values›.‹other1›) problems.push("‹text1›");
        ⟦→if (!‹values›.‹field›) problems.push("‹text›");⟧
        return problems;
      ƒ}
      `,
      `
      const handleSubmit = async () => {
        if (!‹values›.‹other1›) {
          setError("‹text1›");
          return;
        }
        ⟦→if (!‹values›.‹field›) {
          setError("‹text›");
          return;
        }⟧
        setError(null);
        await save‹Thing›(‹values›);
      };
      `,
    ],
  }),
  sketched("spaces-are-not-enough", {
    seen: [
      "=[only spaces|just spaces|a few spaces] [gets through|is accepted|counts] as [a|an] {wordsField}",
      "=you can [enter|type] only spaces [for|as] the {wordsField}",
      "=a {wordsField} of blanks [shouldn't count|is not a {wordsField}]",
      "trim the {wordsField} [in the check|before checking it|when checking whether it is empty]",
      "=[blank|whitespace-only] {wordsField} should be [treated as|the same as] empty",
      "treat a {wordsField} of [only spaces|nothing but spaces] as empty",
      "=pressing space once is enough to get past the {wordsField} check",
      '="   " is not a valid {wordsField}',
      "=tester entered three spaces for {field} and it went through",
      "=can we also refuse a {wordsField} [with|of] only whitespace?",
      "=whitespace passes the {field} check",
    ],
    unseen: [
      "=hitting the space bar shouldn't be a way around having to give a {wordsField}",
      "count {field} as missing when nothing is left of it after trimming",
    ],
    vars: {
      field: [
        "name",
        "title",
        "comment",
        "message",
        "subject",
        "city",
        "nickname",
        "label",
        "reason",
        "summary",
      ],
      values: ["values", "form", "draft", "data"],
      text: ["Required", "Please fill this in", "Must not be empty"],
    },
    code: [
      `
      ƒ validate(‹values›: ‹Thing›Values) {
        const errors: Errors = {};
        if (!‹values›.‹field›⟦→.trim()⟧) errors.‹field› = "‹text›";
        if (!‹values›.«categoryId|ownerId|dueDate») errors.«category|owner|due» = "‹text›";
        return errors;
      ƒ}
      `,
      `
      ƒ ‹Thing›Box({ onAdd }: Props) {
        const [‹field›, set‹Field›] = useState("");

        const add = () => {
          if (‹field›⟦→.trim()⟧ === "") return;
          onAdd(‹field›);
          set‹Field›("");
        };

        return (
          <div>
            <input value={‹field›} onChange={(e) => set‹Field›(e.target.value)} />
            <button type="button" onClick={add}>Add</button>
          </div>
        );
      ƒ}
      `,
      `
      const submit = async (event: FormEvent) => {
        event.preventDefault();
        ‹fill›
        if (!‹field›⟦→.trim()⟧) {
          setError("‹text›");
          return;
        }
        await create‹Thing›({ ‹field›, «ownerId|kind|date» });
      };
      `,
      `
      <footer>
        <button onClick={onCancel}>Cancel</button>
        <button onClick={save} disabled={!‹field›⟦→.trim()⟧}>«Save|Send|Add ‹thing:words›»</button>
      </footer>
      `,
    ],
  }),
  sketched("error-below-its-field", {
    seen: [
      "=the {wordsField} error [isn't shown|is not shown|doesn't show up|is never displayed][ anywhere|]",
      "[show|display|render] the [error|message] of {field} too",
      "=you don't see [why|what's wrong with] the {wordsField}",
      "=errors.{field} is never [shown|rendered|used]",
      "=when the {wordsField} is invalid nothing [appears|shows up] [under|below] it",
      "=the {wordsField} needs its error [below|underneath] like the other field",
      "[add|put] the {wordsField} error [under|below] its [input|field], same as for {sure}",
      "=can we also [show|see] the error for {field}?",
      "=an invalid {wordsField} [blocks the form|stops it] without [any message|telling why]",
      "=no message under the {wordsField} [input|field]",
      "=same for {field} pls, show its error",
    ],
    unseen: [
      "=users are stuck when their {wordsField} is wrong because they're told nothing about it",
      "let people read what validation says about {field}",
    ],
    vars: {
      field: [
        "email",
        "phone",
        "password",
        "quantity",
        "dueDate",
        "url",
        "zipCode",
        "iban",
        "website",
        "startDate",
      ],
      sure: ["name", "title", "label", "company", "username"],
    },
    code: [
      `
      <form onSubmit={handleSubmit(onSubmit)}>
        <input {...register("‹sure›")} «placeholder="‹sure:Words›" »/>
        {errors.‹sure› && <p className="error">{errors.‹sure›.message}</p>}
        <input {...register("‹field›")} «placeholder="‹field:Words›" »/>
        ⟦→{errors.‹field› && <p className="error">{errors.‹field›.message}</p>}⟧
        <button type="submit">«Save|Send|Create ‹thing:words›»</button>
      </form>
      `,
      `
      ƒ ‹Thing›Fields({ values, errors, onChange }: FieldsProps) {
        return (
          <>
            <label htmlFor="‹field›">‹field:Words›</label>
            <input id="‹field›" name="‹field›" value={values.‹field›} onChange={onChange} />
            ⟦→{errors.‹field› && <span role="alert">{errors.‹field›}</span>}⟧
            <label htmlFor="‹sure›">‹sure:Words›</label>
            <input id="‹sure›" name="‹sure›" value={values.‹sure›} onChange={onChange} />
            {errors.‹sure› && <span role="alert">{errors.‹sure›}</span>}
          </>
        );
      ƒ}
      `,
      `
      <div className="«grid|fields»">
        <Field label="‹sure:Words›">
          <Input value={‹thing›.‹sure›} onChange={set("‹sure›")} />
          {errors.‹sure› ? <FieldError text={errors.‹sure›} /> : null}
        </Field>
        <Field label="‹field:Words›">
          <Input value={‹thing›.‹field›} onChange={set("‹field›")} />
          ⟦→{errors.‹field› ? <FieldError text={errors.‹field›} /> : null}⟧
        </Field>
      </div>
      `,
    ],
  }),
  sketched("type-of-an-input", {
    seen: [
      "=the {wordsField} [field|input] should be [of type|a] {type}",
      "=can the {wordsField} input be type={type}?",
      "=it would be nice if [phones|mobiles|browsers] knew that the {wordsField} is of type {type}",
      "turn the {wordsField} input into a {type} [field|input|one]",
      "=the {wordsField} is a plain text [field|box], but should be {type}",
      "=wrong keyboard [on the phone|on mobile] for {field}, needs type {type}",
      "set the type of the {wordsField} [input|field] to {type}",
      "=the browser treats {field} like any text, {type} pls",
      "=type={type} for {field}[ pls| please|]",
      "use an input of type {type} for the {wordsField}",
      "=[why|how come] {field} is only text and not {type}?",
    ],
    unseen: [
      "=for the {wordsField} there is a proper kind of input in html, namely {type}",
      "={field} wants type {type} in place of what it has",
    ],
    rows: [
      [
        { field: "email", type: "email" },
        { field: "workEmail", type: "email" },
        { field: "password", type: "password" },
        { field: "secret", type: "password" },
        { field: "phone", type: "tel" },
        { field: "mobileNumber", type: "tel" },
        { field: "website", type: "url" },
        { field: "birthday", type: "date" },
        { field: "startDate", type: "date" },
        { field: "quantity", type: "number" },
        { field: "color", type: "color" },
        { field: "search", type: "search" },
        { field: "openingTime", type: "time" },
      ],
    ],
    vars: { second: ["name", "title", "city", "label", "remark"], e: EVENT },
    code: [
      `
      <form className="«form|stack|‹thing:kebab›-form»" onSubmit={onSubmit}>
        <input
          name="‹second›"
          type="text"
          value={‹second›}
          onChange={(‹e›) => set‹Second›(‹e›.target.value)}
        />
        <input
          name="‹field›"
          type="⟦text→‹type›⟧"
          value={‹field›}
          onChange={(‹e›) => set‹Field›(‹e›.target.value)}
        />
        <button type="submit">«Save|OK|Next»</button>
      </form>
      `,
      `
      const FIELDS: FieldSpec[] = [
        { name: "‹second›", label: "‹second:Words›", type: "text" },
        { name: "‹field›", label: "‹field:Words›", type: ⟦"text"→"‹type›"⟧ },
        «{ name: "comment", label: "Comment", type: "textarea" },|{ name: "tags", label: "Tags", type: "text", multiple: true },»
      ];
      `,
      `
      ƒ ‹Thing›Form({ ‹thing›, update }: FormProps) {
        ‹fill›
        return (
          <div>
            <TextField
              label="‹field:Words›"
              type="⟦text→‹type›⟧"
              value={‹thing›.‹field›}
              onChange={(value) => update({ ‹field›: value })}
            />
            <TextField
              label="‹second:Words›"
              type="text"
              value={‹thing›.‹second›}
              onChange={(value) => update({ ‹second›: value })}
            />
          </div>
        );
      ƒ}
      `,
    ],
  }),
  sketched("input-takes-at-most", {
    seen: [
      "=people [type|write|enter] more than {wordsMax} characters [into|in] the {wordsField}, the input should stop there",
      "=the {wordsField} [column|field in the db] only [has|holds] {wordsMax} characters, don't let [people|them] type more",
      "[limit|restrict] the {wordsField} input to {wordsMax} characters",
      "set maxLength {wordsMax} on the {wordsField} [input|field]",
      "=maxLength {wordsMax} [for|on] {field}[ pls|]",
      "=you shouldn't be able to type more than {wordsMax} characters [for|as] the {wordsField}",
      "=can the {wordsField} [box|input|field] stop at {wordsMax} characters?",
      "=saving fails for a {wordsField} longer than {wordsMax}, so don't accept more in the input",
      "=the {wordsField} may have {wordsMax} characters at most, the field should not take more",
      "don't let the {wordsField} input grow beyond {wordsMax} chars",
    ],
    unseen: [
      "=after {wordsMax} letters typing on in {field} should have no effect",
      "cap what fits in the {wordsField} box: {wordsMax}",
    ],
    vars: {
      field: [
        "title",
        "subject",
        "nickname",
        "bio",
        "headline",
        "code",
        "caption",
        "summary",
        "slogan",
        "zipCode",
      ],
      max: ["20", "40", "50", "80", "100", "120", "140", "160", "255", "500", "10", "6"],
      second: ["author", "city", "company", "reference"],
      e: EVENT,
    },
    code: [
      `
      <div className="«fields|row»">
        <input name="‹second›" value={‹thing›.‹second›} onChange={change} />
        <«input|textarea» name="‹field›" value={‹thing›.‹field›} onChange={change}⟦→ maxLength={‹max›}⟧ />
      </div>
      `,
      `
      ƒ ‹Field›Input({ value, onChange }: ‹Field›InputProps) {
        ‹fill›
        return (
          <input
            id="‹field›"
            value={value}
            onChange={(‹e›) => onChange(‹e›.target.value)}
            ⟦→maxLength={‹max›}⟧
          />
        );
      ƒ}
      `,
      `
      export const ‹Thing›Form = ({ draft, set }: Props) => (
        <form>
          <Input label="‹field:Words›" value={draft.‹field›} onChange={set("‹field›")}⟦→ maxLength={‹max›}⟧ />
          <Input label="‹second:Words›" value={draft.‹second›} onChange={set("‹second›")} />
          <Button type="submit">«Save|Publish»</Button>
        </form>
      );
      `,
    ],
  }),
  sketched("empty-option-first", {
    seen: [
      "[add an|put an] empty [first option|option at the top] {textText}",
      "=the first {wordsField} is [preselected|already chosen], there should be an empty option {textText} before",
      "=people [save|send] it with the first {wordsField} because it's [preselected|already selected]. Empty option {textText} first",
      "=you can't choose no {wordsField}, i'd like {textText} at the top with an empty value",
      '=the select should start with {textText} (value "")',
      "start the {wordsField} select with an empty option saying {textText}",
      "=the {wordsField} [select|dropdown] needs a placeholder option {textText}, with an empty value",
      "=can we have {textText} as the first, empty choice?",
      '=without a {wordsField} the select shows the first one as if it were chosen, add {textText} with value ""',
      "add {textText} on top of the [options|{wordsMany}], value empty",
      "=[missing|we need] an empty first option: {textText}",
    ],
    unseen: [
      "=how about a blank entry called {textText} leading the {wordsField} list",
      "=nobody should get a {wordsField} by accident: offer {textText} (an empty value) ahead of the others",
    ],
    rows: [
      [
        { field: "country", many: "countries", text: "Choose a country" },
        { field: "category", many: "categories", text: "Please select" },
        { field: "role", many: "roles", text: "Pick a role" },
        { field: "currency", many: "currencies", text: "Select a currency" },
        { field: "team", many: "teams", text: "No team" },
        { field: "status", many: "statuses", text: "Any status" },
        { field: "owner", many: "owners", text: "Nobody" },
        { field: "priority", many: "priorities", text: "—" },
        { field: "language", many: "languages", text: "Select…" },
        { field: "size", many: "sizes", text: "Choose size" },
      ],
    ],
    vars: { e: EVENT },
    code: [
      `
      <select value={‹field›} onChange={(‹e›) => set‹Field›(‹e›.target.value)}>
        ⟦→<option value="">‹text›</option>⟧
        {‹many›.map((one) => (
          <option key={one.id} value={one.id}>{one.name}</option>
        ))}
      </select>
      `,
      `
      ƒ ‹Field›Select({ value, ‹many›, onChange }: Props) {
        ‹fill›
        return (
          <label>
            ‹field:Words›
            <select value={value} onChange={onChange}>
              ⟦→<option value="">‹text›</option>⟧
              {‹many›.map((‹field›) => (
                <option key={‹field›} value={‹field›}>
                  {‹field›}
                </option>
              ))}
            </select>
          </label>
        );
      ƒ}
      `,
      `
      <Field label="‹thing:Words›">
        <select name="kind" defaultValue="all">
          <option value="all">All</option>
          <option value="own">Mine</option>
        </select>
        <select name="‹field›" defaultValue={‹thing›.‹field›}>
          ⟦→<option value="">‹text›</option>⟧
          {‹many›.map(({ id, label }) => (
            <option key={id} value={id}>{label}</option>
          ))}
        </select>
      </Field>
      `,
    ],
  }),
  // What the edited thing has is what its form begins with.
  sketched("form-starts-with-what-is-there", {
    seen: [
      "=the {wordsField} is empty when [i edit|editing] an existing {wordsThing}",
      "=[edit form|the edit form|the form] doesn't show the current {wordsField}",
      "=when you open the form the {wordsField} of the {wordsThing} [isn't there|is gone|is missing]",
      "[start|initialise|prefill] the {wordsField} with the one [of the {wordsThing}|the {wordsThing} has]",
      "prefill {field}",
      "=saving without touching [anything|it] [wipes|empties|deletes] the {wordsField}",
      "=should start[ out|] with the {wordsThing}'s {wordsField}, [not|instead of] empty",
      "=can the {wordsField} be prefilled from the {wordsThing}?",
      "=[people|users] have to type the {wordsField} again [every time|each time they edit]",
      "=initial value of {field} should come from {thing}",
      "use {thing}.{field} as the initial state",
    ],
    unseen: [
      "=only the {wordsField} is blank on opening, though the {wordsThing} has got one",
      "take over the existing {wordsField} into the state at the beginning",
    ],
    vars: {
      field: [
        "title",
        "name",
        "email",
        "notes",
        "city",
        "phone",
        "description",
        "subject",
        "website",
        "caption",
      ],
      second: ["color", "owner", "kind", "language"],
      e: EVENT,
    },
    code: [
      `
      ƒ Edit‹Thing›({ ‹thing›, onSave }: Edit‹Thing›Props) {
        const [‹second›, set‹Second›] = useState(‹thing›.‹second›);
        const [‹field›, set‹Field›] = useState(⟦""→‹thing›.‹field›⟧);
        const [error, setError] = useState("");

        return (
          <form onSubmit={() => onSave({ ...‹thing›, ‹second›, ‹field› })}>
            <input value={‹second›} onChange={(‹e›) => set‹Second›(‹e›.target.value)} />
            <input value={‹field›} onChange={(‹e›) => set‹Field›(‹e›.target.value)} />
            {error && <p>{error}</p>}
          </form>
        );
      ƒ}
      `,
      `
      export function use‹Thing›Form(‹thing›: ‹Thing›) {
        const [values, setValues] = useState({
          ‹second›: ‹thing›.‹second›,
          ‹field›: ⟦""→‹thing›.‹field›⟧,
          «comment: "",|reason: "",|agreed: false,»
        });
        ‹fill›
        const set = (key: string, value: string) => setValues({ ...values, [key]: value });
        return { values, set };
      }
      `,
      `
      const ‹Thing›Dialog = ({ ‹thing›, onClose }: DialogProps) => {
        const [query, setQuery] = useState("");
        const [‹field›, set‹Field›] = useState<string>(⟦""→‹thing›.‹field›⟧);

        const save = async () => {
          await update‹Thing›(‹thing›.id, { ‹field› });
          onClose();
        };

        return (
          <Dialog onClose={onClose}>
            <SearchBox value={query} onChange={setQuery} />
            <Input value={‹field›} onChange={set‹Field›} />
            <Button onClick={save}>Save</Button>
          </Dialog>
        );
      };
      `,
    ],
  }),
  sketched("typing-clears-the-error", {
    seen: [
      "=the error [stays|is still there|remains] [while|when] [you type|typing] [again|a new {wordsField}]",
      "=error [should go away|should disappear] [as soon as|when] the {wordsField} [is changed|changes]",
      "[clear|reset|remove] the error [when|as soon as|once] the {wordsField} changes",
      "=the [old|red] message doesn't go away [when|although] i [correct|fix] the {wordsField}",
      "=can the error vanish as soon as someone [edits|changes] the {wordsField}?",
      "=still says it's wrong while i'm [fixing|correcting] the {wordsField}",
      "reset {error} to {none} on change",
      "=typing should clear {error} [({none})|(set it to {none})]",
      "=stale error after [editing|changing] the {wordsField}",
      "=changing {field} should also set {error} to {none}",
    ],
    unseen: [
      "=as soon as a key is hit in {field} the complaint has done its job and can leave",
      "put {error} back to {none} with every new {wordsField}",
    ],
    rows: [
      [
        { error: "error", none: "null" },
        { error: "error", none: '""' },
        { error: "message", none: '""' },
        { error: "formError", none: "null" },
        { error: "problem", none: "undefined" },
        { error: "errorText", none: '""' },
        { error: "serverError", none: "null" },
      ],
    ],
    vars: {
      field: ["email", "code", "password", "name", "coupon", "url", "amount", "slug", "pin", "query"],
      e: EVENT,
    },
    code: [
      `
      ƒ ‹Field›Form({ onSubmit }: Props) {
        const [‹field›, set‹Field›] = useState("");
        const [‹error›, set‹Error›] = useState<string | null | undefined>(‹none›);

        const change = (‹e›: React.ChangeEvent<HTMLInputElement>) => {
          set‹Field›(‹e›.target.value);
          ⟦→set‹Error›(‹none›);⟧
        };

        return (
          <form onSubmit={() => onSubmit(‹field›).catch((e) => set‹Error›(e.message))}>
            <input value={‹field›} onChange={change} />
            {‹error› && <p className="error">{‹error›}</p>}
          </form>
        );
      ƒ}
      `,
      `
      const [‹error›, set‹Error›] = useState(‹none›);

      const handle‹Field›Change = (value: string) => {
        ‹fill›
        set‹Field›(value.«trim()|toLowerCase()|slice(0, 40)»);
        ⟦→set‹Error›(‹none›);⟧
      };

      const handleSubmit = () => {
        if (!isValid(‹field›)) set‹Error›("Not a valid ‹field:words›");
        else on«Submit|Done»(‹field›);
      };
      `,
      `
      ƒ ‹Field›Input({ ‹field›, set‹Field› }: Props) {
        const [‹error›, set‹Error›] = useState<string | null | undefined>(‹none›);

        return (
          <>
            <input
              value={‹field›}
              onChange={(‹e›) => {
                set‹Field›(‹e›.target.value);
                ⟦→set‹Error›(‹none›);⟧
              }}
              onBlur={() => {
                if (!check(‹field›)) set‹Error›("Please check the ‹field:words›");
              }}
            />
            «<small>{‹error›}</small>|{‹error› && <Hint text={‹error›} />}»
          </>
        );
      ƒ}
      `,
    ],
  }),
];

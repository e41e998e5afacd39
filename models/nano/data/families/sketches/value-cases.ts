import { sketched } from "./sketch.ts";

/** One more case, field or option, and names that the other side knows. */
export const VALUE_CASES = [
  sketched("refuse-what-is-below-too", {
    seen: [
      "=a {wordsWhat} of {low} gets through[| too| as well], below {min} [should|must] be refused the same way",
      "={wordsWhat} below {min} [should|must] be refused [too|as well]",
      "=[less|lower] than {min} isn't [ok|a valid {wordsWhat}] either",
      "refuse a {wordsWhat} below {min} [too|as well|the same way]",
      "=it only checks the upper end, [under|below] {min} is wrong [too|as well]",
      "=i [could enter|entered] {low} as {wordsWhat}, less than {min} must not [be possible|work]",
      "=why is {low} accepted as {wordsWhat}? [at least {min}|{min} is the least]",
      "={wordsWhat} has to be at least {min} [too|as well]",
      "also refuse a {wordsWhat} under {min}",
      "=same error for {wordsWhat} [smaller|less] than {min}",
    ],
    unseen: [
      "=nothing stops a {wordsWhat} of {low}, the floor is {min}",
      "treat what is under {min} like what is above {max}",
    ],
    rows: [
      [
        { what: "age", low: "-3", min: "0", max: "130", x: "name" },
        { what: "port", low: "0", min: "1", max: "65535", x: "host" },
        { what: "month", low: "0", min: "1", max: "12", x: "year" },
        { what: "percent", low: "-20", min: "0", max: "100", x: "reason" },
        { what: "rating", low: "0", min: "1", max: "5", x: "text" },
        { what: "quantity", low: "-1", min: "1", max: "99", x: "sku" },
        { what: "volume", low: "-5", min: "0", max: "11", x: "track" },
        { what: "latitude", low: "-200", min: "-90", max: "90", x: "label" },
        { what: "hour", low: "-1", min: "0", max: "23", x: "day" },
        { what: "page", low: "0", min: "1", max: "500", x: "query" },
      ],
    ],
    code: [
      `
      ƒ set‹what:Pascal›(‹what›: number) {
        if (⟦→‹what› < ‹min› || ⟧‹what› > ‹max›) {
          throw new RangeError(´«bad|invalid|wrong» ‹what›: €{‹what›}´);
        }
        ‹fill›
        state.‹what› = ‹what›;
      ƒ}
      `,
      `
      const on‹what:Pascal›Change = (event: ChangeEvent<HTMLInputElement>) => {
        const ‹what› = Number(event.target.value);
        if (⟦→‹what› < ‹min› || ⟧‹what› > ‹max›) return setError("«Not possible|Out of range»");
        setError("");
        update({ ‹what› });
      };
      `,
      `
      export class ‹Thing› {
        with‹what:Pascal›(‹what›: number) {
          if (⟦→‹what› < ‹min› || ⟧‹what› > ‹max›) return «undefined|null|false»;
          return new ‹Thing›({ ...this.values, ‹what› });
        }
      }
      `,
    ],
  }),
  sketched("field-in-what-is-empty", {
    seen: [
      "={now} is missing in the [empty|initial] values",
      "=react [says|complains] that {now} goes from uncontrolled to controlled",
      "=the form [has|got] a {wordsNow} [now|too], it [starts empty|is empty at first]",
      "[add|put] {now} to the [initial values|empty values], empty [too|as well]",
      "={now} [starts|should start] as an empty text [too|as well]",
      "={now} is undefined at first, [should be|make it] empty [like the others|too]",
      "=we forgot {now} here, empty [at first|to begin with]",
      "=why is {now} undefined in the beginning? should be an empty text",
      "=one more field, {now}, [empty at first|starting empty]",
      "=can you add {now} [here|too], with an empty text?",
    ],
    unseen: [
      "=nobody gave {now} a value to begin with, it's blank like its neighbours",
      "let {now} start blank",
    ],
    rows: [
      [
        { a: "name", b: "email", now: "phone" },
        { a: "title", b: "author", now: "publisher" },
        { a: "street", b: "city", now: "zip" },
        { a: "subject", b: "message", now: "replyTo" },
        { a: "firstName", b: "lastName", now: "nickname" },
        { a: "company", b: "vatId", now: "website" },
        { a: "question", b: "answer", now: "hint" },
        { a: "brand", b: "model", now: "color" },
        { a: "username", b: "password", now: "inviteCode" },
      ],
    ],
    code: [
      `
      const EMPTY«: ‹Thing›Values|» = {
        ‹a›: "",
        ‹b›: "",
        ⟦→‹now›: "",⟧
      };
      `,
      `
      export function ‹Thing›Form({ onSave }: Props) {
        const [values, setValues] = useState({ ‹a›: "", ‹b›: ""⟦→, ‹now›: ""⟧ });
        «const [isOpen, setIsOpen] = useState(false);|»

        return <Fields values={values} onChange={setValues} onSave={onSave} />;
      }
      `,
      `
      const { register, handleSubmit } = useForm«<‹Thing›Values>|»({
        «mode: "onBlur",|»
        defaultValues: {
          ‹a›: "",
          ‹b›: "",
          ⟦→‹now›: "",⟧
        },
      });
      `,
    ],
  }),
  sketched("option-at-the-end", {
    seen: [
      "=[people|users|customers] can't choose {textNow}[|, value {id}]",
      "=one more option: {textNow}, value {id}",
      "add an option {textNow} [with the value|with value] {id}",
      "=there should be {textNow} ({id}) [at the end|as the last one]",
      "=we need {textNow} too, the value is {id}",
      "=option {id} is missing, [shown as|it says|label] {textNow}",
      "=can {textNow} be chosen [too|as well]? value {id}",
      "=new one at the end, {id}: {textNow}",
      "offer {textNow} [too|as well], as {id}",
      "={textNow} isn't [offered|in the list] yet, it's {id} in the api",
    ],
    unseen: [
      "=after the others it should say {textNow} and send {id}",
      "=what's lacking is {id} with {textNow} to click on",
    ],
    rows: [
      [
        { a: "small", b: "medium", id: "xl", now: "Extra large" },
        { a: "card", b: "paypal", id: "invoice", now: "On account" },
        { a: "day", b: "week", id: "month", now: "This month" },
        { a: "friend", b: "search", id: "ad", now: "Saw an ad" },
        { a: "public", b: "team", id: "private", now: "Only me" },
        { a: "email", b: "sms", id: "none", now: "Not at all" },
        { a: "bug", b: "question", id: "other", now: "Something else" },
        { a: "csv", b: "pdf", id: "xlsx", now: "Excel file" },
        { a: "pickup", b: "post", id: "courier", now: "By courier" },
      ],
    ],
    code: [
      `
      <select name="«choice|kind|option»"« value={value}|» onChange={onChange}>
        <option value="‹a›">‹a:Words›</option>
        <option value="‹b›">‹b:Words›</option>
        ⟦→<option value="‹id›">‹now›</option>⟧
      </select>
      `,
      `
      export const ‹thing›Options = [
        { value: "‹a›", label: "‹a:Words›" },
        { value: "‹b›", label: "‹b:Words›" },
        ⟦→{ value: "‹id›", label: "‹now›" },⟧
      ];
      `,
      `
      <RadioGroup label="«Your choice|‹Thing›»" onChange={setChoice}>
        <Radio value="‹a›">‹a:Words›</Radio>
        <Radio value="‹b›">‹b:Words›</Radio>
        ⟦→<Radio value="‹id›">‹now›</Radio>⟧
      </RadioGroup>
      `,
    ],
  }),
  sketched("event-has-another-name", {
    seen: [
      "=the server sends {now}, not {old}",
      "=the event is called {now}[|, not {old}]",
      "={old} never [comes|arrives|fires], it's {now}",
      "[listen|wait] for {now} instead of {old}",
      "[rename|change] the event {old} to {now}",
      "={now} instead of {old} [please|pls]",
      "=wrong event, [should be|it's] {now} instead of {old}",
      "=nothing happens on {now}, we listen to {old}",
      "=why {old}? the docs say {now}",
      "=can we listen to {now} rather than {old}?",
      "=event {old} -> {now}",
      "={old} was renamed [to|into] {now} [on the other side|by the sender]",
      "=they [emit|send|fire] {now} [now|these days], {old} is history",
    ],
    unseen: [
      "=this handler is never called, because what we get is {now} and not {old}",
      "subscribe to {now}, {old} is gone",
    ],
    rows: [
      [
        { old: "message", now: "chat-message", x: "typing" },
        { old: "joined", now: "user-joined", x: "left" },
        { old: "update", now: "updated", x: "created" },
        { old: "finish", now: "done", x: "progress" },
        { old: "disconnected", now: "disconnect", x: "connect" },
        { old: "fail", now: "failed", x: "retry" },
        { old: "changed", now: "change", x: "add" },
        { old: "paid", now: "payment.succeeded", x: "payment.failed" },
        { old: "close", now: "end", x: "data" },
      ],
    ],
    vars: { source: ["socket", "emitter", "bus", "stream", "queue", "channel"] },
    code: [
      `
      ƒ connect(‹source›: Source) {
        ‹source›.on("‹x›", (payload) => show(payload));
        ‹source›.on("⟦‹old›→‹now›⟧", () => refresh‹Things›());
        ‹fill›
      ƒ}
      `,
      `
      useEffect(() => {
        ‹source›.on("⟦‹old›→‹now›⟧", on‹Thing›);
        ‹source›.on("‹x›", onOther);
        return () => {
          ‹source›.off("⟦‹old›→‹now›⟧", on‹Thing›);
          ‹source›.off("‹x›", onOther);
        };
      }, [«‹source›|»]);
      `,
      `
      ƒ handle«Event|Webhook»(event: Event) {
        switch (event.type) {
          case "‹x›":
            return log(event);
          case "⟦‹old›→‹now›⟧":
            return update‹Thing›(event.data);
          «default:
            return undefined;|»
        }
      ƒ}
      `,
    ],
  }),
  sketched("formatted-for-another-country", {
    seen: [
      "={wordsWhat} should be [in the {said} format|formatted the {said} way]",
      "format {wordsWhat} the {said} way",
      "={wordsWhat} in {said} format [please|pls]",
      "=our [users|customers] expect the {said} format for {wordsWhat}",
      "=locale of {wordsWhat} should be {to}[|, not {from}]",
      "={wordsWhat} is formatted for {from}, should be {to}",
      "[use|take] {to} for {wordsWhat}",
      "=can {wordsWhat} be shown the {said} way?",
      "=why is {wordsWhat} in {from}? {to} please",
      "={wordsWhat}: {to} instead of {from}",
      "=[users|people|customers] are [puzzled|irritated] by the {wordsWhat}, they know the {said} format",
      "[show|write] {wordsWhat} as in {to}, the [other one|rest] stays",
    ],
    unseen: [
      "=readers are confused by the {wordsWhat}, they are used to the {said} way",
      "let the {wordsWhat} follow {to}",
    ],
    rows: [
      [
        { from: "en-US", to: "de-DE", said: "German" },
        { from: "en-US", to: "en-GB", said: "British" },
        { from: "de-DE", to: "fr-FR", said: "French" },
        { from: "en-GB", to: "es-ES", said: "Spanish" },
        { from: "en-US", to: "pt-BR", said: "Brazilian" },
        { from: "de-DE", to: "de-CH", said: "Swiss" },
        { from: "en-US", to: "ja-JP", said: "Japanese" },
      ],
      [
        { what: "date", fn: "toLocaleDateString", x: "total", xf: "toLocaleString" },
        { what: "amount", fn: "toLocaleString", x: "day", xf: "toLocaleDateString" },
        { what: "time", fn: "toLocaleTimeString", x: "price", xf: "toLocaleString" },
        { what: "deadline", fn: "toLocaleDateString", x: "budget", xf: "toLocaleString" },
        { what: "balance", fn: "toLocaleString", x: "start", xf: "toLocaleDateString" },
      ],
    ],
    code: [
      `
      ƒ describe(row: Row) {
        const ‹x› = row.‹x›.‹xf›("‹from›");
        const ‹what› = row.‹what›.‹fn›("⟦‹from›→‹to›⟧");
        ‹fill›
        return ´€{‹what›} – €{‹x›}´;
      ƒ}
      `,
      `
      <p className="«facts|small|info»">
        <span>{row.‹what›.‹fn›("⟦‹from›→‹to›⟧")}</span>
        <b>{row.‹x›.‹xf›("‹from›")}</b>
      </p>
      `,
      `
      export const formats = {
        ‹what›: { locale: "⟦‹from›→‹to›⟧", align: "«left|right»" },
        ‹x›: { locale: "‹from›" },
        «text: { locale: undefined },|»
      };
      `,
    ],
  }),
  sketched("class-is-taken-off", {
    seen: [
      "=no {said} [on|for] the {wordsTag}[| please]",
      "=the {wordsTag} [shouldn't have|needs no|doesn't need] {said}",
      "[remove|drop] the {said} [from|of] the {wordsTag}",
      "[take|strip] {cls} off the {wordsTag}",
      "={said} on the {wordsTag} looks [odd|wrong|heavy], without it please",
      "=design: {wordsTag} without {said}",
      "=why does the {wordsTag} have {said}? [not in the mockup|remove please]",
      "=can the {wordsTag} [be|go] without {said}?",
      "={cls} can go on the {wordsTag}",
      "={wordsTag}: no {said}",
    ],
    unseen: [
      "=i don't like {said} around that {wordsTag}, it should look plain there",
      "free the {wordsTag} of its {said}",
    ],
    rows: [
      [
        { cls: "shadow-md", said: "shadow" },
        { cls: "rounded-lg", said: "round corners" },
        { cls: "border", said: "border" },
        { cls: "uppercase", said: "capitals" },
        { cls: "italic", said: "italics" },
        { cls: "underline", said: "underline" },
        { cls: "animate-pulse", said: "pulsing" },
        { cls: "opacity-50", said: "transparency" },
      ],
      [
        { tag: "header", near: "footer" },
        { tag: "nav", near: "main" },
        { tag: "aside", near: "article" },
        { tag: "button", near: "label" },
        { tag: "form", near: "fieldset" },
        { tag: "table", near: "figure" },
        { tag: "section", near: "aside" },
      ],
    ],
    code: [
      `
      <div>
        <‹tag› className="p-4⟦ ‹cls›→⟧« bg-white| mt-2| w-full»">{«title|text|‹thing›.name»}</‹tag›>
        <‹near› className="‹cls› p-2">{«children|rest»}</‹near›>
      </div>
      `,
      `
      export function ‹Thing›Panel({ ‹thing›, children }: Props) {
        return (
          <>
            <‹near› className="«flex|grid» ‹cls›">{children}</‹near›>
            <‹tag› className={clsx("«m-2|text-sm|gap-1»"⟦, "‹cls›"→⟧, ‹thing›.isNew && "font-bold")}>
              {‹thing›.«name|title»}
            </‹tag›>
          </>
        );
      }
      `,
      `
      export const classes = {
        ‹near›: "«px-2|flex» ‹cls›",
        ‹tag›: "«px-4|grid|block»⟦ ‹cls›→⟧«| text-sm»",
      };
      `,
    ],
  }),
];

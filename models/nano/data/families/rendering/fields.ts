import { type Choices, capitalized, inWords, joinWords, NOUNS } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { classed, type Prop } from "./component.ts";
import { shown, withMore } from "./targets.ts";

const FIELDS = [
  ["email", "email", "email"],
  ["email", "email", "email"],
  ["password", "password", "current-password"],
  ["name", "text", "name"],
  ["phone", "tel", "tel"],
  ["street", "text", "street-address"],
  ["zip", "text", "postal-code"],
  ["city", "text", "address-level2"],
  ["country", "text", "country-name"],
  ["company", "text", "organization"],
  ["search", "search", "off"],
  ["code", "text", "one-time-code"],
] as const;

function field(choose: Choices, [name, type]: readonly [string, string, ...string[]]): string[] {
  const setter = `set${capitalized(name)}`;
  return [
    choose.chance(0.8) ? `type="${type}"` : "",
    choose.chance(0.4) ? `placeholder="${capitalized(name)}"` : `name="${name}"`,
    ...choose.pick([
      [`value={${name}}`, `onChange={(e) => ${setter}(e.target.value)}`],
      [`value={${name}}`, `onChange={(e) => ${setter}(e.target.value)}`],
      [`{...register("${name}")}`],
      [],
    ]),
  ];
}

function fieldProps(attributes: readonly string[], name: string): Prop[] {
  if (!attributes.some((one) => one.startsWith("value="))) return [];
  return [
    { name, type: "string" },
    { name: `set${capitalized(name)}`, type: "(value: string) => void" },
  ];
}

export const autoComplete = composed(
  "auto-complete",
  {
    seen: [
      "set autoComplete to {value} [on|for] the {words} [field|input]",
      'add autoComplete="{wordsValue}" to the {words} [input|field]',
      "=the {words} [field|input] [should have|needs] autocomplete {value}",
      "=browsers should [autocomplete|autofill] the {words} [field|input] as {value}",
      "autocomplete the {words} [field|input] [with|as] {value}",
      "=autofill does not work for the {words} [field|input], its autocomplete is {value}",
      "=the browser should [suggest|fill in] the {wordsSaved} it [knows|has saved]",
      "let the browser [fill in|suggest|autofill] the {wordsSaved}",
    ],
    unseen: ["=for autofill, the {words} input is {value}"],
    weight: 1,
  },
  (choose) => {
    const own = choose.pick(FIELDS);
    const attributes = field(choose, own);
    const target = withMore(choose, "input", attributes, [`autoComplete="${own[2]}"`], [" />"]);
    // Other fields beside it, some of which already have theirs.
    const beside = choose
      .shuffle(FIELDS.filter(([name]) => name !== own[0]))
      .slice(0, choose.below(3))
      .map(([name, type, value]) => {
        const known = choose.chance(0.5) ? ` autoComplete="${value}"` : "";
        return `<input type="${type}" name="${name}"${known} />`;
      });
    return {
      ...shown(
        choose,
        choose.pick(["login", "signup", "checkout", "account"]),
        target,
        fieldProps(attributes, own[0]),
        /^$/,
        [...beside, `<button>${choose.pick(["Continue", "Next", "Save", "Send"])}</button>`],
      ),
      slots: {
        value: own[2],
        wordsValue: own[2],
        words: own[0],
        // The values saved by the browser identify the field.
        ...(/^(search|code|name)$/.test(own[0]) ? {} : { wordsSaved: own[0] }),
      },
    };
  },
);

export const autoFocus = composed(
  "auto-focus",
  {
    seen: [
      "focus the {words} [field|input][ right away| on mount| when it opens|]",
      "add autoFocus to the {words} [field|input]",
      "autofocus the {words} [field|input|box]",
      "=the {words} [field|input] should [have|get] [the |]focus [right away|immediately|at once|when it opens]",
      "=the cursor should be in the {words} [field|input|box] [right away|from the start|when the form opens]",
      "put the cursor [in|into] the {words} [field|input] when [it opens|the form appears]",
      "=I have to click [in|into] the {words} [field|input] before I can type",
      "=the cursor should be in the [field|input|box] [right away|at once|from the start]",
      "focus the [field|input|box] [when it opens|right away]",
      "=I have to click [in|into] the [field|input] [first|before I can type]",
    ],
    unseen: [
      "=people want to type the {words} at once, without clicking first",
      "let the {words} input grab the focus at the beginning",
    ],
    weight: 1.3,
  },
  (choose) => {
    const own = choose.pick(FIELDS);
    const attributes = field(choose, own);
    const target = withMore(choose, "input", attributes, ["autoFocus"], [" />"]);
    const word = choose.pick(["rename", "login", "filter", "invite", "signup", "search"]);
    return {
      ...shown(choose, word, target, fieldProps(attributes, own[0]), /^$/, [
        `<button>${choose.pick(["OK", "Go", "Save"])}</button>`,
      ]),
      slots: { words: own[0] },
    };
  },
);

const STATES =
  `saving saving saving loading submitting sending uploading deleting pending busy isSaving isLoading isLoading
isSubmitting isSubmitting isPending isDeleting isUploading isProcessing isFetching gameOver isLocked isFinished disconnected
readOnly hasErrors isOffline isEmpty soldOut isFull expired`.split(/\s+/);

/** Returns a flag's wording: "it is saving", "the game is over". */
function sayingOf(flag: string): string {
  const words = inWords(flag).replace(/^is /, "");
  if (flag === "gameOver") return "the game is over";
  if (flag === "hasErrors") return "it has errors";
  return `it is ${words}`;
}

export const disableWhile = composed(
  "disable-while",
  {
    seen: [
      "disable the {wordsLabel} button [while|when|if] {wordsState}",
      "disable the button [while|when] {flag} is true",
      "disable the [{wordsLabel} |]button while {wordsHow}",
      "=the button should be disabled [while|when] {wordsState}",
      "=the {wordsLabel} button [must|should] be disabled [while|as long as] {wordsState}",
      "=it can be clicked [twice|again] [while|when] {wordsState}, disable the button",
      "add disabled={{wordsFlag}} to the button",
      "=no clicks on {wordsLabel} while {wordsState}",
      "grey out the {wordsLabel} button [while|when] {wordsState}",
      "make the button unclickable [while|when] {wordsHow}",
    ],
    unseen: ["=while {wordsState} nobody may press {wordsLabel}", "tie the button's disabled to {flag}"],
    weight: 2,
  },
  (choose) => {
    const flag = choose.pick(STATES);
    const action = choose.pick([
      "Save",
      "Submit",
      "Send",
      "Delete",
      "Upload",
      "Roll",
      "Buy",
      "Publish",
      "Confirm",
      "Apply",
      "Next",
      "Play",
      "Pay",
      "Add",
      "Join",
    ]);
    const noun = choose.pick(NOUNS);
    const handler = `on${action}`;
    const isNoun = choose.chance(0.3);
    const text = isNoun ? `${action} ${noun}` : action;
    const attributes = [
      choose.chance(0.4) ? `type="${choose.pick(["button", "submit"])}"` : "",
      classed(choose, joinWords([choose.pick(["primary", "main", noun])], "camel"), 0.5).trim(),
      `onClick={${handler}}`,
    ];
    const content =
      choose.chance(0.3) && /ing$/.test(flag)
        ? `{${flag} ? "${capitalized(sayingOf(flag).replace("is ", ""))}…" : "${text}"}`
        : text;
    const rest = choose.chance(0.6) ? [">", `  ${content}`, "</button>"] : [`>${content}</button>`];
    const target = withMore(choose, "button", attributes, [`disabled={${flag}}`], rest);
    return {
      ...shown(
        choose,
        noun,
        target,
        [
          { name: flag, type: "boolean" },
          { name: handler, type: "() => void" },
        ],
        /^$/,
      ),
      slots: {
        flag,
        wordsFlag: flag,
        wordsState: sayingOf(flag),
        wordsHow: sayingOf(flag).replace(/^it is /, ""),
        wordsLabel: text.toLowerCase(),
      },
    };
  },
);

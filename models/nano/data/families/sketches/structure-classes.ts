import { sketched } from "./sketch.ts";

const HANDLERS =
  "handleClick onChange handleKey onMessage refresh toggle onResize onScroll onOpen onError tick submit handleDrop".split(
    " ",
  );

/** What goes wrong in classes, and what one asks of them. */
export const STRUCTURE_CLASSES = [
  sketched("method-to-arrow-property", {
    seen: [
      "=this is undefined in {method}, [make it an arrow function property|arrow property pls]",
      "turn {method} into an arrow function property[ so that it keeps this|]",
      "={method} loses its this when it's passed on, [arrow function|an arrow property] would fix it",
      "=cannot read properties of undefined in {method}[. arrow property?|, make it an arrow function]",
      "make {method} an arrow function[, this is lost|, it is called without its object]",
      "=can {method} be an arrow property? this gets lost",
      "=this is not the instance in {method}, should be an arrow function",
      "=this is the [button|element|window] inside {method}, want an arrow function there",
      "use an arrow for {method} to keep this",
      "={method} as arrow property [pls|please]",
      "=without bind {method} doesn't know its this: arrow function instead of a method",
      "=passing this.{method} [around|on] breaks it, arrow function please",
      "=type error: this is undefined, thrown in {method}. should be an arrow property",
      "=[could|can] you [rewrite|write] {method} as an arrow so it [always has|keeps] the right this?",
      "=[clicking|the event] throws: this is undefined in {method}. [arrow|arrow function] [please|pls]",
    ],
    unseen: [
      "=when {method} runs as a callback it has the wrong this. write it as an arrow",
      "declare {method} as a property with an arrow function",
    ],
    vars: { method: HANDLERS, state: ["count", "isOpen", "items", "value", "active", "last", "cursor"] },
    code: [
      `
      export class ‹Thing›Button {
        private ‹state›: unknown = null;

        mount(element: HTMLElement): void {
          element.addEventListener("click", this.‹method›);
        }

        ‹method›⟦→ = ⟧(event: Event): void ⟦→=> ⟧{
          this.‹state› = event.timeStamp;
          «this.render();|this.update(event.target);|»
        }⟦→;⟧

        render(): void {
          draw(this.‹state›);
        }
      }
      `,
      `
      class ‹Thing›Panel extends React.Component<‹Thing›PanelProps> {
        state = { ‹state›: null };

        ‹method›⟦→ = ⟧() ⟦→=> ⟧{
          this.setState({ ‹state›: this.props.‹thing› });
        }⟦→;⟧

        render() {
          return (
            <section>
              <button onClick={this.‹method›}>Show</button>
              <p>{String(this.state.‹state›)}</p>
            </section>
          );
        }
      }
      `,
      `
      export class ‹Thing›Watcher {
        private ‹state› = 0;

        constructor(private readonly socket: Socket) {
          socket.on("‹thing:kebab›", this.‹method›);
        }

        async ‹other›Count(): Promise<number> {
          return this.‹state›;
        }

        ⟦async ‹method›(→‹method› = async (⟧‹thing›: ‹Thing›): Promise<void> ⟦→=> ⟧{
          ‹fill›
          this.‹state› += 1;
          await this.socket.ack(‹thing›.id);
        }⟦→;⟧
      }
      `,
    ],
  }),
  sketched("bind-in-constructor", {
    seen: [
      "=this is undefined in {method}, bind it in the constructor",
      "bind {method} in the constructor",
      "={method} isn't bound[ in the constructor|]",
      "={method} loses this when [passed on|passed as a callback], please bind it [in the constructor|like the others]",
      "=missing bind for {method}",
      "=cannot read properties of undefined inside {method}, the bind is missing",
      "=someone forgot to bind {method}",
      "=can we bind {method} as well?",
      "=the other handler is bound in the constructor, {method} isn't",
      "add the missing bind [of|for] {method}",
      "=bind {method} too [pls|please]",
      "=why is {method} not bound like the other one?",
      "=this is undefined in {method}[, not bound|, it was never bound|: bind it in the constructor]",
      "=[the|a] bind line for {method} [is missing|got lost]",
      "=every callback gets bound [up there|in the constructor] [except|but not] {method}",
      "=[clicking|the event] gives 'undefined' errors in {method}, [needs a bind|it isn't bound]",
      "={method} works when called directly but not as [a callback|an event handler], bind it[ in the constructor|]",
    ],
    unseen: [
      "=in {method} this isn't the instance, unlike in the handler that the constructor binds",
      "give {method} its this when the object is made",
    ],
    rows: [
      [
        { bound: "handleClick", method: "handleKey" },
        { bound: "onOpen", method: "onClose" },
        { bound: "onChange", method: "onBlur" },
        { bound: "start", method: "stop" },
        { bound: "onMessage", method: "onError" },
        { bound: "handleDrag", method: "handleDrop" },
        { bound: "show", method: "hide" },
        { bound: "onResize", method: "onScroll" },
        { bound: "next", method: "previous" },
        { bound: "expand", method: "collapse" },
      ],
    ],
    code: [
      `
      export class ‹Thing›View {
        constructor(«private readonly ‹thing›: ‹Thing›|options: ‹Thing›Options») {
          this.‹bound› = this.‹bound›.bind(this);
          ⟦→this.‹method› = this.‹method›.bind(this);⟧
        }

        ‹bound›() {
          this.update(true);
        }

        ‹method›() {
          this.update(false);
        }
      }
      `,
      `
      class ‹Thing›Form extends Component {
        constructor(props) {
          super(props);
          this.state = { ‹thing›: props.‹thing› };
          this.‹bound› = this.‹bound›.bind(this);
          ⟦→this.‹method› = this.‹method›.bind(this);⟧
        }

        ‹bound›(event) {
          this.setState({ ‹thing›: event.target.value });
        }

        ‹method›() {
          this.setState({ ‹thing›: null });
        }

        render() {
          return <input value={this.state.‹thing›} onChange={this.‹bound›} onKeyDown={this.‹method›} />;
        }
      }
      `,
      `
      export class ‹Thing›Socket extends EventTarget {
        private readonly socket: WebSocket;

        constructor(url: string) {
          super();
          this.socket = new WebSocket(url);
          this.‹bound› = this.‹bound›.bind(this);
          ⟦→this.‹method› = this.‹method›.bind(this);⟧
          this.socket.addEventListener("«open|message»", this.‹bound›);
          this.socket.addEventListener("«close|error»", this.‹method›);
        }

        private ‹bound›(event: Event): void {
          this.dispatchEvent(new Event(event.type));
        }

        private ‹method›(event: Event): void {
          ‹fill›
          this.socket.close();
        }
      }
      `,
      `
      function ‹Thing›Player(element) {
        this.element = element;
        this.position = «0|-1»;
        this.‹bound› = this.‹bound›.bind(this);
        ⟦→this.‹method› = this.‹method›.bind(this);⟧
      }

      ‹Thing›Player.prototype.‹bound› = function () {
        this.position += 1;
      };

      ‹Thing›Player.prototype.‹method› = function () {
        this.position -= 1;
      };
      `,
    ],
  }),
  sketched("callback-keeps-this", {
    seen: [
      "=this is undefined in the [callback|inner function]",
      "=this isn't the instance [in|inside] the callback",
      "=cannot read properties of undefined (reading {field})[ in the callback|]",
      "=[wrong|lost] this in the callback[ of {owner}|]",
      "=[inside|in] {method} the callback has its own this",
      "use an arrow function [for the callback |]so this stays the instance",
      "=this.{field} is undefined [when the callback runs|in the callback]",
      "=should be an arrow function[, this gets lost|, otherwise this is something else]",
      "=why is this.{field} undefined in there?",
      "=ts: 'this' implicitly has type any[ in the callback|]",
      "=crashes in the callback, this is not what it looks like",
      "make the callback an arrow",
      "=arrow instead of function(), because of this",
      "=[the|this] callback needs to be an arrow [function|fn]",
      "=[nothing happens|it fails] because this is [undefined|the wrong one] inside function ()",
      "=this.{field} works in {method} itself but not in the [callback|inner function]",
      "=[lost|no] this in there",
      "=[old style|plain] function loses this",
    ],
    unseen: [
      "=TypeError as soon as the callback in {method} touches {field}",
      "=the callback in {method} must see the same this as the method around it",
    ],
    vars: {
      method: ["start", "load", "watch", "refresh", "connect", "schedule", "run", "init", "poll", "listen"],
      field: ["count", "items", "status", "queue", "log", "cache", "results", "state", "seen", "total"],
      owner: ["‹Thing›Timer", "‹Thing›Watcher", "‹Thing›Loader", "‹Thing›Queue", "‹Thing›Poller"],
    },
    code: [
      `
      export class ‹owner› {
        ‹field›: unknown = null;

        ‹method›(delay: number) {
          setTimeout(⟦function () {→() => {⟧
            this.‹field› = new Date();
            ‹fill›
          }, delay);
        }
      }
      `,
      `
      export class ‹owner› {
        constructor(private readonly ‹things›: ‹Thing›[], private ‹field›: string[] = []) {}

        ‹method›() {
          this.‹things›.forEach(⟦function (‹thing›) {→(‹thing›) => {⟧
            this.‹field›.push(‹thing›.«name|id|label»);
          });
          return this.‹field›;
        }
      }
      `,
      `
      class ‹owner› extends EventEmitter {
        ‹method›(socket) {
          this.‹field› = [];
          socket.on("«data|message|‹thing:kebab›»", ⟦function (chunk) {→(chunk) => {⟧
            this.‹field›.push(chunk);
            this.emit("‹thing:kebab›", chunk);
          });
        }

        close() {
          this.removeAllListeners();
        }
      }
      `,
      `
      export class ‹owner› {
        ‹method›() {
          return fetch("/api/‹things:kebab›")
            .then((res) => res.json())
            .then(⟦function (‹things›) {→(‹things›) => {⟧
              this.‹field› = ‹things›;
              return ‹things›.length;
            });
        }
      }
      `,
    ],
  }),
  sketched("to-string-like-example", {
    seen: [
      "=toString for this class pls, like {textExample}",
      "add a toString[ method|], like {textExample}",
      "=prints object Object, should [be|print] like {textExample}",
      "=can it have a toString? e.g. {textExample}",
      "={type} in a template string should [give|look like] {textExample}",
      "=logs show {wordsType}s as object, toString that gives e.g. {textExample}",
      "=would be nice to [print|log] a {type} as {textExample}",
      "=toString() should give {textExample} for {a} {va} and {b} {vb}",
      "=missing toString, something like {textExample}",
      "=String(x) of a {type} is useless, want {textExample} for {va} and {vb}",
      "implement toString so that {a} {va} and {b} {vb} give {textExample}",
      "=toString is [missing|not there yet], [e.g.|like] {textExample}",
      "=[give|return] {textExample} when [a|the] {type} becomes a string",
      "=can we [see|print] {type}s as {textExample} instead of object Object?",
      "=would like to do String(x) and get {textExample}",
      "=[i'd like|want] to log {type}s, as {textExample} [e.g.|for example]",
      "=console shows object Object for a {type}, {textExample} would be [nicer|better|helpful]",
      "=how do i print a {type}? {textExample} would be [fine|good]",
      "=[template strings|messages] with a {type} should read {textExample}",
    ],
    unseen: [
      "=in messages i'd like to see {textExample} where there is a {type} with {a} {va}, {b} {vb}",
      "give {type} a text form such as {textExample}",
    ],
    rows: [
      [
        {
          type: "Point",
          a: "x",
          b: "y",
          ta: "number",
          tb: "number",
          pre: "(",
          mid: ", ",
          post: ")",
          va: "3",
          vb: "4",
          example: "(3, 4)",
        },
        {
          type: "Size",
          a: "width",
          b: "height",
          ta: "number",
          tb: "number",
          pre: "",
          mid: "x",
          post: "",
          va: "80",
          vb: "24",
          example: "80x24",
        },
        {
          type: "Money",
          a: "amount",
          b: "currency",
          ta: "number",
          tb: "string",
          pre: "",
          mid: " ",
          post: "",
          va: "5",
          vb: "EUR",
          example: "5 EUR",
        },
        {
          type: "Version",
          a: "major",
          b: "minor",
          ta: "number",
          tb: "number",
          pre: "v",
          mid: ".",
          post: "",
          va: "2",
          vb: "7",
          example: "v2.7",
        },
        {
          type: "Range",
          a: "start",
          b: "end",
          ta: "number",
          tb: "number",
          pre: "[",
          mid: "..",
          post: "]",
          va: "1",
          vb: "9",
          example: "[1..9]",
        },
        {
          type: "Cell",
          a: "row",
          b: "column",
          ta: "number",
          tb: "number",
          pre: "R",
          mid: "C",
          post: "",
          va: "3",
          vb: "5",
          example: "R3C5",
        },
        {
          type: "Fraction",
          a: "top",
          b: "bottom",
          ta: "number",
          tb: "number",
          pre: "",
          mid: "/",
          post: "",
          va: "3",
          vb: "4",
          example: "3/4",
        },
        {
          type: "Contact",
          a: "name",
          b: "email",
          ta: "string",
          tb: "string",
          pre: "",
          mid: " <",
          post: ">",
          va: "Ann",
          vb: "a@b.de",
          example: "Ann <a@b.de>",
        },
        {
          type: "Address",
          a: "street",
          b: "city",
          ta: "string",
          tb: "string",
          pre: "",
          mid: ", ",
          post: "",
          va: "High St 1",
          vb: "Leeds",
          example: "High St 1, Leeds",
        },
        {
          type: "Endpoint",
          a: "host",
          b: "port",
          ta: "string",
          tb: "number",
          pre: "",
          mid: ":",
          post: "",
          va: "localhost",
          vb: "80",
          example: "localhost:80",
        },
        {
          type: "Tag",
          a: "key",
          b: "value",
          ta: "string",
          tb: "string",
          pre: "",
          mid: "=",
          post: "",
          va: "env",
          vb: "prod",
          example: "env=prod",
        },
        {
          type: "Issue",
          a: "project",
          b: "number",
          ta: "string",
          tb: "number",
          pre: "",
          mid: "-",
          post: "",
          va: "APP",
          vb: "12",
          example: "APP-12",
        },
        {
          type: "Score",
          a: "home",
          b: "away",
          ta: "number",
          tb: "number",
          pre: "",
          mid: ":",
          post: "",
          va: "2",
          vb: "1",
          example: "2:1",
        },
      ],
    ],
    code: [
      `
      export class ‹type› {
        constructor(
          «public |»readonly ‹a›: ‹ta›,
          «public |»readonly ‹b›: ‹tb›,
        ) {}

        equals(other: ‹type›): boolean {
          return this.‹a› === other.‹a› && this.‹b› === other.‹b›;
        }⟦→

        toString(): string {
          return ´‹pre›€{this.‹a›}‹mid›€{this.‹b›}‹post›´;
        }⟧
      }
      `,
      `
      class ‹type› {
        ‹a›: ‹ta›;
        ‹b›: ‹tb›;

        constructor(‹a›: ‹ta›, ‹b›: ‹tb›) {
          this.‹a› = ‹a›;
          this.‹b› = ‹b›;
        }

        static «from|parse|of»(json: { ‹a›: ‹ta›; ‹b›: ‹tb› }): ‹type› {
          return new ‹type›(json.‹a›, json.‹b›);
        }⟦→

        toString(): string {
          return ´‹pre›€{this.‹a›}‹mid›€{this.‹b›}‹post›´;
        }⟧
      }

      export default ‹type›;
      `,
      `
      export class ‹type› {
        static «create|of»(‹a›: ‹ta›, ‹b›: ‹tb›): ‹type› {
          return new ‹type›(‹a›, ‹b›);
        }

        private constructor(
          readonly ‹a›: ‹ta›,
          readonly ‹b›: ‹tb›,
        ) {}

        toJSON(): unknown {
          return { ‹a›: this.‹a›, ‹b›: this.‹b› };
        }⟦→

        toString(): string {
          return ´‹pre›€{this.‹a›}‹mid›€{this.‹b›}‹post›´;
        }⟧
      }

      export class ‹Thing›Label {
        constructor(readonly text: string) {}
      }
      `,
    ],
  }),
  sketched("return-a-remover", {
    seen: [
      "=unsubscribing: have {add} [hand back|return] a function that removes the {listener}[ again|]",
      "={add} should return a function that [takes the {listener} off again|removes the {listener}]",
      "=there's no way to [unsubscribe|get rid of a {listener}], let {add} return a function [for it|that does it]",
      "=[how do i|how can one] unsubscribe? {add} could return a function for that",
      "=no way to remove a {listener}, return an unsubscribe function[ from {add}|]",
      "=can {add} return [the|an] unsubscribe function?",
      "return an unsubscribe function from {add}",
      "=leaks, nobody can take a {listener} off again. return a function that does",
      "=components can't clean up after {add}, it should give back [a remover|a function that removes the {listener}]",
      "let {add} return a dispose function that removes the {listener}",
      "=i'd like to write useEffect(() => x.{add}(f), …), so it must return the cleanup",
      "=where's the unsubscribe? {add} should [return|give back] one",
      "=we [leak|pile up] {listener}s, {add} needs to return an off function",
      "={add} returns nothing, a [cleanup|unsubscribe|dispose] function would be [useful|good]",
      "=[after unmount|later] the {listener} [still fires|is still called], {add} should [return|give] a way to [remove it|unsubscribe]",
      "=how do i [stop|undo|cancel] {add}? return a function [for that|that does it]",
    ],
    unseen: [
      "=once passed to {add}, a {listener} is there for good. callers should get a function to undo it",
    ],
    rows: [
      [
        { add: "on", listener: "listener" },
        { add: "subscribe", listener: "callback" },
        { add: "onChange", listener: "handler" },
        { add: "watch", listener: "watcher" },
        { add: "addListener", listener: "listener" },
        { add: "observe", listener: "observer" },
        { add: "onMessage", listener: "handler" },
        { add: "listen", listener: "fn" },
        { add: "use", listener: "middleware" },
        { add: "register", listener: "hook" },
      ],
    ],
    vars: {
      list: ["listeners", "callbacks", "handlers", "subscribers", "watchers"],
      value: ["value", "event", "‹thing›", "data"],
    },
    code: [
      `
      export class ‹Thing›Emitter<T> {
        private «readonly |»‹list› = new Set<(value: T) => void>();

        ‹add›(‹listener›: (value: T) => void) {
          this.‹list›.add(‹listener›);
          ⟦→return () => {
            this.‹list›.delete(‹listener›);
          };⟧
        }

        emit(value: T) {
          «this.‹list›.forEach((one) => one(value));|for (const one of this.‹list›) one(value);»
        }
      }
      `,
      `
      const ‹list› = new Set<(‹value›: ‹Thing›) => void>();
      let current: ‹Thing› | null = null;

      ƒ ‹add›(‹listener›: (‹value›: ‹Thing›) => void): ⟦void→() => void⟧ {
        ‹list›.add(‹listener›);
        ⟦→return () => {
          ‹list›.delete(‹listener›);
        };⟧
      ƒ}

      ƒ publish(‹value›: ‹Thing›): void {
        current = ‹value›;
        for (const one of ‹list›) one(‹value›);
      ƒ}
      `,
      `
      export class ‹Thing›Bus {
        private ‹list› = new Map<string, Set<Listener>>();

        ‹add›(name: string, ‹listener›: Listener): ⟦void→() => void⟧ {
          const set = this.‹list›.get(name) ?? new Set();
          set.add(‹listener›);
          this.‹list›.set(name, set);
          ⟦→return () => {
            set.delete(‹listener›);
          };⟧
        }

        clear(name: string): void {
          this.‹list›.delete(name);
        }
      }
      `,
    ],
  }),
  sketched("hash-private-field", {
    seen: [
      "=[at runtime|in js] [anybody|anyone] can still [read|get at] {field}, make it #{field}",
      "make {field} really private, with #",
      "use #{field} instead of private {field}",
      "=private is only for the compiler, {field} should be a # field",
      "=can {field} be a real private field (#)?",
      "={field} shows up in JSON.stringify, use #{field}",
      "=hard-private [pls|please]: #{field}",
      "=the ts private on {field} isn't enough, use # [for it|there]",
      "=plugins reach into {field} although it's private. #{field}?",
      "turn {field} into an ES private field",
      "=should be #{field}[, not private {field}|]",
      "=[real|true|hard] privacy for {field}: #{field}",
      "=[console.log|devtools] still shows {field}, use a # field",
      "=[shouldn't|can't] {field} be hidden at runtime too? (#{field})",
      "make {field} [inaccessible|unreachable] from outside[ for real|, also in js], #{field}",
    ],
    unseen: [
      "=someone reads {field} from plain js, the hash syntax would stop that",
      "={field} as #{field}, so that plain js can't get at it",
    ],
    vars: {
      field: [
        "token",
        "secret",
        "cache",
        "items",
        "state",
        "password",
        "key",
        "balance",
        "queue",
        "entries",
        "value",
      ],
    },
    code: [
      `
      export class ‹Thing›Store {
        ⟦private ‹field›→#‹field›⟧ = new Map<string, ‹Thing›>();
        private «size|limit|max» = 100;

        get(id: string): ‹Thing› | undefined {
          return this.⟦‹field›→#‹field›⟧.get(id);
        }

        set(‹thing›: ‹Thing›): void {
          this.⟦‹field›→#‹field›⟧.set(‹thing›.id, ‹thing›);
        }
      }
      `,
      `
      class ‹Thing›Client {
        ⟦private ‹field›→#‹field›⟧: string;
        private readonly url: string;

        constructor(url: string, ‹field›: string) {
          this.url = url;
          this.⟦‹field›→#‹field›⟧ = ‹field›;
        }

        headers() {
          return { "x-‹thing:kebab›": this.⟦‹field›→#‹field›⟧, origin: this.url };
        }
      }
      `,
      `
      export class ‹Thing›Counter {
        private listeners: (() => void)[] = [];
        ⟦private ‹field›→#‹field›⟧ = 0;

        increase(by = 1): void {
          this.⟦‹field›→#‹field›⟧ += by;
          for (const listener of this.listeners) listener();
        }

        get current(): number {
          return this.⟦‹field›→#‹field›⟧;
        }
      }
      `,
    ],
  }),
  sketched("parameter-property", {
    seen: [
      "make {dep} a parameter property",
      "=[declared|written] three times: field, parameter and assignment of {dep}. parameter property [pls|please]",
      "declare {dep} [right in|in] the constructor's parameters instead of assigning it",
      "=the assignment of {dep} is boilerplate, use a parameter property",
      "=can {dep} be a private readonly constructor parameter?",
      "=constructor boilerplate for {dep}, private readonly in the parameter would do",
      "shorten {dep}: private readonly in the constructor parameters",
      "=why assign {dep} by hand? [parameter properties do that|use a parameter property]",
      "=like the other one: {dep} as parameter property",
      "use the ts shorthand for {dep} (private readonly parameter)",
      "={dep} as parameter property",
      "={dep} could be [private readonly|declared] in the constructor [params|parameters|signature]",
      "=[less|fewer] lines pls: {dep} as [a constructor|a] parameter property",
      "=no extra field for {dep}, ts can declare it in the constructor",
      "=the field {dep} and its assignment are [noise|redundant], parameter property [does it|will do]",
      "[simplify|shorten] the constructor: {dep} as a parameter property",
    ],
    unseen: [
      "=too much ceremony around {dep}, the constructor signature alone would be enough",
      "fold field and assignment of {dep} into the constructor parameter",
    ],
    vars: {
      dep: [
        "db",
        "client",
        "mailer",
        "repo",
        "queue",
        "cache",
        "config",
        "logger",
        "api",
        "clock",
        "storage",
        "bus",
      ],
    },
    code: [
      `
      export class ‹Thing›Service {
        ⟦private readonly ‹dep›: ‹Dep›;

        constructor(‹dep›: ‹Dep›) {
          this.‹dep› = ‹dep›;
        }→constructor(private readonly ‹dep›: ‹Dep›) {}⟧

        async load(id: string): Promise<‹Thing›> {
          return this.‹dep›.«get|find|load»(id);
        }
      }
      `,
      `
      export class ‹Thing›Worker {
        ⟦private readonly ‹dep›: ‹Dep›;→⟧
        private running = false;

        constructor(
          private readonly ‹other›: ‹Other›,
          ⟦‹dep›→private readonly ‹dep›⟧: ‹Dep›,
        ) {
          ⟦this.‹dep› = ‹dep›;→⟧
          this.running = ‹other›.isReady;
        }

        stop(): void {
          this.running = false;
          this.‹dep›.«close|flush|clear»();
        }
      }
      `,
      `
      export class ‹Thing›Importer extends ‹Other›Base {
        ⟦private readonly ‹dep›: ‹Dep›;→⟧
        private done = 0;

        constructor(⟦‹dep›→private readonly ‹dep›⟧: ‹Dep›, size: number) {
          super(size);
          ⟦this.‹dep› = ‹dep›;→⟧
          this.done = «0|size»;
        }

        async run(‹things›: ‹Thing›[]): Promise<number> {
          for (const one of ‹things›) await this.‹dep›.«put|send|write»(one);
          return (this.done += ‹things›.length);
        }
      }
      `,
    ],
  }),
  sketched("override-keyword", {
    seen: [
      "=this member must have an override modifier ({method})",
      "={method} needs override",
      "mark {method} as override",
      "=ts4114 at {method}[ in {sub}|]",
      "=noImplicitOverride complains about {method}",
      "=the [override|override keyword] is missing on {method}",
      "=when {method} was renamed in the base class nobody noticed in {sub}, [put override on it|override keyword pls]",
      "=can we have override on {method}?",
      "=override [pls|please] ({method})",
      "add the override keyword to {method}[ in {sub}|]",
      "={sub} replaces {method} of its base class, say [so|override]",
      "=it should be visible that {method} comes from the base class[ (override)|]",
      "=[eslint|ts|tsc] wants override on {method}",
      "=is {method} an override? then [mark|flag] it as one",
      "=[base class|parent] method {method} is [replaced|redefined] in {sub} without [saying so|override]",
    ],
    unseen: [
      "=the compiler wants me to say that {sub} redefines {method}",
      "make it explicit that {method} overrides the one of the base class",
    ],
    vars: {
      method: [
        "render",
        "validate",
        "connect",
        "toJSON",
        "describe",
        "area",
        "run",
        "format",
        "reset",
        "handle",
      ],
      sub: [
        "Special‹Thing›",
        "Cached‹Thing›",
        "Remote‹Thing›",
        "Default‹Thing›",
        "Large‹Thing›",
        "Http‹Thing›",
      ],
    },
    code: [
      `
      class ‹Thing›Base {
        ‹method›(input: string): string {
          return input;
        }
      }

      export class ‹sub› extends ‹Thing›Base {
        private last = "";

        ⟦→override ⟧‹method›(input: string): string {
          this.last = input.trim();
          return this.last;
        }

        «clear|forget»(): void {
          this.last = "";
        }
      }
      `,
      `
      import { Base‹Thing› } from "./base";

      export class ‹sub› extends Base‹Thing› {
        constructor(private readonly ‹other›: ‹Other›) {
          super();
        }

        ⟦→override ⟧«async |»‹method›() {
          ‹fill›
          return this.‹other›.items;
        }

        private own‹Other›() {
          return this.‹other›.name;
        }
      }
      `,
      `
      abstract class ‹Thing› {
        abstract name: string;

        ‹method›(): unknown {
          return this.name;
        }
      }

      class ‹sub› extends ‹Thing› {
        override name = "‹thing:words›";

        ⟦→override ⟧‹method›() {
          return [this.name, this.size()];
        }

        size() {
          return «1|2|10»;
        }
      }
      `,
      `
      import { ‹Thing›Reader } from "./reader";

      export class ‹sub› extends ‹Thing›Reader {
        #cached: ‹Other› | null = null;

        get cached() {
          return this.#cached;
        }

        ⟦→override ⟧‹method›(‹other›: ‹Other›) {
          this.#cached = ‹other›;
          ‹fill›
          return super.‹method›(‹other›);
        }
      }
      `,
    ],
  }),
  // Where the base class's part is called is a question of taste; first is what people take.
  sketched("call-overridden-method", {
    seen: [
      "=what the base class does in {method} doesn't happen any more",
      "=since {sub} has its own {method} the one of the base class isn't [called|run]",
      "call [the base class's|super's] {method} first",
      "=super.{method} is never called[ in {sub}|]",
      "=missing super.{method}[()|]",
      "={sub} swallows the {method} of its base class",
      "=shouldn't {sub} call super in {method}?",
      "=why isn't {method} of {base} run?",
      "=the {method} of {base} is skipped for {sub}",
      "run {method} of {base} before the rest",
      "=super call first in {method} [pls|please]",
      "=call super in {method}, like the rest of the subclasses do",
      "=[the|a] call to super.{method} is missing",
      "={sub} [breaks|doesn't do] what {base} [does|sets up] in {method}",
      "=someone overrode {method} [and forgot|without] super",
      "=setup in {base}.{method} [never happens|is lost] with {sub}",
      "=[half|part] of the setup is missing with {sub}: {method} of {base} doesn't run",
    ],
    unseen: [
      "={base} sets up things in {method}, but with a {sub} they aren't there",
      "begin {method} with that of the parent class",
    ],
    vars: {
      method: [
        "init",
        "connectedCallback",
        "setup",
        "mount",
        "reset",
        "start",
        "beforeEach",
        "configure",
        "open",
        "validate",
      ],
      base: ["Base‹Thing›", "‹Thing›Base", "Abstract‹Thing›"],
      sub: [
        "Special‹Thing›",
        "Cached‹Thing›",
        "Remote‹Thing›",
        "Fancy‹Thing›",
        "Large‹Thing›",
        "Http‹Thing›",
      ],
    },
    code: [
      `
      class ‹base› {
        protected ready = false;

        ‹method›() {
          this.ready = true;
        }
      }

      class ‹sub› extends ‹base› {
        private items: string[] = [];

        ‹method›() {
          ⟦→super.‹method›();⟧
          this.items = [];
        }

        add(item: string) {
          if (this.ready) this.items.push(item);
        }
      }
      `,
      `
      import { ‹base› } from "./‹thing:kebab›-base";

      export class ‹sub› extends ‹base› {
        constructor(name: string) {
          super(name);
          «this.size = 0;|this.isNew = true;|»
        }

        «override |»‹method›(): void {
          ⟦→super.‹method›();⟧
          ‹fill›
          this.«load|show|track»‹Other›();
        }

        close(): void {
          super.close();
          this.isNew = false;
        }
      }
      `,
      `
      export abstract class ‹base› {
        private opened = Date.now();

        ‹method›(reason: string): void {
          this.opened = Date.now();
          log(reason);
        }
      }

      export class ‹sub› extends ‹base› {
        constructor(private readonly ‹other›: ‹Other›) {
          super();
        }

        override ‹method›(reason: string): void {
          ⟦→super.‹method›(reason);⟧
          this.‹other›.«reset|touch|clear»(reason);
        }
      }
      `,
    ],
  }),
  sketched("static-to-instance-field", {
    seen: [
      "=all {wordsThings} share the same {field}",
      "=[two|several] instances [write|push] into the same {field}",
      "={field} [shouldn't be|should not be] static[, every {wordsThing} has its own|]",
      "=what i [add to|put into] one {wordsThing} shows up in [all the|every] other",
      "=every {wordsThing} needs its own {field}",
      "make {field} an instance field",
      "=why is {field} static?",
      "={field} is shared [between|across] [instances|all instances]",
      "=tests influence each other via {field}, it should be per instance",
      "=can {field} be per instance?",
      "=static is wrong [for|on] {field}",
      "=a new {wordsThing} already has things in its {field}",
      "=[first and second|two] {wordsThings} [mix|share] their {field}",
      "={field} [should|must] belong to the [instance|single {wordsThing}]",
      "=[clearing|changing] the {field} of one [clears|changes] [it for all|everyone's]",
    ],
    unseen: [
      "=second {wordsThing} starts with the {field} of the first",
      "stop sharing {field} among instances",
    ],
    vars: {
      field: [
        "items",
        "entries",
        "listeners",
        "errors",
        "rows",
        "tags",
        "history",
        "children",
        "lines",
        "queue",
      ],
    },
    code: [
      `
      export class ‹Thing› {
        ⟦static →⟧‹field›: string[] = [];
        static readonly MAX = «10|50|100»;

        add(entry: string): void {
          if (⟦‹Thing›→this⟧.‹field›.length < ‹Thing›.MAX) ⟦‹Thing›→this⟧.‹field›.push(entry);
        }

        get size(): number {
          return ⟦‹Thing›→this⟧.‹field›.length;
        }
      }
      `,
      `
      class ‹Thing› {
        static count = 0;
        private ⟦static →⟧‹field›: ‹Other›[] = [];

        constructor(readonly name: string) {
          ‹Thing›.count += 1;
        }

        push(‹other›: ‹Other›) {
          ⟦‹Thing›→this⟧.‹field›.push(‹other›);
          return ⟦‹Thing›→this⟧.‹field›.length;
        }
      }
      `,
      `
      export class ‹Thing›Builder {
        ⟦private static →private ⟧‹field›: string[] = [];
        private static instances = 0;

        constructor() {
          ‹Thing›Builder.instances += 1;
        }

        with(part: string): this {
          ⟦‹Thing›Builder→this⟧.‹field›.push(part);
          return this;
        }

        build(): string {
          return ⟦‹Thing›Builder→this⟧.‹field›.join("«, |-|/»");
        }
      }
      `,
    ],
  }),
  sketched("copy-shared-default", {
    seen: [
      "=changing the {field} of one [changes|affects] [all|all the others|the defaults too]",
      "=everyone [writes to|shares] the same {defaults} object",
      "copy {defaults} instead of sharing it",
      "={defaults} gets [changed|modified|overwritten] when i set something in {field}",
      "=each {wordsThing} needs its own copy of {defaults}",
      "=the defaults are mutated[ through {field}|]",
      "=why do all {wordsThings} have the same {field}?",
      "spread {defaults}, don't hand out the object itself",
      "=a setting of one {wordsThing} leaks into the next",
      "=shared reference to {defaults}, should be a [shallow |]copy",
      "=can we start from a copy of {defaults}?",
      "=after one test the {defaults} are different",
      "=[second|next] {wordsThing} starts with what the first one set",
      "=don't [mutate|touch] {defaults}, [copy|clone] it",
      "=[defaults|{defaults}] [get polluted|don't stay what they are]",
      "=[second|next|another] {wordsThing} [inherits|gets] the {field} of the [first|previous] one",
      "={defaults} [must not|mustn't|should never] change",
    ],
    unseen: [
      "=i set a value on one {wordsThing} and suddenly it's everywhere",
      "make sure {defaults} itself is never modified: take a copy of it",
    ],
    vars: {
      field: ["options", "settings", "config", "state", "filters", "preferences", "style", "params"],
      defaults: ["DEFAULTS", "defaults", "DEFAULT_‹field:CONST›", "default‹Field›", "INITIAL", "base‹Field›"],
    },
    code: [
      `
      const ‹defaults› = { size: «10|20|50», sort: "«name|date»" };

      export class ‹Thing›List {
        «private |»‹field› = ⟦‹defaults›→{ ...‹defaults› }⟧;
        private items: ‹Thing›[] = [];

        set(size: number): void {
          this.‹field›.size = size;
          this.items.length = 0;
        }
      }
      `,
      `
      export const ‹defaults›: ‹Thing›‹Field› = { color: "blue", isOpen: false };

      ƒ create‹Thing›(name: string): ‹Thing› {
        ‹fill›
        const ‹field› = ⟦‹defaults›→{ ...‹defaults› }⟧;
        if (name.startsWith("«new|tmp|draft»")) ‹field›.isOpen = true;
        return { name, ‹field› };
      ƒ}
      `,
      `
      import { ‹defaults› } from "./‹thing:kebab›-defaults";

      export class ‹Thing› {
        ‹field›: ‹Thing›‹Field›;

        constructor(readonly id: string) {
          this.‹field› = ⟦‹defaults›→{ ...‹defaults› }⟧;
        }

        change(key: string, value: string): void {
          this.‹field›[key] = value;
        }
      }
      `,
    ],
  }),
  sketched("call-the-method", {
    seen: [
      "={method} is a method but it isn't called[, so the condition is always true|]",
      "=[the condition|this] is always true, {method} isn't called",
      "=missing parentheses after {method}",
      "=ts2774: this condition will always return true ({method})",
      "=forgot to call {method}",
      "call {method}",
      "=it's always {wordsMethod}, [whatever|no matter what] i do",
      "=why is the [check|condition] with {method} always true?",
      "={method} without () is just the function",
      "={method} is a function, not a [property|flag]",
      "add the () after {method}",
      "=did you mean to call {method}?",
      "={method} [never runs|is never called], it's just [mentioned|referenced]",
      "=[needs|missing] () since {method} is a method",
      "=[function|method] object is always truthy: {method}",
      "=[looks like|seems] {method} should be [called|invoked]",
      "=you [compare|check] the function {method}, not [its result|what it returns]",
      "={method} [never|doesn't] [decides|changes] anything, it's not called",
      "=brackets missing [at|after|on] {method}",
    ],
    unseen: ["=the check of {method} never fails", "={method} has to be invoked here"],
    vars: {
      method: [
        "isEmpty",
        "isDone",
        "isExpired",
        "isLocked",
        "hasErrors",
        "isFull",
        "isActive",
        "hasAccess",
        "isReady",
        "isStale",
      ],
      flag: ["isOpen", "enabled", "isDirty", "visible"],
    },
    code: [
      `
      export class ‹Thing›Queue {
        private items: ‹Thing›[] = [];
        ‹flag› = true;

        ‹method›(): boolean {
          return this.items.«every((one) => one.done)|length === 0|some((one) => one.old)»;
        }

        next(): ‹Thing› | undefined {
          if (this.‹flag› && this.‹method›⟦→()⟧) return undefined;
          return this.items.shift();
        }
      }
      `,
      `
      interface ‹Thing› {
        ‹flag›: boolean;
        name: string;
        ‹method›(): boolean;
      }

      ƒ describe‹Thing›(‹thing›: ‹Thing›): string {
        if (‹thing›.‹method›⟦→()⟧) {
          return ´€{‹thing›.name} (!)´;
        }
        return ‹thing›.‹flag› ? ‹thing›.name : "";
      ƒ}
      `,
      `
      const ‹method› = (‹thing›: ‹Thing›) => ‹thing›.until < Date.now();

      ƒ pick‹Things›(‹things›: ‹Thing›[], ‹flag›: boolean): ‹Thing›[] {
        if (!‹flag›) return [];
        return ‹things›.filter((‹thing›) => ‹method›⟦→(‹thing›)⟧ && ‹thing›.size > 0);
      ƒ}
      `,
    ],
  }),
  sketched("abstract-instead-of-throwing", {
    seen: [
      "make {method} abstract instead of throwing",
      "=a subclass without {method} only fails at runtime, [make it abstract|abstract pls]",
      "={method} should be abstract[, not throw|]",
      "=can the compiler check that subclasses have {method}? (abstract)",
      "=forgot {method} in a subclass and nobody told me until it threw",
      "=throwing 'not implemented' in {method} is [ugly|late], abstract class?",
      "=why does {method} throw rather than being abstract?",
      "turn {owner} into an abstract class with an abstract {method}",
      "use abstract for {method}[ and {owner}|]",
      "=abstract {method} [pls|please]",
      "={owner} shouldn't be instantiable, and {method} should be abstract",
      "=[tsc|the compiler] should [tell|warn] me when {method} is missing in a subclass, abstract [please|pls]",
      "=[not implemented|the throw] in {method} should become abstract",
      "=[error|'not implemented'] at runtime in {method}: [could|should] be [abstract|an abstract method]",
      "don't throw in {method}, [declare|make] it abstract",
    ],
    unseen: [
      "=i'd rather get a compile error than 'not implemented' from {method}",
      "force subclasses to define {method}",
    ],
    vars: {
      method: ["render", "area", "parse", "send", "execute", "format", "load", "label", "price", "convert"],
      owner: ["‹Thing›", "Base‹Thing›", "‹Thing›Base", "‹Thing›Handler", "‹Thing›Provider"],
      result: ["string", "number", "boolean", "Buffer", "‹Other›", "‹Other›[]"],
    },
    code: [
      `
      export ⟦→abstract ⟧class ‹owner› {
        constructor(protected readonly name: string) {}

        ⟦‹method›(): ‹result› {
          throw new Error("«not implemented|implement me|must be overridden»");
        }→abstract ‹method›(): ‹result›;⟧

        describe(): string {
          return ´€{this.name}: €{this.‹method›()}´;
        }
      }
      `,
      `
      ⟦→abstract ⟧class ‹owner› {
        ⟦‹method›(input: string): ‹result› {
          throw new Error(´‹method› is not implemented for €{input}´);
        }→abstract ‹method›(input: string): ‹result›;⟧

        all(inputs: string[]): ‹result›[] {
          if (inputs.length === 0) throw new Error("nothing to do");
          return inputs.map((input) => this.‹method›(input));
        }
      }

      export class Simple‹Thing› extends ‹owner› {
        ‹method›(input: string): ‹result› {
          return make(input);
        }
      }
      `,
      `
      import type { ‹Other› } from "./‹other:kebab›";

      export default ⟦→abstract ⟧class ‹owner› {
        protected ready = «false|true»;

        ⟦‹method›(): Promise<‹result›> {
          return Promise.reject(new Error("not implemented"));
        }→abstract ‹method›(): Promise<‹result›>;⟧

        async run(): Promise<‹result› | null> {
          ‹fill›
          return this.ready ? await this.‹method›() : null;
        }
      }
      `,
    ],
  }),
  sketched("open-to-subclasses", {
    seen: [
      "={sub} can't get at {field}[, it's private|]",
      "={field} is private and only accessible within class {base}",
      "=ts2341 in {sub}: {field} is private",
      "={sub} needs {field}, [but nobody else|not public though]",
      "=subclasses [should be able to|must be able to|can't] [use|read] {field}",
      "let {sub} use {field}[, without making it public|]",
      "=why can't i use this.{field} in {sub}?",
      "=can {field} be visible in subclasses?",
      "={field} should be protected",
      "loosen {field} so that {sub} compiles",
      "=private is too strict for {field}",
      "={sub} doesn't compile [since|because] {field} is private",
      "=[protected|protected not private] for {field}",
      "make {field} protected",
      "=[private|hidden] {field} is a problem for {sub}, [open it for subclasses|derived classes need it]",
      "=i [extended|subclassed] {base} and can't [read|use] {field}",
    ],
    unseen: ["=compile error in {sub} because it touches {field}", "open {field} up to derived classes"],
    vars: {
      field: ["client", "db", "items", "options", "cache", "state", "log", "queue", "url", "path"],
      base: ["Base‹Thing›", "‹Thing›Base", "Abstract‹Thing›"],
      sub: [
        "Special‹Thing›",
        "Cached‹Thing›",
        "Remote‹Thing›",
        "Fancy‹Thing›",
        "Large‹Thing›",
        "Http‹Thing›",
      ],
    },
    code: [
      `
      export class ‹base› {
        ⟦private→protected⟧ «readonly |»‹field›: unknown;
        private lastError: Error | null = null;

        constructor(‹field›: unknown) {
          this.‹field› = ‹field›;
        }

        fail(error: Error): void {
          this.lastError = error;
        }
      }

      export class ‹sub› extends ‹base› {
        show(): string {
          return String(this.‹field›);
        }
      }
      `,
      `
      class ‹base› {
        constructor(
          private readonly name: string,
          ⟦private→protected⟧ readonly ‹field›: ‹Other›,
        ) {}

        title(): string {
          return this.name;
        }
      }

      class ‹sub› extends ‹base› {
        «check|touch|open»(): boolean {
          return this.‹field›.isOpen;
        }
      }
      `,
      `
      import { ‹Other› } from "./‹other:kebab›";

      export class ‹base› {
        private static count = 0;
        ⟦private→protected⟧ ‹field› = new ‹Other›();

        id(): number {
          return ‹base›.count++;
        }
      }

      class ‹sub› extends ‹base› {
        async load(name: string): Promise<void> {
          ‹fill›
          await this.‹field›.«open|load|start»(name);
        }
      }
      `,
    ],
  }),
  sketched("hand-out-a-copy", {
    seen: [
      "=callers can [push into|change|mess with] our {list}",
      "=the getter [gives away|leaks|hands out] the internal array",
      "return a copy of {list}[, not the array itself|]",
      "={getter} should return a copy",
      "=someone sorted the result of {getter} and [broke our order|our {list} was sorted too]",
      "=whoever calls {getter} can modify {list}",
      "=can {getter} give back a copy?",
      "=the array from {getter} is the real one, so pushing to it [changes us|goes around us]",
      "protect {list} from changes from outside: [copy in|a copy from] {getter}",
      "=defensive copy in {getter} [pls|please]",
      "=why can i change {list} from outside?",
      "=[encapsulation|internal array leaks]: {getter} should copy",
      "=[somebody|a caller] did length = 0 on what {getter} gave and {list} was gone",
      "=[copy|spread] the array in {getter}",
      "=[outside code|a component|someone] [emptied|reversed|sorted] our {list} via {getter}",
      "={getter} [exposes|leaks] {list}[, copy it|]",
    ],
    unseen: [
      "=what {getter} returns can be emptied by anyone, and then ours is empty too",
      "don't expose the array behind {getter}, only a copy",
    ],
    rows: [
      [
        { getter: "all", list: "items" },
        { getter: "getItems", list: "items" },
        { getter: "getEntries", list: "entries" },
        { getter: "list", list: "rows" },
        { getter: "getHistory", list: "history" },
        { getter: "members", list: "people" },
        { getter: "toArray", list: "nodes" },
        { getter: "getErrors", list: "errors" },
        { getter: "pending", list: "queue" },
        { getter: "getChildren", list: "children" },
        { getter: "events", list: "log" },
      ],
    ],
    code: [
      `
      export class ‹Thing›List {
        private «readonly |»‹list›: ‹Thing›[] = [];

        add(‹thing›: ‹Thing›): this {
          this.‹list›.push(‹thing›);
          return this;
        }

        ‹getter›(): ‹Thing›[] {
          return ⟦this.‹list›→[...this.‹list›]⟧;
        }

        count(): number {
          return this.‹list›.length;
        }
      }
      `,
      `
      const ‹list›: ‹Thing›[] = [];

      ƒ remember‹Thing›(‹thing›: ‹Thing›): number {
        ‹list›.push(‹thing›);
        return ‹list›.length;
      ƒ}

      ƒ ‹getter›(): ‹Thing›[] {
        return ⟦‹list›→[...‹list›]⟧;
      ƒ}
      `,
      `
      class ‹Thing›Tree {
        constructor(private readonly ‹list›: ‹Thing›[], readonly tags: string[]) {}

        get ‹getter›(): ‹Thing›[] {
          return ⟦this.‹list›→[...this.‹list›]⟧;
        }

        get names(): string[] {
          return this.‹list›.map((one) => one.name);
        }
      }
      `,
    ],
  }),
  sketched("name-of-the-error", {
    seen: [
      "=shows up as plain Error in the logs, [should say|want] {error}",
      "={error} is logged as 'Error: …'",
      "set the name of {error}",
      "=error.name is Error and not {error}",
      "=name is missing on {error}",
      "=the stack says Error and not {error}",
      "=can {error} have its own name?",
      "=in sentry all {error}s are called Error",
      "=why is err.name not {error}?",
      "give {error} its name",
      "=toString of {error} begins with 'Error:'[, should be its own name|]",
      "=can't tell {error} from other errors by its name",
      "=this.name = … [is missing|missing] in {error}",
      "=[logs|the log] just [say|says] Error, which one? {error} needs a name",
      "=want to see {error} [as the name|in name]",
      "=set this.name [in|for] {error}",
      "=[err.name|the name] should [say|be] {error}",
      "=all i see is 'Error', [which class was it?|it's a {error}]",
      "=[err.name|name] of {error} is just 'Error'",
    ],
    unseen: ["=our monitoring groups {error} under Error", "={error} should carry its class name in name"],
    vars: {
      error: [
        "‹Thing›NotFoundError",
        "‹Thing›Error",
        "Invalid‹Thing›Error",
        "‹Thing›LockedError",
        "Unknown‹Thing›Error",
        "‹Thing›TimeoutError",
      ],
    },
    code: [
      `
      export class ‹error› extends Error {
        constructor(readonly ‹thing›Id: string) {
          super(´‹thing:words› €{‹thing›Id}«| failed| is wrong»´);
          ⟦→this.name = "‹error›";⟧
        }
      }
      `,
      `
      export class NetworkError extends Error {
        constructor(message: string) {
          super(message);
          this.name = "NetworkError";
        }
      }

      export class ‹error› extends Error {
        constructor(message: string«|, options?: ErrorOptions») {
          super(message);
          ⟦→this.name = "‹error›";⟧
        }
      }
      `,
      `
      import { AppError } from "./app-error";

      export class ‹error› extends AppError {
        readonly status: number;

        constructor(
          readonly ‹thing›: ‹Thing›,
          status = «400|404|409|500»,
        ) {
          super("‹thing:words›");
          ⟦→this.name = "‹error›";⟧
          this.status = status;
        }
      }
      `,
    ],
  }),
  sketched("start-with-empty-list", {
    seen: [
      "=cannot read properties of undefined (reading 'push')[ in {add}|]",
      "={list} is never initialised",
      "start {list} as an empty array",
      "=property {list} has no initializer",
      "=the first {add} crashes",
      "={add} throws, {list} is undefined",
      "=ts2564 on {list}, should be empty at first",
      "initialise {list} with an empty array",
      "=why does {add} fail on a fresh instance?",
      "=shouldn't {list} [start out|begin] empty?",
      "=nothing in {list} at the start, not even an array",
      "=need an empty array in {list} [at first|to begin with|from the start]",
      "={list} [undefined|is undefined] until someone sets it, want an empty array",
      "={list} should [start|begin] as an empty [array|list]",
      "=[crash|TypeError] on the first {add}",
      "=forgot to [initialise|init|set up] {list}",
      "=push of undefined in {add}",
      "=[Uncaught|got a] TypeError when i call {add} [for the first time|on a new one]",
    ],
    unseen: [
      "=a new object breaks as soon as i call {add}",
      "={list} has to be an empty array from the beginning",
    ],
    rows: [
      [
        { add: "add", list: "items" },
        { add: "log", list: "lines" },
        { add: "append", list: "rows" },
        { add: "report", list: "errors" },
        { add: "enqueue", list: "queue" },
        { add: "record", list: "history" },
        { add: "register", list: "plugins" },
        { add: "collect", list: "results" },
        { add: "attach", list: "children" },
        { add: "mark", list: "seen" },
      ],
    ],
    code: [
      `
      export class ‹Thing›Box {
        «private |»‹list›: ‹Thing›[]⟦→ = []⟧;
        «private |»name: string;

        constructor(name: string) {
          this.name = name;
        }

        ‹add›(‹thing›: ‹Thing›): void {
          this.‹list›.push(‹thing›);
        }
      }
      `,
      `
      class ‹Thing›Recorder {
        started = false;
        private tags: string[] = [];
        private ‹list›: string[]⟦→ = []⟧;

        ‹add›(text: string, tag: string): void {
          this.started = true;
          this.tags.push(tag);
          this.‹list›.push(text);
        }
      }
      `,
      `
      let ‹list›: ‹Thing›[]⟦→ = []⟧;
      let limit = «10|100|1000»;

      ƒ ‹add›(‹thing›: ‹Thing›): void {
        ‹list›.push(‹thing›);
        if (‹list›.length > limit) ‹list› = ‹list›.slice(-limit);
      ƒ}
      `,
    ],
  }),
];

import { sketched } from "./sketch.ts";

/** What goes wrong with lists. */
export const LOGIC_ARRAYS = [
  sketched("splice-not-delete", {
    seen: [
      "=[there's|leaves] a hole in the list after [removing|deleting] [a|one] {wordsThing}",
      "=the {wordsThings} have an undefined in them once [one is|something got] removed",
      "=the length [stays the same|doesn't change|is still the old one] when a {wordsThing} is removed",
      "=[removing|deleting] a {wordsThing} leaves an empty [slot|place|entry] behind",
      "=after {fn} the list is as long as before",
      "=loops over the {wordsThings} crash after a {fn}, one of them is undefined then",
      "splice it out instead of [delete|deleting the index]",
      "use splice[ here|], delete leaves [holes|a gap]",
      "=why is {things}.length not going down?",
      "=count of {wordsThings} is wrong after removing one",
      "=sparse array after {fn}",
      "=can {fn} really take it out of the array, not only blank it?",
      "=delete doesn't shrink the array",
      "=the array keeps an empty slot",
      "=[map|forEach|the list] shows [a blank|an empty] {wordsThing} after [deleting|removing] one",
      "really remove it from the array",
    ],
    unseen: [
      "=removed {wordsThings} still count, they're just undefined",
      "close the gap when one is dropped",
    ],
    vars: {
      fn: ["remove‹Thing›", "delete‹Thing›", "drop‹Thing›", "discard", "dismiss", "remove‹Thing›At"],
      at: ["index", "at", "position", "i", "‹thing›Index"],
    },
    code: [
      `
      export class ‹Thing›List {
        private ‹things›: ‹Thing›[] = [];

        «add‹Thing›(‹thing›: ‹Thing›) {
          this.‹things›.push(‹thing›);
        }

        |get size() {
          return this.‹things›.length;
        }

        »‹fn›(id: string) {
          const ‹at› = this.‹things›.findIndex((one) => one.id === id);
          if (‹at› === -1) return;
          ‹fill›
          ⟦delete this.‹things›[‹at›]→this.‹things›.splice(‹at›, 1)⟧;
        }
      }
      `,
      `
      const ‹things›: ‹Thing›[] = [];

      ƒ ‹fn›(‹at›: number) {
        if (‹at› < 0 || ‹at› >= ‹things›.length) return;
        const removed = ‹things›[‹at›];
        ⟦delete ‹things›[‹at›];→‹things›.splice(‹at›, 1);⟧
        «delete cache[removed.id];|console.log("removed", removed);|notify(removed);»
      ƒ}
      `,
      `
      ƒ ‹fn›(‹other›: ‹Other›, ‹thing›: ‹Thing›) {
        const ‹at› = ‹other›.‹things›.indexOf(‹thing›);
        if (‹at› >= 0) {
          ⟦delete ‹other›.‹things›[‹at›]→‹other›.‹things›.splice(‹at›, 1)⟧;
          «‹other›.updatedAt = Date.now();|delete ‹other›.totals[‹thing›.id];|»
        }
        return ‹other›;
      ƒ}
      `,
    ],
  }),
  sketched("unknown-removes-last", {
    seen: [
      "=removing [a|an unknown] {wordsThing} [that isn't there|that is not in the list] [removes|deletes|takes out] the last one",
      "=the last {wordsThing} disappears when [you pass an unknown id|the id isn't found|nothing matches]",
      "=[wrong|the last] {wordsThing} gets [deleted|removed] if it [isn't found|doesn't exist]",
      "do nothing if [it's not found|the {wordsThing} isn't there|{at} is -1]",
      "=splice(-1, 1) eats the last {wordsThing}",
      "return early when {at} is -1",
      "=[calling it|doing it] twice with the same {wordsThing} removes another one as well",
      "=an id that isn't in the list must not change anything",
      "=what if the {wordsThing} isn't in there? then it shouldn't touch the list",
      "guard against -1",
      "=missing check for not found, -1 goes straight into splice",
      "=indexOf -1 isn't handled",
      "=unknown {wordsThings} should be ignored[ here|]",
      "=[deleted|removed] something that wasn't there and [another one vanished|the last one was gone]",
      "=not found [must|should] be a no-op",
      "=-1 [isn't|is not] [checked|handled|considered]",
    ],
    unseen: [
      "=some innocent {wordsThing} at the end is lost whenever the lookup fails",
      "bail out if the lookup fails",
    ],
    vars: {
      fn: ["remove‹Thing›", "delete‹Thing›", "drop‹Thing›", "unsubscribe", "deselect", "detach‹Thing›"],
      at: ["index", "at", "position", "i", "‹thing›Index", "idx"],
    },
    code: [
      `
      export class ‹Other› {
        private readonly ‹things›: ‹Thing›[] = [];

        «add(‹thing›: ‹Thing›) {
          this.‹things›.push(‹thing›);
        }

        |»‹fn›(id: string)«: void|» {
          const ‹at› = this.‹things›.findIndex((‹thing›) => ‹thing›.id === id);
          ⟦→if (‹at› === -1) return;⟧
          «this.touched = true;
          |»this.‹things›.splice(‹at›, 1);
          «this.emit("change");|this.save();|»
        }
      }
      `,
      `
      ƒ ‹fn›(‹things›: ‹Thing›[], ‹thing›: ‹Thing›)«: void|» {
        const ‹at› = ‹things›.indexOf(‹thing›);
        ⟦→if (‹at› === -1) return;⟧
        ‹things›.splice(‹at›, 1);
        ‹fill›
      ƒ}
      `,
      `
      const ‹things›: ‹Thing›[] = [];

      ƒ add‹Thing›(‹thing›: ‹Thing›) {
        ‹things›.push(‹thing›);
      ƒ}

      ƒ ‹fn›(name: string) {
        const ‹at› = ‹things›.findIndex((one) => one.name === name);
        ⟦→if (‹at› === -1) return;⟧
        ‹things›.splice(‹at›, 1);
        «render(‹things›);|notify(name);|console.log(´removed €{name}´);»
      ƒ}
      `,
    ],
  }),
  sketched("first-counts-as-found", {
    seen: [
      "=the first {wordsThing} is never found",
      "=doesn't [work|match] for the [very |]first {wordsThing} in the list",
      "=[misses|ignores|skips] the {wordsThing} at index 0",
      "=works for all {wordsThings} but the first[ one|]",
      "=if it's the first in the list it says it [isn't there|doesn't exist]",
      "=[index|position] 0 [counts as found|is found][ too|]",
      "=0 is a valid index",
      "compare with -1[ not 0|, not with 0]",
      "=why does it fail for whatever comes first?",
      "=should only be treated as missing when {at} is -1",
      "=off by one in the index check",
      "=the check for {at} is off, position 0 is fine",
      "=index 0 is [falsy here|treated as not found|ignored]",
      "=the > 0 [should be|must be|has to be] !== -1",
      "=if i put it [first|at the top] it isn't found any more",
    ],
    unseen: [
      "=whatever sits at the start of {things} gets overlooked",
      "treat position zero as a hit as well",
    ],
    vars: { at: ["index", "at", "position", "i", "pos", "found"] },
    code: [
      `
      ƒ «has|knows|includes»‹Thing›(‹things›: ‹Thing›[], id: string): boolean {
        const ‹at› = ‹things›.findIndex((‹thing›) => ‹thing›.id === id);
        «if (‹things›.length > 500) console.warn("many ‹things:words›");
        |»return ‹at› ⟦> 0→!== -1⟧;
      ƒ}
      `,
      `
      ƒ replace‹Thing›(‹things›: ‹Thing›[], next: ‹Thing›): ‹Thing›[] {
        const ‹at› = ‹things›.findIndex(({ id }) => id === next.id);
        const copy = [...‹things›];
        if (‹at› ⟦> 0→!== -1⟧) {
          copy[‹at›] = next;
        } «else {
          copy.push(next);
        }|else if (copy.length > 0) {
          copy.unshift(next);
        }»
        return copy;
      ƒ}
      `,
      `
      class ‹Thing›Picker {
        constructor(private readonly ‹things›: string[], private limit = 10) {}

        toggle(name: string) {
          const ‹at› = this.‹things›.indexOf(name);
          if (‹at› ⟦> 0→!== -1⟧) {
            this.‹things›.splice(‹at›, 1);
          } else if (this.‹things›.length < this.limit) {
            this.‹things›.push(name);
          }
          «return this.‹things›.length > 0;|this.emit("change");|»
        }
      }
      `,
      `
      const ‹thing›Order = [«"low", "medium", "high"|"draft", "review", "live"|"xs", "s", "m", "l"»];

      ƒ rankOf‹Thing›(‹thing›: ‹Thing›) {
        const ‹at› = ‹thing›Order.indexOf(‹thing›.«level|kind|size|stage»);
        return ‹at› ⟦> 0→!== -1⟧ ? ‹at› + 1 : ‹thing›Order.length + 1;
      ƒ}
      `,
    ],
  }),
  // Numbers are subtracted, which is what a comparator with > is mostly mended to.
  sketched("comparator-gives-boolean", {
    seen: [
      "=[sorting|the sort] [by {wordsField} |][does nothing|doesn't work|has no effect] in [safari|chrome]",
      "=the {wordsThings} aren't [really |]sorted",
      "=comparator returns a boolean",
      "=sort callback must return a number, not true or false",
      "=order of the {wordsThings} looks random",
      "=why aren't they sorted by {wordsField}?",
      "subtract[ them|] instead of comparing in the sort",
      "fix the comparator",
      "=the {wordsThings} come out in the [wrong|same] order as they went in",
      "=sort by {field} is broken, > gives true/false",
      "=the compare function never returns a negative number",
      "=[some|a few] {wordsThings} are out of order",
      "=true/false isn't enough for sort",
      "=works in [firefox|old node], not in [chrome|newer node]",
      "=[sort callback|comparator] is wrong, [needs a number|should subtract]",
    ],
    unseen: [
      "=a comparator can't be a yes/no thing",
      "=by {wordsField} they should be, but they're all over the place",
    ],
    vars: {
      field: [
        "price",
        "position",
        "priority",
        "age",
        "rank",
        "score",
        "weight",
        "amount",
        "duration",
        "views",
      ],
    },
    rows: [
      [
        { b: "b", l: "a" },
        { b: "right", l: "left" },
        { b: "y", l: "x" },
        { b: "second", l: "first" },
      ],
    ],
    code: [
      `
      ƒ sort‹Things›(‹things›: ‹Thing›[]): ‹Thing›[] {
        «if (‹things›.length < 2) return ‹things›;
        |const visible = ‹things›.filter((one) => one.score > 0);
        |»return [...‹things›].sort((‹l›, ‹b›) => ‹l›.‹field› ⟦>→-⟧ ‹b›.‹field›);
      ƒ}
      `,
      `
      ƒ top‹Things›(‹things›: ‹Thing›[], limit: number) {
        const sorted = ‹things›.slice().sort((‹l›, ‹b›) => {
          return ‹b›.‹field› ⟦>→-⟧ ‹l›.‹field›;
        });
        ‹fill›
        return sorted.filter((one) => one.«stock|size|level» > «0|1|10»).slice(0, limit);
      ƒ}
      `,
      `
      export const by‹Field› = (‹l›: ‹Thing›, ‹b›: ‹Thing›) => ‹l›.‹field› ⟦>→-⟧ ‹b›.‹field›;

      export const isHigher = (‹l›: ‹Thing›, ‹b›: ‹Thing›) => ‹l›.level > ‹b›.level;

      ƒ list‹Things›(‹things›: ‹Thing›[]) {
        return [...‹things›].sort(by‹Field›);
      ƒ}
      `,
      `
      export function ‹Thing›List({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const sorted = useMemo(() => [...‹things›].sort((‹l›, ‹b›) => ‹l›.‹field› ⟦>→-⟧ ‹b›.‹field›), [‹things›]);
        return (
          <ul>
            {sorted.map((‹thing›) => (
              <li key={‹thing›.id} className={‹thing›.‹field› > 10 ? "big" : ""}>
                {‹thing›.name}
              </li>
            ))}
          </ul>
        );
      }
      `,
    ],
  }),
  sketched("natural-sort", {
    seen: [
      "={textTen} comes before {textTwo}",
      "={textTwo} should come before {textTen}",
      "=numbers in the {wordsField} are sorted as text",
      "sort [numerically|in natural order], {textTwo} before {textTen}",
      "pass numeric: true to localeCompare",
      "=natural [sort|order|sorting] for the {wordsField} [please|would be nice|needed]",
      "=why is {textTen} listed before {textTwo}?",
      "=10 [is sorted|comes|goes] before 2",
      "=can the numbers in the {wordsField} be compared as numbers?",
      "=1, 10, 11, 2 … should be 1, 2, 10, 11",
      "=localeCompare should be numeric[ for the {wordsField}|]",
      "make the {wordsField} sort numeric-aware",
      "=[the list|it] goes 1, 10, 2",
      "=users expect {textTwo} [ahead of|in front of|before] {textTen}",
      "=[alphabetical|lexical] order isn't right for numbers in the {wordsField}",
    ],
    unseen: [
      "={textTen} jumps ahead of {textTwo} in the list",
      "count up properly: {textTwo}, then {textTen}",
    ],
    vars: { field: ["name", "title", "label", "code", "filename", "number", "key"] },
    rows: [
      [
        { two: "file2", ten: "file10" },
        { two: "Chapter 2", ten: "Chapter 10" },
        { two: "room 3", ten: "room 12" },
        { two: "v2", ten: "v11" },
        { two: "step-4", ten: "step-20" },
        { two: "A9", ten: "A10" },
        { two: "img7.png", ten: "img12.png" },
        { two: "Team 8", ten: "Team 31" },
      ],
    ],
    code: [
      `
      ƒ sorted‹Things›(‹things›: ‹Thing›[]) {
        ‹fill›
        return [...‹things›].sort((a, b) => a.‹field›.localeCompare(b.‹field›⟦→, undefined, { numeric: true }⟧));
      ƒ}
      `,
      `
      const compare‹Things› = (a: ‹Thing›, b: ‹Thing›) =>
        «a.level - b.level|Number(b.pinned) - Number(a.pinned)» || a.‹field›.localeCompare(b.‹field›⟦→, undefined, { numeric: true }⟧);

      ƒ list‹Things›(‹things›: ‹Thing›[], wanted: string) {
        return ‹things›.filter((one) => one.«city|owner|group» === wanted).sort(compare‹Things›);
      ƒ}
      `,
      `
      const sorters: Record<string, (a: ‹Thing›, b: ‹Thing›) => number> = {
        ‹field›: (a, b) => a.‹field›.localeCompare(b.‹field›⟦→, undefined, { numeric: true }⟧),
        «created: (a, b) => a.created - b.created,|size: (a, b) => b.size - a.size,»
        «price: (a, b) => a.price - b.price,|»
      };
      `,
      `
      export class ‹Thing›Catalog {
        constructor(private readonly ‹things›: Map<string, ‹Thing›>) {}

        all(): ‹Thing›[] {
          const list = [...this.‹things›.values()];
          list.sort((a, b) => {
            «if (a.isDraft !== b.isDraft) return a.isDraft ? 1 : -1;
            |»return a.‹field›.localeCompare(b.‹field›⟦→, undefined, { numeric: true }⟧);
          });
          return list;
        }
      }
      `,
    ],
  }),
  sketched("rows-share-an-array", {
    seen: [
      "=[changing|setting|writing to] one {wordsRow} changes all of them",
      "=every {wordsRow} [is|seems to be] the same array",
      "=all {wordsRow}s change at once",
      "=one [cell|value] set, [the whole column changes|it changes in all {wordsRow}s]",
      "=fill puts the same array [in everywhere|into every {wordsRow}]",
      "=each {wordsRow} needs its own array",
      "use Array.from with a callback so that every {wordsRow} gets a new array",
      "=pushing to one {wordsRow} pushes to all of them",
      "=the {wordsRow}s of {grid} share one array",
      "=why does writing to one {wordsRow} show up in the others?",
      "don't share the array between the {wordsRow}s",
      "=fill reuses the same reference[ for all|]",
      "=can every {wordsRow} of {grid} be an array of its own?",
      "=all the {wordsRow}s have the same content",
      "=filling one {wordsRow} [fills|changes] [every|each] {wordsRow}",
      "make [independent|separate] arrays for the {wordsRow}s",
      "=aliasing: {grid} has one array many times",
      "=why do all {wordsRow}s [look the same|have the same values]?",
    ],
    unseen: ["=same reference in every slot of {grid}", "give {grid} independent {wordsRow}s"],
    vars: { size: ["height", "rowCount", "size", "count", "n"] },
    rows: [
      [
        { grid: "grid", row: "row" },
        { grid: "board", row: "row" },
        { grid: "buckets", row: "bucket" },
        { grid: "matrix", row: "row" },
        { grid: "columns", row: "column" },
        { grid: "lanes", row: "lane" },
        { grid: "queues", row: "queue" },
        { grid: "slots", row: "slot" },
      ],
    ],
    code: [
      `
      ƒ make‹Grid›(‹size›: number) {
        const ‹grid›: ‹Thing›[][] = ⟦new Array(‹size›).fill([])→Array.from({ length: ‹size› }, () => [])⟧;
        «const totals = new Array(‹size›).fill(0);
        return { ‹grid›, totals };|console.debug(‹size›);
        return ‹grid›;|return ‹grid›;»
      ƒ}
      `,
      `
      ƒ distribute‹Things›(‹things›: ‹Thing›[], ‹size›: number): ‹Thing›[][] {
        «const seen = Array(‹size›).fill(false);
        |»const ‹grid›: ‹Thing›[][] = ⟦Array(‹size›).fill([])→Array.from({ length: ‹size› }, () => [])⟧;
        ‹things›.forEach((‹thing›, index) => {
          ‹grid›[index % ‹size›].push(‹thing›);
        });
        return ‹grid›;
      ƒ}
      `,
      `
      class ‹Thing›Map {
        readonly ‹grid›: number[][];

        constructor(private width: number, ‹size›: number) {
          this.‹grid› = ⟦new Array(‹size›).fill(new Array(width).fill(0))→Array.from({ length: ‹size› }, () => new Array(width).fill(0))⟧;
          «this.clear();|this.listeners = [];|»
        }

        set(x: number, y: number, value: number) {
          this.‹grid›[y][x] = value;
        }
      }
      `,
    ],
  }),
  sketched("slice-not-splice", {
    seen: [
      "=the {wordsThings} are gone [from the list |]after calling {fn}",
      "={fn} [empties|eats up|shortens] the list[ it is given|]",
      "=second call of {fn} gives other {wordsThings}",
      "=calling {fn} twice gives [different results|the next {wordsThings}]",
      "={fn} must not change the list[ of {wordsThings}|]",
      "=[there's a typo|typo], should be slice[ not splice|]",
      "=slice instead of splice",
      "=after showing the first few, the rest of the app is missing {wordsThings}",
      "=why do {wordsThings} vanish when {fn} runs?",
      "=it mutates the array it only wants to read from",
      "=each [render|refresh|call] the list of {wordsThings} gets shorter",
      "don't remove the {wordsThings}, only read them",
      "leave {things} untouched",
      "=the [second|next] time i call it there's less",
      "=[reading|looking] should not [remove|delete] anything",
      "=side effect: {things} gets smaller",
    ],
    unseen: [
      "=the list shrinks each time someone asks for it",
      "only take a look at the {wordsThings}, don't pull them out",
    ],
    vars: {
      fn: ["first‹Things›", "preview‹Things›", "top‹Things›", "recent‹Things›", "latest‹Things›", "head"],
    },
    rows: [
      [
        { n: "3", sig: "", more: "" },
        { n: "5", sig: "", more: "" },
        { n: "10", sig: "", more: "" },
        { n: "limit", sig: "limit: number", more: ", limit: number" },
        { n: "max", sig: "max: number", more: ", max: number" },
        { n: "count", sig: "count = 5", more: ", count = 5" },
        { n: "amount", sig: "amount: number", more: ", amount: number" },
      ],
    ],
    code: [
      `
      ƒ ‹fn›(‹things›: ‹Thing›[]‹more›) {
        ‹fill›
        return ‹things›.⟦splice→slice⟧(0, ‹n›)«.map((‹thing›) => ‹thing›.«id|name|title»)|»;
      ƒ}
      `,
      `
      class ‹Thing›Store {
        private ‹things›: ‹Thing›[] = [];

        ‹fn›(‹sig›) {
          return this.‹things›.⟦splice→slice⟧(0, ‹n›);
        }

        remove(id: string) {
          const at = this.‹things›.findIndex((one) => one.id === id);
          if (at !== -1) this.‹things›.splice(at, 1);
        }
      }
      `,
      `
      const ‹things›: ‹Thing›[] = [];

      ƒ insert‹Thing›(at: number, ‹thing›: ‹Thing›) {
        ‹things›.splice(at, 0, ‹thing›);
      ƒ}

      ƒ ‹fn›(‹sig›): ‹Thing›[] {
        const some = ‹things›.⟦splice→slice⟧(«0|-limit»«, ‹n›|»);
        «some.reverse();
        |»return some;
      ƒ}
      `,
    ],
  }),
  sketched("every-not-some", {
    seen: [
      "=one {wordsThing} that is {wordsFlag} is enough[ for it to be true|], but all of them [have to be|must be]",
      "=returns true as soon as a single {wordsThing} is {wordsFlag}",
      "=should only be true if all {wordsThings} are {wordsFlag}",
      "=all the {wordsThings} have to be {wordsFlag}, not just one",
      "=[every|each] {wordsThing} has to be {wordsFlag}",
      "use every[ instead of some|], all {wordsThings} must be {wordsFlag}",
      "=why is it true when only one {wordsThing} is {wordsFlag}?",
      "=true [although|even though|when] one of the {wordsThings} isn't {wordsFlag} yet",
      "=it's not enough [that|if] some {wordsThings} are {wordsFlag}",
      "=[no|nope], one {wordsFlag} {wordsThing} isn't enough, all of them please",
      "=can this wait until all {wordsThings} are {wordsFlag}?",
      "=says done although not all {wordsThings} are {wordsFlag}",
      "=goes ahead [although|even though] one {wordsThing} [is not|isn't] {wordsFlag}",
      "=[wrong quantifier|any instead of all]: they all need to be {wordsFlag}",
      "=should wait for the last {wordsThing} to be {wordsFlag}",
      "=with two of three {wordsFlag} it already says [yes|true|ok]",
    ],
    unseen: [
      "=a single {wordsFlag} {wordsThing} already makes it true, it takes the whole lot",
      "require the whole list of {wordsThings} to be {wordsFlag}",
    ],
    vars: {
      flag: [
        "paid",
        "done",
        "ready",
        "approved",
        "valid",
        "confirmed",
        "delivered",
        "signed",
        "checked",
        "active",
      ],
    },
    code: [
      `
      ƒ «isComplete|canClose|canFinish»(‹other›: ‹Other›): boolean {
        «if (‹other›.‹things›.length === 0) return false;
        |»«const isBlocked = ‹other›.notes.some((note) => note.blocking);
        |»return ‹other›.‹things›.⟦some→every⟧((‹thing›) => ‹thing›.‹flag›);
      ƒ}
      `,
      `
      export class ‹Other› {
        constructor(readonly ‹things›: ‹Thing›[]) {}

        get has‹Things›() {
          return this.‹things›.length > 0;
        }

        get isAll‹Flag›() {
          return this.‹things›.⟦some→every⟧((one) => one.‹flag›);
        }«

        get hasErrors() {
          return this.‹things›.some((one) => one.error !== null);
        }|»
      }
      `,
      `
      export function ‹Other›Footer({ ‹things›, onContinue }: ‹Other›FooterProps) {
        const isReady = ‹things›.⟦some→every⟧(({ ‹flag› }) => ‹flag›);
        const hasWarnings = ‹things›.some(({ warning }) => warning !== undefined);
        return (
          <footer>
            {hasWarnings && <p>Please check the warnings</p>}
            <button disabled={!isReady} onClick={onContinue}>«Continue|Next|Finish»</button>
          </footer>
        );
      }
      `,
      `
      ƒ async close‹Other›(id: string) {
        const ‹things› = await load‹Things›(id);
        ‹fill›
        if (!‹things›.⟦some→every⟧((‹thing›) => ‹thing›.status === "‹flag:kebab›")) {
          throw new Error("‹other:Words› cannot be closed yet");
        }
        await close(id);
      ƒ}
      `,
    ],
  }),
  sketched("some-not-every", {
    seen: [
      "=should be true as soon as one {wordsThing} is {wordsFlag}",
      "=[one|a single] {wordsFlag} {wordsThing} [is enough|should be enough|will do]",
      "=it's only true when all {wordsThings} are {wordsFlag}, one should do",
      "=true for an empty list, but there's no {wordsFlag} {wordsThing} in it",
      "=any {wordsFlag} {wordsThing} should [count|do|be enough]",
      "=[shouldn't|doesn't] one {wordsFlag} {wordsThing} [do|suffice]?",
      "=some instead of every, one {wordsFlag} {wordsThing} suffices",
      "=doesn't notice if only one of the {wordsThings} is {wordsFlag}",
      "=at least one {wordsThing} must be {wordsFlag}, not all",
      "=why do all {wordsThings} have to be {wordsFlag}? one is enough",
      "check for any {wordsFlag} {wordsThing}, not for all[ of them|]",
      "=no need for every {wordsThing} to be {wordsFlag}, just one",
      "=with no {wordsThings} at all it's true",
      "=misses it when just one {wordsThing} is {wordsFlag}",
      "=[wrong quantifier|all instead of any]: one is enough",
      "=with one of five {wordsFlag} it [says no|is false|says false]",
    ],
    unseen: [
      "=it takes just a single {wordsThing} that is {wordsFlag}",
      "be happy with one {wordsFlag} {wordsThing}",
    ],
    vars: {
      flag: [
        "overdue",
        "failed",
        "urgent",
        "expired",
        "unread",
        "blocked",
        "invalid",
        "late",
        "flagged",
        "broken",
      ],
    },
    code: [
      `
      ƒ needsAttention(‹things›: ‹Thing›[]) {
        «const visible = ‹things›.filter((‹thing›) => !‹thing›.hidden);
        return visible|const areLoaded = ‹things›.every((‹thing›) => ‹thing›.isLoaded);
        return areLoaded && ‹things›|return ‹things›».⟦every→some⟧((‹thing›) => ‹thing›.‹flag›);
      ƒ}
      `,
      `
      export class ‹Thing›Board {
        constructor(private ‹things›: ‹Thing›[]) {}

        has‹Flag›(): boolean {
          return this.‹things›.⟦every→some⟧((one) => one.‹flag›);
        }

        isFinished(): boolean {
          return this.‹things›.every((one) => one.finished);
        }
      }
      `,
      `
      export function ‹Thing›Badge({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const is‹Flag› = ‹things›.⟦every→some⟧((‹thing›) => ‹thing›.‹flag›);
        «const areSaved = ‹things›.every((‹thing›) => ‹thing›.saved);
        if (!areSaved) return null;
        |»return <span className={is‹Flag› ? "badge badge-red" : "badge"}>{‹things›.length}</span>;
      }
      `,
    ],
  }),
  sketched("concat-is-lost", {
    seen: [
      "=the [new|fetched|second page of] {wordsThings} never show up in the result",
      "=concat doesn't [change|modify] the array",
      "=result of concat is [thrown away|ignored|lost]",
      "={all} [stays|is always|is still] empty",
      "=always returns an empty list",
      "push them into {all}[ instead of concat|]",
      "=nothing [is ever|gets] added to {all}",
      "=why is {all} always empty?",
      "=concat returns a new array, [use push here|push them instead]",
      "=the {wordsThings} aren't collected",
      "=the {wordsThings} of each {wordsOther} get lost",
      "=i get an empty array back even though there are {wordsThings}",
      "=[comes|always comes] back empty",
      "=concat [doesn't mutate|isn't in place|leaves {all} alone]",
      "=return value of concat [is ignored|isn't used|goes nowhere]",
      "append to {all} [properly|for real]",
    ],
    unseen: [
      "=comes back with nothing in it, whatever the input",
      "really append the {wordsThings} to {all}",
    ],
    vars: { all: ["all", "result", "collected", "found", "list", "merged", "all‹Things›"] },
    code: [
      `
      ƒ collect‹Things›(‹others›: ‹Other›[]): ‹Thing›[] {
        const ‹all›: ‹Thing›[] = [];
        for (const ‹other› of ‹others›) {
          «if (!‹other›.isActive) continue;
          |»⟦‹all›.concat(‹other›.‹things›)→‹all›.push(...‹other›.‹things›)⟧;
        }
        return ‹all›;
      ƒ}
      `,
      `
      ƒ async loadAll‹Things›(‹others›: ‹Other›[]) {
        const ‹all›: ‹Thing›[] = [];
        «const defaults = BASE.concat(EXTRA);
        |»for (const ‹other› of ‹others›) {
          const page = await fetch‹Things›(‹other›.id);
          ⟦‹all›.concat(page)→‹all›.push(...page)⟧;
          ‹fill›
        }
        return ‹all›;
      ƒ}
      `,
      `
      ƒ walk(‹other›: ‹Other›): ‹Thing›[] {
        const ‹all› = [] as ‹Thing›[];
        ‹other›.children.forEach((child) => {
          ⟦‹all›.concat(walk(child))→‹all›.push(...walk(child))⟧;
        });
        «return ‹all›;|‹all›.sort((a, b) => a.order - b.order);
        return ‹all›;»
      ƒ}
      `,
    ],
  }),
  sketched("keep-zeros-in-filter", {
    seen: [
      "=[zeros|0s|zeroes] are [dropped|lost|filtered out] [too|as well]",
      "=a {wordsField} of 0 disappears",
      "=entries that are 0 go missing",
      "only [drop|remove|filter out] null and undefined, [keep 0|0 is fine]",
      "=filter(Boolean) throws away the zeros",
      "=0 is a valid {wordsField}",
      "keep the zeros[ pls|]",
      "=why isn't 0 in the list of {wordsField}s?",
      "=the average is too high, zeros aren't counted",
      "=0 shouldn't be treated as missing here, just null and undefined",
      "=can a {wordsField} of 0 stay in? only the missing ones should go",
      "check for null/undefined and not for truthiness",
      "=a value of 0 isn't shown",
      "=falsy isn't the same as missing",
      "=zero [counts too|is a value]",
    ],
    unseen: ["=someone with a {wordsField} of zero isn't in there", "=a zero must survive the filter"],
    vars: {
      field: [
        "score",
        "rating",
        "temperature",
        "balance",
        "amount",
        "age",
        "delay",
        "offset",
        "distance",
        "height",
      ],
    },
    code: [
      `
      ƒ average‹Field›(‹things›: ‹Thing›[]) {
        const known = ‹things›.map((‹thing›) => ‹thing›.‹field›).filter(⟦Boolean→(‹field›) => ‹field› != null⟧);
        if (known.length === 0) return null;
        return known.reduce((a, b) => a + b, 0) / known.length;
      ƒ}
      `,
      `
      ƒ collect‹Field›s(‹things›: ‹Thing›[]): number[] {
        const names = ‹things›.map(({ name }) => name).filter(Boolean);
        console.log("from", names.join(", "));
        return ‹things›.map(({ ‹field› }) => ‹field›).filter(⟦Boolean→(‹field›) => ‹field› != null⟧);
      ƒ}
      `,
      `
      ƒ ‹thing›Chart(readings: Reading[]) {
        const labels = readings.map((one) => one.label).filter(Boolean);
        ‹fill›
        const ‹field›s = readings
          .map((one) => one.‹field›)
          .filter(⟦Boolean→(‹field›) => ‹field› != null⟧);
        return { labels, min: Math.min(...‹field›s), max: Math.max(...‹field›s) };
      ƒ}
      `,
      `
      ƒ with‹Field›(‹things›: ‹Thing›[]) {
        return ‹things›.filter((‹thing›) => ⟦‹thing›.‹field›→‹thing›.‹field› != null⟧«).sort((a, b) => a.‹field› - b.‹field›|»);
      ƒ}
      `,
    ],
  }),
  sketched("last-few", {
    seen: [
      "=should be the last {n}[ {wordsThings}|], [not everything after the first {n}|it drops the first {n}]",
      "=i want the last {n} {wordsThings}, it gives me all but the first {n}",
      "=returns too many {wordsThings}, only the {n} at the end are wanted",
      "take the last {n}[ of them|]",
      "=only the {n} {wordsThings} at the end[ please| pls|]",
      "=negative index[ missing|] in the slice, should count from the end",
      "=with fewer than {n} {wordsThings} nothing is left, it should give the last {n}",
      "=why does it skip the first {n}? should be the last {n} {wordsThings}",
      "count from the end: the last {n} {wordsThings}",
      "=the last {n} {wordsThings} are what [we need|i need|is wanted] here",
      "=slice is the wrong way round, last {n} please",
      "=i [get|see] the wrong end of the list",
      "=want only the [newest|latest] {n}, they're at the end",
      "=missing minus[ sign|] in the slice",
    ],
    unseen: [
      "=the tail of {n} {wordsThings}, not the rest after {n}",
      "=the {n} most recent ones are at the end of the list, take those",
    ],
    rows: [
      [
        { n: "3", sig: "", more: "" },
        { n: "5", sig: "", more: "" },
        { n: "7", sig: "", more: "" },
        { n: "10", sig: "", more: "" },
        { n: "20", sig: "", more: "" },
        { n: "50", sig: "", more: "" },
        { n: "limit", sig: "limit: number", more: ", limit: number" },
        { n: "max", sig: "max: number", more: ", max: number" },
        { n: "count", sig: "count = 5", more: ", count = 5" },
      ],
    ],
    code: [
      `
      ƒ last‹Things›(‹things›: ‹Thing›[]‹more›) {
        «const shown = ‹things›.filter((one) => !one.hidden);
        return shown|return ‹things›|const rest = queue.slice(2);
        return ‹things›».slice(⟦‹n›→-‹n›⟧);
      ƒ}
      `,
      `
      class ‹Thing›History {
        private ‹things›: ‹Thing›[] = [];

        add(‹thing›: ‹Thing›) {
          this.‹things›.push(‹thing›);
        }

        recent(‹sig›) {
          return this.‹things›.slice(⟦‹n›→-‹n›⟧)«.reverse()|»;
        }

        all() {
          return this.‹things›.slice(0);
        }
      }
      `,
      `
      ƒ summarize‹Things›({ ‹things› }: ‹Other›‹more›) {
        const [first] = ‹things›;
        const recent = ‹things›.slice(⟦‹n›→-‹n›⟧);
        ‹fill›
        return { «first, |»recent, total: ‹things›.length };
      ƒ}
      `,
    ],
  }),
  sketched("first-in-first-out", {
    seen: [
      "=the newest {wordsThing} is [handled|taken|run] first, should be the oldest",
      "=order is reversed, first in first out please",
      "make it [fifo|first in, first out]",
      "=the first {wordsThing} waits forever when new ones keep coming",
      "=should take the {wordsThing} that was added first",
      "=takes the [last|latest] {wordsThing} from the queue",
      "take [{wordsThings}|them|the next one] from the front",
      "use shift[, not| instead of] pop",
      "=it's a stack, but a queue is wanted",
      "=why are the {wordsThings} processed backwards?",
      "=lifo, should be fifo",
      "=[old|the older] {wordsThings} never get their turn",
      "process the {wordsThings} in the order they came in",
      "=whoever waits longest should be [next|first|served first]",
      "=takes them from the wrong end",
      "=[queue|it] behaves like a stack",
      "=oldest [first|one first|{wordsThing} first]",
    ],
    unseen: ["=whoever comes last is served first", "=oldest {wordsThing} first, as in a proper queue"],
    vars: { queue: ["queue", "pending", "waiting", "backlog", "‹things›", "inbox", "todo"] },
    code: [
      `
      export class ‹Thing›Queue {
        private readonly ‹queue›: ‹Thing›[] = [];
        private readonly undoStack: ‹Thing›[] = [];

        add(‹thing›: ‹Thing›) {
          this.‹queue›.push(‹thing›);
        }«

        undo() {
          return this.undoStack.pop();
        }

        next(): ‹Thing› {
          return this.‹queue›.⟦pop→shift⟧();
        }|

        next() {
          return this.‹queue›.⟦pop→shift⟧();
        }

        undo(): ‹Thing› {
          return this.undoStack.pop();
        }»
      }
      `,
      `
      ƒ async drain(‹queue›: ‹Thing›[]) {
        while (‹queue›.length > 0) {
          const ‹thing› = ‹queue›.⟦pop→shift⟧();
          ‹fill›
          await handle‹Thing›(‹thing›);
        }
      ƒ}
      `,
      `
      const ‹queue›: ‹Thing›[] = [];
      const free: Worker[] = [];

      ƒ submit(‹thing›: ‹Thing›) {
        ‹queue›.push(‹thing›);
        dispatch();
      ƒ}

      ƒ dispatch() {
        while (‹queue›.length > 0 && free.length > 0) {
          const ‹thing› = ‹queue›.⟦pop→shift⟧();
          const worker = free.pop();
          worker.run(‹thing›);
        }
      ƒ}
      `,
    ],
  }),
];

import type { Choices } from "../choices/index.ts";
import type { Phrasings } from "../phrasing/index.ts";
import type { Sample } from "../syntax/index.ts";

/** Requests that this model cannot fulfil. The only right answer is to say so. */
const OUT_OF_SCOPE: Phrasings = {
  seen: [
    "[explain|describe] [this code|what this does|how this works][| to me]",
    "=what does this [function|code] do?",
    "=why is this [needed|so slow|here]?",
    "=what is the time complexity of this?",
    "=is this code [correct|safe|thread-safe|any good]?",
    "[translate|convert|port|rewrite] [this|it] [to|into|in] [Python|Java|Rust|Go|C#|C++|Kotlin|Swift|Ruby|PHP|Haskell|Scala|Lua]",
    "write [unit |integration |]tests[| for this][| with jest| with mocha| with vitest]",
    "add [a test|test cases|tests] for the edge cases",
    "implement {thing}",
    "write a function that [computes|finds|parses|validates] {thing}",
    "add a [button|form|modal|dialog|menu|table|chart|search field] [for|with] {thing}",
    "build a [page|dashboard|REST API|login screen|CLI|server] for {thing}",
    "[connect|hook] [this|it] [up |]to [the database|Redis|Postgres|MongoDB|Kafka|the API|GraphQL|Stripe|S3|Firebase]",
    "add [caching with Redis|authentication|authorization|rate limiting|pagination|retries with backoff|dark mode|internationalization|undo|drag and drop|websockets|telemetry]",
    "[migrate|port] [this|it] to [React|Vue|Svelte|Angular|hooks|Next.js|Redux|RxJS|GraphQL|Deno|Tailwind]",
    "make [this|it] [look nicer|pretty|responsive|accessible|production ready|more elegant|cleaner|better]",
    "refactor this[| properly| to be more modular| using design patterns| to use dependency injection]",
    "use the [strategy|observer|visitor|factory|builder|singleton] pattern",
    "split this into [several|smaller] [files|modules|functions]",
    "fix [all|the] security [issues|vulnerabilities]",
    "=there is a memory leak[ somewhere|], [find|fix] it",
    "=users report that {thing} is [broken|wrong], [fix|debug] it",
    "fix the [flaky|failing] test",
    "make the tests pass",
    "summarize [this|the code][| in one sentence]",
    "review [this|my code]",
    "=hello[| there]",
    "=thank you[!|, that was great]",
    "=write me a poem about {thing}",
    "=what's the weather like?",
    "generate [documentation for the whole project|a README|a changelog|a commit message|sample data|mock data]",
    "simulate {thing}",
    "use WebAssembly[| for this]",
    "sort {thing} by {thing2} and group the result by {thing3}",
    "add support for {thing}[| and {thing2}]",
    "=the output should look like {thing} followed by {thing2}",
    "train a model [on|for] {thing}",
    "draw {thing} on a canvas",
    "send an email when {thing} [changes|is done]",
    "schedule this [every hour|at midnight|with cron]",
    "deploy this[| to production| to AWS]",
    "encrypt {thing}",
    "handle [time zones|leap years|unicode|right-to-left text|very large files|concurrent access] correctly",
    "parse {thing} from a [PDF|CSV|XML|YAML] file",
  ],
  unseen: [
    "=can you tell me in your own words what happens here?",
    "turn this into [Elixir|Dart|Perl|Julia|Zig]",
    "=which library would be best for {thing}?",
    "estimate how long this takes for a million {thing}s",
    "come up with a game that uses {thing}",
    "make the whole thing event-driven",
    "=our customers want {thing} to work offline",
    "cover this with property-based tests",
    "wire {thing} into the payment flow",
    "find out why {thing} is undefined in production",
    "create an [iOS|Android] app from this",
    "add voice control",
  ],
};

export function scopeSlots(sample: Sample, choose: Choices): Record<string, string> {
  const thing = () => choose.variable(sample);
  return { thing: thing(), thing2: thing(), thing3: thing() };
}

/** Requests that name something. If the code does not have it, there is no right edit. */
const MISSING_TARGET: Phrasings = {
  seen: [
    "rename {old} to {new}",
    "rename the [variable|function|parameter] {old} to {new}",
    "={old} should be called {new}",
    "remove the parameter {old}",
    "inline the variable {old}",
    "await {old}",
    "call {new} instead of {old}",
    "make {old} default to {value}",
    "remove the call of {old}",
    "swap {old} and {new}",
    "={old} is a {type}, annotate it",
    "log {old}",
    "destructure {old}",
  ],
  unseen: [
    "let {old} go by {new}",
    "{old} has to be dealt with asynchronously",
    "no more {old} in the signature",
  ],
};

/** "Make it faster" for code that no family can make faster. */
const NOTHING_TO_SPEED_UP: Phrasings = {
  seen: [
    "optimize [this code|this|the code|it|this function]",
    "make [this|it|the code] [faster|more efficient|quicker]",
    "[improve|speed up] [the performance|this|the code]",
  ],
  unseen: ["squeeze more speed out of this"],
};

/** The wordings of out-of-scope requests, by name. */
export const SCOPE_PHRASINGS = { OUT_OF_SCOPE, MISSING_TARGET, NOTHING_TO_SPEED_UP };

export type ScopePhrasings = typeof SCOPE_PHRASINGS;

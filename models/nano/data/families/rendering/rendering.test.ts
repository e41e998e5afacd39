import { expect, it } from "vitest";
import { Choices } from "../../choices/index.ts";
import { parses } from "../../syntax/index.ts";
import { familyOf, sampleOf } from "../edit-of.fixture.ts";

/** [family, what is new on the lines that change]. */
const ADDED: readonly (readonly [string, RegExp])[] = [
  ["add-key", / key=\{[\w.]+\}/],
  ["also-key", / \|\| \w+\.key === |^\s*case /],
  ["alt-text", /alt=\{\w+\.\w+\}/],
  ["aria-label", /aria-label="[^"]+"/],
  ["auto-complete", /autoComplete="[\w-]+"/],
  ["auto-focus", /autoFocus/],
  ["checked-not-value", /\.checked\)/],
  ["class-name-prop", /className(\?: string)?/],
  ["class-when", /(&&|\?) ["'][\w-]+["']/],
  ["clear-after-submit", /^\s*set\w+\((""|'')\);?$/],
  ["clear-timer", /return \(\) => (clear|cancel)\w+\(\w+\);?$/],
  ["clear-too", /^\s*return \{ \.\.\.\w+, .+ \};?$/],
  ["default-prop", /\{ .*\w+ = .+ \}/],
  ["entry-and-type", /[|] ["'][\w-]+["'];?$|^\s*\w+: .+,$/],
  ["plain-return-type", /\): [\w<>[\] |]+ (=>|\{)/],
  ["type-props", /\}: \{ .+ \}\)/],
  ["copy-not-mutate", /^\s*return (\[|\{).*\.\.\..+[\]}];?$/],
  ["disable-while", /disabled=\{\w+\}/],
  ["effect-dependency", /^\s*\}, \[[\w, ]+\]\);?$/],
  ["handler-called", /=\{\(\) => \w+\(/],
  ["hide-when-empty", /\.length > 0 && |^/],
  ["no-duplicates", /^\s*if \(.+\.(includes|some)\(.+\)|^\s*return( \w+)?;?$|^\s*\}$/],
  ["passive-listener", /, \{ passive: true \}\);?$/],
  ["try-ignore", /^\s*(try \{|\} catch \{|\/\/ ignore|\}|[\w.]+\(.*\);?)$/],
  ["lazy-image", /loading="lazy"/],
  ["open-in-new-tab", /target="_blank"|rel="noopener noreferrer"|^/],
  ["prevent-default", /^\s*\w+\.preventDefault\(\);?$/],
  ["remove-listener", /return \(\) => \w+\.removeEventListener\(["']\w+["'], \w+\);?$/],
  ["render-nothing", /^$|^\s*if \(!\w+\) return null;?$/],
  ["rest-props", /\.\.\.rest/],
  ["show-when-empty", /^$|\.length === 0\) \{$|return <p>.+<\/p>|^\s*\}$/],
  ["stop-propagation", /^\s*\w+\.stopPropagation\(\);?$/],
  ["stray-zero", /\{[\w.]+ > 0 && /],
  ["text-content", /\.textContent = /],
  ["updater-form", /\(\(prev\) => .+\)/],
  ["use-callback", /useCallback\(|\}, \[\w*\]\);?$/],
];

it.each(ADDED)("%s adds only lines of what is asked for", (name, added) => {
  for (let seed = 0; seed < 40; seed++) {
    const edit = familyOf(name).apply(sampleOf("const a = 1;"), new Choices(seed));
    const { before = "", after, language = "ts" } = edit ?? { after: "" };
    for (const code of [before, after]) expect(parses(code, language), code).toBe(true);
    const old = new Set(before.split("\n"));
    const fresh = after.split("\n").filter((line) => !old.has(line));
    expect(fresh.length, after).toBeGreaterThan(0);
    expect(fresh.filter((line) => !added.test(line))).toEqual([]);
  }
});

it("effect-dependency, clear-timer and class-when use the names in their slots", () => {
  const lengths = (name: string) =>
    Array.from({ length: 30 }, (_, seed) => familyOf(name).apply(sampleOf("a;"), new Choices(seed)));
  for (const edit of lengths("effect-dependency")) expect(edit?.after).toContain(`${edit?.slots["name"]}])`);
  for (const edit of lengths("clear-timer")) expect(edit?.after).toContain(`${edit?.slots["clear"]}(`);
  for (const edit of lengths("class-when")) {
    const { cls, flag } = edit?.slots ?? {};
    expect(edit?.after).toMatch(new RegExp(`${flag} (&&|\\?) ["']${cls}["']`));
  }
});

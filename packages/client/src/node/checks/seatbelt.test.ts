import { mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { seatbeltProfile } from "./seatbelt.ts";

const SCRATCH = "/private/var/folders/x/T/flint-check-1";

type Rule = readonly [verdict: string, operation: string, places: readonly string[]];

function rulesOf(profile: string): Rule[] {
  return [...profile.matchAll(/^\((allow|deny) ([\w*-]+)(.*)\)$/gm)].map(
    ([, verdict = "", operation = "", rest = ""]) => {
      const places = [...rest.matchAll(/\(subpath ("(?:[^"\\]|\\.)*")\)/g)];
      return [verdict, operation, places.map(([, text = ""]) => JSON.parse(text) as string)] as const;
    },
  );
}

/** What the last rule says that matches, as macOS decides. */
function decide(profile: string, operation: string, path: string): string | undefined {
  const isFor = (name: string) =>
    name === "default" || name === operation || name === `${operation.replace(/-\w+$/, "")}*`;
  const isIn = (places: readonly string[]) =>
    places.length === 0 || places.some((place) => path === place || path.startsWith(`${place}/`));
  return rulesOf(profile).findLast(([, name, places]) => isFor(name) && isIn(places))?.[0];
}

const profile = seatbeltProfile({
  home: "/Users/ann",
  readable: ["/Users/ann/.nvm/versions/node/v20"],
  project: { workspace: "/Users/ann/code/app", alone: false },
  scratch: SCRATCH,
});

test.each([
  ["file-read-data", "/Users/ann/.ssh/id_ed25519", "deny"],
  ["file-read-data", "/Users/ann/Library/Keychains/login.keychain-db", "deny"],
  ["file-read-data", "/Users/ann/code/other/secret.ts", "deny"],
  ["file-read-data", "/Users/ann/code/app/.git/config", "deny"],
  ["file-read-data", "/Users/ann/code/app/node_modules/helper/index.js", "allow"],
  ["file-read-data", "/Users/ann/.nvm/versions/node/v20/bin/node", "allow"],
  ["file-read-data", "/opt/homebrew/bin/node", "allow"],
  ["file-read-data", `${SCRATCH}/project/src/a.ts`, "allow"],
  ["file-read-metadata", "/Users/ann/code", "allow"],
  ["file-write-data", `${SCRATCH}/project/src/a.ts`, "allow"],
  ["file-write-data", "/dev/null", "allow"],
  ["file-write-data", "/Users/ann/code/app/src/a.ts", "deny"],
  ["file-write-data", "/private/tmp/a", "deny"],
  ["network-outbound", "", "deny"],
  ["network-bind", "", "deny"],
])("on macOS, %s of %s: %s", (operation, path, verdict) => {
  expect(decide(profile, operation, path)).toBe(verdict);
});

test("on macOS, a file whose only project is the home is checked without the home", () => {
  const alone = seatbeltProfile({
    home: "/Users/ann",
    readable: [],
    project: { workspace: "/Users/ann", alone: true },
    scratch: SCRATCH,
  });
  expect(decide(alone, "file-read-data", "/Users/ann/.ssh/id_ed25519")).toBe("deny");
  expect(decide(alone, "file-read-data", `${SCRATCH}/project/a.ts`)).toBe("allow");
});

test("a folder behind a link is named as the system knows it", async () => {
  const root = await realpath(await mkdtemp(join(tmpdir(), "flint-home-")));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, "real"));
  await symlink("real", join(root, "home"));
  const linked = seatbeltProfile({
    home: join(root, "home"),
    readable: [],
    project: { workspace: join(root, "elsewhere"), alone: false },
    scratch: SCRATCH,
  });
  expect(decide(linked, "file-read-data", join(root, "real/.ssh/id"))).toBe("deny");
});

test("quotes in a folder's name stay within the rule", () => {
  const odd = seatbeltProfile({
    home: "/Users/ann",
    readable: [],
    project: { workspace: '/Users/ann/a") (subpath "/Users/ann', alone: false },
    scratch: SCRATCH,
  });
  expect(decide(odd, "file-read-data", "/Users/ann/.ssh/id")).toBe("deny");
});

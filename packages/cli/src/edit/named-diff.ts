/** A unified diff whose header names the file, as `git diff` has it. */
export function namedDiff(diff: string, name: string): string {
  if (diff === "") return "";
  const start = diff.indexOf("@@");
  const path = name.replace(/^\/+/, "");
  return `--- a/${path}\n+++ b/${path}\n${diff.slice(start)}`;
}

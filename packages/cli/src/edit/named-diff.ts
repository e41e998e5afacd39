/** A unified diff whose header names the file, as `git diff` has it. */
export function namedDiff(diff: string, name: string): string {
  if (diff === "") return "";
  const start = diff.indexOf("@@");
  return `--- a/${name}\n+++ b/${name}\n${diff.slice(start)}`;
}

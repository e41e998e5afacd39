/** A package whose code is used. */
export interface SourcePackage {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier, as in the package's manifest. */
  readonly licence: string;
  /** Whether the package is never trained on: its code is for measuring the model. */
  readonly heldOut: boolean;
}

/** Licences that allow training on the code and distributing the result. */
const PERMISSIVE = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "MIT-0",
  "Unlicense",
]);

/** Parses `packages.txt`: one `name@version licence [held-out]` per line, `#` before comments. */
export function readPackageList(text: string): SourcePackage[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [specifier = "", licence = "", mark] = line.trim().split(/\s+/);
      const at = specifier.lastIndexOf("@");
      if (at < 1 || !PERMISSIVE.has(licence) || (mark !== undefined && mark !== "held-out"))
        throw new Error(
          `packages.txt: "${line}" is not "name@version licence [held-out]" with a permissive licence`,
        );
      return {
        name: specifier.slice(0, at),
        version: specifier.slice(at + 1),
        licence,
        heldOut: mark === "held-out",
      };
    });
}

/** Returns the file name that `npm pack` gives to a package's archive. */
export function archiveName({ name, version }: Pick<SourcePackage, "name" | "version">): string {
  return `${name.replace(/^@/, "").replace("/", "-")}-${version}.tgz`;
}

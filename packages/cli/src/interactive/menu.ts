import { join, sep } from "node:path";
import { isCancel, path, select, text } from "@clack/prompts";
import type { EditResult } from "@flint/client";
import { brokenAt, objection } from "../edit/index.ts";
import { type Example, shortPath } from "./examples.ts";

/** A file to edit and the instruction to propose; null to quit. */
export async function pickFile(examples: readonly Example[]): Promise<Example | null> {
  const options = [
    ...examples.map((example) => ({ value: example, label: example.path, hint: example.instruction })),
    { value: "file" as const, label: "another file…" },
    { value: "quit" as const, label: "quit" },
  ];
  const picked =
    examples.length === 0
      ? "file"
      : await select<Example | "file" | "quit">({ message: "What shall be edited?", options });
  if (isCancel(picked) || picked === "quit") return null;
  if (picked !== "file") return picked;
  const chosen = await path({ message: "Which file?", root: join(process.cwd(), sep) });
  return isCancel(chosen) ? null : { path: shortPath(chosen), instruction: "" };
}

/** The instruction; null to go back. Enter alone takes the proposed one. */
export async function askInstruction(proposed: string, typed: string): Promise<string | null> {
  const answer = await text({
    message: "What shall be changed?",
    ...(proposed !== "" && { placeholder: proposed, defaultValue: proposed }),
    ...(typed !== "" && { initialValue: typed }),
    validate: (value) => ((value ?? "").trim() === "" && proposed === "" ? "Say what to change." : undefined),
  });
  return isCancel(answer) ? null : answer;
}

export type Decision = "accept" | "retry" | "file" | "quit";

/** What to do with a result. Only one that may be written is offered for it. */
export async function askDecision(result: EditResult, name: string): Promise<Decision> {
  const objected = objection(result, name, false);
  const broken = objected?.code === "answer_broken";
  const acceptable = !result.unchanged && (objected === null || broken);
  const picked = await select<Decision>({
    message: `${messageOf(result)}What next?`,
    options: [
      ...(acceptable
        ? [
            {
              value: "accept" as const,
              label: `accept: write ${name}`,
              ...(broken && { hint: brokenAt(result) }),
            },
          ]
        : []),
      {
        value: "retry",
        label: acceptable ? "reject, and try another instruction" : "try another instruction",
      },
      { value: "file", label: acceptable ? "reject, and edit another file" : "edit another file" },
      { value: "quit", label: "quit" },
    ],
    initialValue: acceptable && !broken ? "accept" : "retry",
  });
  return isCancel(picked) ? "quit" : picked;
}

function messageOf({ declined, unchanged }: EditResult): string {
  if (declined !== null) return "The model declines. ";
  return unchanged ? "Nothing to change. " : "";
}

export type AfterAccept = "undo" | "retry" | "file" | "quit";

export async function askAfterAccept(name: string): Promise<AfterAccept> {
  const picked = await select<AfterAccept>({
    message: `${name} is written. What next?`,
    options: [
      { value: "retry", label: "edit it further" },
      { value: "file", label: "edit another file" },
      { value: "undo", label: `undo: write ${name} as it was` },
      { value: "quit", label: "quit" },
    ],
  });
  return isCancel(picked) ? "quit" : picked;
}

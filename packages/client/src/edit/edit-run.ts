import { type Join, joinTurnEvents, LiveTurn } from "../turn/index.ts";
import type { EditContext } from "./edit-context.ts";
import type { EditEvent } from "./edit-event.ts";
import type { EditMaking, MakeEdit } from "./edit-making.ts";
import type { EditResult } from "./edit-result.ts";
import type { EditTask } from "./edit-task.ts";
import type { EditTurn } from "./edit-turn.ts";
import type { Preview } from "./preview.ts";

/** A running edit as its caller sees it, also while its code is read and what makes it is loaded. */
export class EditRun extends LiveTurn<EditResult, EditEvent> implements EditTurn {
  readonly #context: EditContext;
  readonly #prediction: string | null;
  #making: EditMaking | null = null;

  /** `prediction` as the caller gave it. */
  constructor(context: EditContext, prediction: string | null | undefined) {
    super(context.turnEvents, joinEditEvents);
    this.#context = context;
    this.#prediction = prediction ?? null;
  }

  get prediction(): string | null {
    return this.#making === null ? this.#prediction : this.#making.prediction;
  }

  get mode(): "whole" | "anchored" | null {
    return this.#making?.mode ?? null;
  }

  preview(): Preview {
    return this.#making?.preview() ?? { pieces: [], arrivedLines: 0 };
  }

  /** Sends the edit. Throws {@link FlintError} `invalid_argument`. */
  begin(task: EditTask, makeEdit: MakeEdit): void {
    this.#making = makeEdit(this, this.#context, task);
  }
}

export const joinEditEvents: Join<EditEvent> = (first, second) => {
  if (first.type === "hunk" || second.type === "hunk") return null;
  const joined = joinTurnEvents(first, second);
  return joined?.type === "text" || joined?.type === "progress" ? joined : null;
};

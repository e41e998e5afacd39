export { type Difference, difference } from "./answer.ts";
export { ANSWERS, type AnswerName, ask, CODE, EDITED, INSTRUCTION, scenario, TOOL } from "./scenario.ts";

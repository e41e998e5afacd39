export { claim, holderOf, type Refusal } from "./claim.ts";

import { load, type Player } from "./solution.ts";

const player: Player = { nickname: "ada", score: 1 };
export const names: string[] = [player, ...load("")].map(({ nickname }) => nickname);

export interface Player {
  readonly nickname: string;
  readonly score: number;
}

/** One line of a save file. */
interface Stored {
  readonly nm: string;
  readonly s: number;
}

export function save(players: readonly Player[]): string {
  return players
    .map(({ nickname, score }): string => JSON.stringify({ nm: nickname, s: score } satisfies Stored))
    .join("\n");
}

export function load(text: string): Player[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Stored)
    .map((stored) => ({ nickname: stored.nm, score: stored.s }));
}

export function ranking(players: readonly Player[]): string[] {
  return [...players]
    .sort((a, b) => b.score - a.score || a.nickname.localeCompare(b.nickname))
    .map((player, i) => `${i + 1}. ${player.nickname} (${player.score})`);
}

export function findPlayer(players: readonly Player[], nickname: string): Player | undefined {
  return players.find((player) => player.nickname.toLowerCase() === nickname.toLowerCase());
}

export interface Player {
  readonly nm: string;
  readonly score: number;
}

/** One line of a save file. */
interface Stored {
  readonly nm: string;
  readonly s: number;
}

export function save(players: readonly Player[]): string {
  return players.map(({ nm, score }): string => JSON.stringify({ nm, s: score } satisfies Stored)).join("\n");
}

export function load(text: string): Player[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Stored)
    .map((stored) => ({ nm: stored.nm, score: stored.s }));
}

export function ranking(players: readonly Player[]): string[] {
  return [...players]
    .sort((a, b) => b.score - a.score || a.nm.localeCompare(b.nm))
    .map((player, i) => `${i + 1}. ${player.nm} (${player.score})`);
}

export function findPlayer(players: readonly Player[], nm: string): Player | undefined {
  return players.find((player) => player.nm.toLowerCase() === nm.toLowerCase());
}

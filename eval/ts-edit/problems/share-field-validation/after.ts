export interface User {
  readonly name: string;
  readonly email: string;
}

export interface Team {
  readonly title: string;
  readonly members: number;
}

export class FieldError extends Error {}

/** The field's text, trimmed. */
export function requireString(data: Record<string, unknown>, field: string, maxLength: number): string {
  const value = data[field];
  if (typeof value !== "string" || value.trim() === "") {
    throw new FieldError(`${field} must be a text that is not empty`);
  }
  if (value.trim().length > maxLength) {
    throw new FieldError(`${field} must have at most ${maxLength} characters`);
  }
  return value.trim();
}

export function parseUser(data: Record<string, unknown>): User {
  const name = requireString(data, "name", 50);
  const email = requireString(data, "email", 200);
  return { name, email: email.toLowerCase() };
}

export function parseTeam(data: Record<string, unknown>): Team {
  const title = requireString(data, "title", 80);
  const members = Number(data.members);
  if (!Number.isInteger(members) || members < 1) {
    throw new FieldError("members must be a number from 1 on");
  }
  return { title, members };
}

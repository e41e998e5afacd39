export interface Session {
  readonly token: string;
  readonly user: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly expiresAt: number;
}

export const TTL_MS = 30 * 60 * 1000;

let counter = 0;

export function createSession(user: string, ttlMs: number = TTL_MS): Session {
  const createdAt = Date.now();
  counter++;
  return { token: `${user}-${counter}`, user, createdAt, expiresAt: createdAt + ttlMs };
}

export function isExpired(session: Session): boolean {
  return Date.now() >= session.expiresAt;
}

/** The session with a new lease; an expired one cannot be renewed. */
export function renew(session: Session, ttlMs: number = TTL_MS): Session {
  if (isExpired(session)) {
    throw new Error(`the session of ${session.user} has expired`);
  }
  return { ...session, expiresAt: Date.now() + ttlMs };
}

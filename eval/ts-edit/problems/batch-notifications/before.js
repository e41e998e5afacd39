export const BATCH_SIZE = 50;

export function messageFor(follower, post) {
  return { to: follower.email, subject: `New: ${post.title}`, text: `Hello ${follower.name}, read ${post.url}` };
}

/** Tells everybody who follows about a post. Returns the number of messages. */
export async function notifyFollowers(post, followers, mailer) {
  let sent = 0;
  for (const follower of followers) {
    if (follower.muted) continue;
    await mailer.send(messageFor(follower, post));
    sent++;
  }
  return sent;
}

export const BATCH_SIZE = 50;

export function messageFor(follower, post) {
  return { to: follower.email, subject: `New: ${post.title}`, text: `Hello ${follower.name}, read ${post.url}` };
}

/** Tells everybody who follows about a post. Returns the number of messages. */
export async function notifyFollowers(post, followers, mailer) {
  const messages = followers
    .filter((follower) => !follower.muted)
    .map((follower) => messageFor(follower, post));
  for (let start = 0; start < messages.length; start += BATCH_SIZE) {
    await mailer.sendMany(messages.slice(start, start + BATCH_SIZE));
  }
  return messages.length;
}

export function slug(title) {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/**
 * Uploads a draft and tells the followers. Answers with the address; null if the draft is not there.
 * `services` has find, upload, notify, log and unlock, all of which return promises.
 */
export async function publish(id, services) {
  let address = null;
  try {
    const draft = await services.find(id);
    if (draft) {
      const result = await services.upload(slug(draft.title), draft.body);
      address = result.address;
      const count = await services.notify(draft.author, address);
      await services.log(`${id}: ${count} told`);
    }
  } catch (error) {
    if (address === null) throw error;
    await services.log(`${id}: published, but ${error.message}`);
  } finally {
    await services.unlock(id);
  }
  return address;
}

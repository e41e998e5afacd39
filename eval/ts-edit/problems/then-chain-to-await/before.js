export function slug(title) {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/**
 * Uploads a draft and tells the followers. Answers with the address; null if the draft is not there.
 * `services` has find, upload, notify, log and unlock, all of which return promises.
 */
export function publish(id, services) {
  let address = null;
  return services
    .find(id)
    .then((draft) => {
      if (!draft) return null;
      return services
        .upload(slug(draft.title), draft.body)
        .then((result) => {
          address = result.address;
          return services.notify(draft.author, address);
        })
        .then((count) => services.log(`${id}: ${count} told`));
    })
    .catch((error) => {
      if (address === null) throw error;
      return services.log(`${id}: published, but ${error.message}`);
    })
    .finally(() => services.unlock(id))
    .then(() => address);
}

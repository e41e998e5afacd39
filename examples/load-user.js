function loadUser(id) {
  return fetch("/users/" + id)
    .then((response) => response.json())
    .then((user) => user.name);
}

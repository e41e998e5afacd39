function allowedUsers(users, allowed) {
  return users.filter((user) => allowed.includes(user.id));
}

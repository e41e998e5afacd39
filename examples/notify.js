function notify(user) {
  if (user && user.email) {
    send(user.email);
  }
}

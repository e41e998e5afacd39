function launchIn(seconds) {
  while (seconds !== 0) {
    log.push(seconds);
    seconds--;
  }
}

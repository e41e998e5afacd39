function launchIn(seconds) {
  if (seconds === 0) return;
  log.push(seconds);
  launchIn(seconds - 1);
}

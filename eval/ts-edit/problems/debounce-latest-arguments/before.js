/**
 * Calls `fn` when no further call has come for `ms`.
 * `clock` is there for tests: an object with setTimeout and clearTimeout.
 */
export function debounce(fn, ms, clock = globalThis) {
  let timer = null;
  let args = null;
  let self;

  function debounced(...latest) {
    if (timer === null) {
      args = latest;
      self = this;
    } else {
      clock.clearTimeout(timer);
    }
    timer = clock.setTimeout(debounced.flush, ms);
  }

  debounced.flush = () => {
    clock.clearTimeout(timer);
    timer = null;
    fn.apply(self, args);
  };

  debounced.cancel = () => {
    clock.clearTimeout(timer);
    timer = null;
  };

  return debounced;
}

export function throttle(fn, ms, now = Date.now) {
  let last = -Infinity;
  return (...args) => {
    if (now() - last < ms) return;
    last = now();
    fn(...args);
  };
}

/**
 * Calls `action` at once, then no sooner than `intervalMs` after the call before; what is asked for in
 * between becomes one call at the end of that time.
 */
export function atMostEvery(intervalMs: number, action: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let askedAgain = false;

  function run(): void {
    askedAgain = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (askedAgain) run();
    }, intervalMs);
    action();
  }

  const ask = () => {
    if (timer === undefined) run();
    else askedAgain = true;
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    askedAgain = false;
  };
  return { ask, stop };
}

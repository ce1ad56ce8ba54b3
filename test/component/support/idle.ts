/** Browsers tell when they have nothing to do; jsdom does not. */
globalThis.requestIdleCallback = (act) =>
  Number(setTimeout(() => act({ didTimeout: false, timeRemaining: () => 10 }), 0));
globalThis.cancelIdleCallback = (handle) => clearTimeout(handle);

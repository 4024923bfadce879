/** Assertions that run in both extension hosts (`node:assert` does not exist in a web worker), and waiting. */

/**
 * @param condition what must hold
 * @param message said when it does not
 * @throws Error with the message
 */
export function ok(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/**
 * Compares two values by what they hold (as JSON).
 * @throws Error that shows both
 */
export function equal<T>(actual: T, expected: T, message = 'not equal'): void {
  const [left, right] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (left !== right) throw new Error(`${message}\n  actual:   ${left}\n  expected: ${right}`);
}

/**
 * Asks again and again until there is an answer.
 * @param ask gives a value, or undefined or false for "not yet"
 * @param what is waited for, for the message
 * @param limitMs how long at most, in milliseconds
 * @throws Error when the time is up
 */
export async function waitFor<T>(ask: () => T | Promise<T>, what: string, limitMs = 10_000): Promise<NonNullable<T>> {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await ask();
    if (value !== undefined && value !== null && value !== false) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Waited ${limitMs} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

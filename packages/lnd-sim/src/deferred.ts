/**
 * A promise that is settled from outside. A rejection that nobody waits for is no fault, since what fails may be of no
 * interest any more.
 */
export class Deferred<T> {
  readonly promise: Promise<T>;
  /** The first call settles the promise, further ones do nothing. */
  resolve: (value: T) => void = () => {};
  reject: (reason: Error) => void = () => {};

  constructor() {
    this.promise = new Promise<T>((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.promise.catch(() => {});
  }
}

/** What is used of npm's aez, an implementation of AEZ v5 by a developer of lnd, which has no types of its own. */
declare module "aez" {
  const aez: {
    /** `additionalData` is a list of byte strings, `tau` the number of bytes that the ciphertext is longer. */
    encrypt(
      key: Buffer,
      nonce: Buffer | null,
      additionalData: readonly Buffer[],
      tau: number,
      plaintext: Buffer,
    ): Buffer;
    /** Null when the ciphertext was not made with this key and this additional data. */
    decrypt(
      key: Buffer,
      nonce: Buffer | null,
      additionalData: readonly Buffer[],
      tau: number,
      ciphertext: Buffer,
    ): Buffer | null;
  };
  export = aez;
}

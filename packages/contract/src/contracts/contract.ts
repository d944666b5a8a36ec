/** Something that is asked of a subject, to be run by any test runner. */
export interface ContractCase<Subject> {
  /** Stable: made of names, so that a runner can filter by it. */
  readonly id: string;
  /** A sentence that is true of a subject that keeps the contract. */
  readonly name: string;
  /** Resolves when it is so; rejects with a ContractError that says what was found instead. */
  run(subject: Subject): Promise<void>;
}

/** Cases as data: no runner is imported, and whoever has one loops over them. */
export interface Contract<Subject> {
  readonly name: string;
  readonly cases: readonly ContractCase<Subject>[];
}

/** A case that is not so. */
export class ContractError extends Error {
  override readonly name = "ContractError";
}

import { ElectionError, EtcdClientError } from "@leaderlab/election";
import { RpcError } from "@leaderlab/rpc";

/**
 * Does something and answers each refusal as UNKNOWN with its text: the election and lock services hand on the errors
 * of a Go client, which have lost their codes.
 */
export async function asUnknown<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EtcdClientError || error instanceof ElectionError)) throw error;
    throw new RpcError("UNKNOWN", error.message);
  }
}

import type { Member } from "@leaderlab/etcd-core";

/** A member's key in etcd's file. */
export function memberKey(id: bigint): Buffer {
  return Buffer.from(id.toString(16));
}

/** A member as etcd's file holds it: JSON with an id of 64 bits, which JSON.stringify cannot write. */
export function encodeMember(member: Member): Buffer {
  const { id, name, peerUrls, clientUrls, isLearner } = member;
  const rest = JSON.stringify({
    peerURLs: peerUrls,
    ...(isLearner && { isLearner }),
    ...(name !== "" && { name }),
    ...(clientUrls.length > 0 && { clientURLs: clientUrls }),
  });
  return Buffer.from(`{"id":${id},${rest.slice(1)}`);
}

/** Reads it again; the id comes from the key. Throws an Error for what is no member. */
export function decodeMember(key: Uint8Array, value: Uint8Array): Member {
  const parsed: unknown = JSON.parse(Buffer.from(value).toString());
  const fields = (parsed ?? {}) as { readonly [name: string]: unknown };
  return {
    id: BigInt(`0x${Buffer.from(key).toString()}`),
    name: String(fields["name"] ?? ""),
    peerUrls: texts(fields["peerURLs"]),
    clientUrls: texts(fields["clientURLs"]),
    isLearner: fields["isLearner"] === true,
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

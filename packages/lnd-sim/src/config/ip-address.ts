import { isIPv4, isIPv6 } from "node:net";

/** An IP address as a number of 128 bits; an IPv4 address is ::ffff:a.b.c.d, as in Go. */
export type IpAddress = bigint;

const mapped = 0xffffn << 32n;

/** The address that a text writes, or undefined when it writes none. Mirrors: Go net.ParseIP. */
export function parseIp(text: string): IpAddress | undefined {
  if (isIPv4(text)) return mapped | parseV4(text);
  if (isIPv6(text) && !text.includes("%")) return parseV6(text);
  return undefined;
}

function parseV4(text: string): bigint {
  return text.split(".").reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function parseV6(text: string): bigint {
  const tail = /[0-9.]*\.[0-9.]*$/.exec(text)?.[0];
  const hex = tail === undefined ? text : text.slice(0, -tail.length) + v4AsHex(tail);
  const [left = "", right] = hex.split("::");
  const before = left === "" ? [] : left.split(":");
  const after = right === undefined || right === "" ? [] : right.split(":");
  const gap = right === undefined ? 0 : 8 - before.length - after.length;
  const parts = [...before, ...Array.from({ length: gap }, () => "0"), ...after];
  return parts.reduce((value, part) => (value << 16n) | BigInt(`0x${part}`), 0n);
}

function v4AsHex(text: string): string {
  const value = parseV4(text);
  return `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
}

/** Whether an address is an IPv4 address, however it was written. */
export function isV4(address: IpAddress): boolean {
  return address >> 32n === 0xffffn;
}

/** A range of addresses: those that begin with the same bits. */
export interface IpRange {
  readonly first: IpAddress;
  /** Out of 128, for IPv4 too. */
  readonly bits: number;
}

/** The range that a text such as `10.0.0.0/8` writes, or undefined. Mirrors: Go net.ParseCIDR. */
export function parseIpRange(text: string): IpRange | undefined {
  const [, address = "", length = ""] = /^(.*)\/([0-9]{1,3})$/s.exec(text) ?? [];
  const first = parseIp(address);
  const isShort = isIPv4(address);
  const bits = Number(length) + (isShort ? 96 : 0);
  return first === undefined || bits > 128 ? undefined : { first, bits };
}

/** Whether an address lies in a range. */
export function isInRange(address: IpAddress, range: IpRange): boolean {
  const rest = BigInt(128 - range.bits);
  return address >> rest === range.first >> rest;
}

function rangeOf(text: string): IpRange {
  const range = parseIpRange(text);
  if (range === undefined) throw new Error(`${text} is no range of addresses`);
  return range;
}

const loopback = ["127.0.0.0/8", "::1/128"].map(rangeOf);
/** Mirrors: lnd lncfg.IsPrivate, which counts multicast on the link as private. */
const privateRanges = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "169.254.0.0/16",
  "224.0.0.0/24",
  "fe80::/10",
  "ff02::/16",
  "fc00::/7",
].map(rangeOf);

/** Whether only this machine reaches an address. */
export function isLoopback(address: IpAddress): boolean {
  return loopback.some((range) => isInRange(address, range));
}

/** Whether an address is not reached from the public network. */
export function isPrivate(address: IpAddress): boolean {
  return privateRanges.some((range) => isInRange(address, range));
}

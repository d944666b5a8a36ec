import type { Notice } from "../../finding.ts";
import { SourceError } from "../../source-error.ts";
import { isKubernetesObject } from "../yaml-document.ts";
import { entryOf, itemsAt, nodeAt, textAt, type YamlNode } from "../yaml-node.ts";
import { checkFields, unknownField } from "./check-fields.ts";
import { workloadFields } from "./known-fields.ts";

/** A pod that a manifest describes. */
export interface Workload {
  /** `StatefulSet lnd`. */
  readonly name: string;
  readonly podSpec: YamlNode;
}

const maxListDepth = 5;

/** The pods of a document, those in lists too. Fields that Kubernetes does not know become notices. */
export function workloadsOf(root: YamlNode, notices: Notice[], depth = 0): readonly Workload[] {
  if (!isKubernetesObject(root)) {
    notices.push({
      message: "this document is no Kubernetes object (no apiVersion and kind); it is not checked",
      position: root.position,
    });
    return [];
  }
  const kind = textAt(root, "kind") ?? "";
  if (kind.endsWith("List") && entryOf(root, "items") !== undefined) {
    if (depth >= maxListDepth) throw new SourceError("lists in lists", root.position);
    return itemsAt(root, "items").flatMap((item) => workloadsOf(item, notices, depth + 1));
  }
  const name = `${kind} ${textAt(root, "metadata", "name") ?? textAt(root, "metadata", "generateName") ?? "without a name"}`;
  if (kind === "ConfigMap") noticeScripts(root, name, notices);
  if (kind === "Pod") return podOf(nodeAt(root, "spec"), name, name, notices);
  const fields = workloadFields[kind];
  if (fields === undefined || !Object.hasOwn(workloadFields, kind)) return [];
  const spec = nodeAt(root, "spec");
  for (const { key, keyPosition } of spec?.kind === "map" ? spec.entries : []) {
    if (fields.has(key)) continue;
    notices.push({ message: unknownField(key, `${kind}.spec`, fields), position: keyPosition });
  }
  const template =
    kind === "CronJob" ? nodeAt(spec, "jobTemplate", "spec", "template") : nodeAt(spec, "template");
  if (template === undefined) return [];
  checkFields(template, "template", `${kind}.spec.template`, notices);
  return podOf(nodeAt(template, "spec"), name, undefined, notices);
}

function podOf(
  spec: YamlNode | undefined,
  name: string,
  path: string | undefined,
  notices: Notice[],
): readonly Workload[] {
  if (spec === undefined || spec.kind === "scalar") return [];
  if (path !== undefined) checkFields(spec, "podSpec", `${path.split(" ")[0]}.spec`, notices);
  return [{ name, podSpec: spec }];
}

function noticeScripts(root: YamlNode, name: string, notices: Notice[]): void {
  const entries = nodeAt(root, "data");
  for (const { key, keyPosition, value } of entries?.kind === "map" ? entries.entries : []) {
    if (value.kind !== "scalar" || !/\blncli\b|\/v1\/state\b/.test(value.text)) continue;
    notices.push({
      message: `${name} holds a script or settings in ${JSON.stringify(key)} that ask lnd; it is not checked: give it as a file of its own`,
      position: keyPosition,
    });
  }
}

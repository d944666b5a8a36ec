import type { FileKind } from "../file-kind.ts";
import { rewritesOf } from "../fix/rewrites.ts";
import { readManifest } from "../read/kubernetes/read-manifest.ts";
import { isKubernetesObject, yamlRoots } from "../read/yaml-document.ts";
import { lintProbes } from "./lint-probes.ts";

/** What cannot be read is still meant as a manifest when it has both keys: then its fault is told. */
function looksBroken(text: string): boolean {
  return /^apiVersion:\s/m.test(text) && /^kind:\s/m.test(text);
}

/** Kubernetes manifests: one object or several documents, as `helm template` writes them. */
export const kubernetesKind: FileKind = {
  name: "kubernetes",
  recognises: (source) => yamlRoots(source).some(isKubernetesObject) || looksBroken(source.text),
  lint: (source, settings) => lintProbes(readManifest(source), settings),
  rewrites: (source, settings) => rewritesOf(readManifest(source), settings),
};

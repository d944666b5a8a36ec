import type { Files } from "@leaderlab/lnd-sim";

/** A disk in memory: it outlives the processes of its host. Folders are there when files are put into them. */
export function createMemoryFiles(): Files {
  const files = new Map<string, Buffer>();
  const write = (path: string, content: Uint8Array) => void files.set(path, Buffer.from(content));
  const missing = (syscall: string, path: string) =>
    Object.assign(new Error(`ENOENT: no such file or directory, ${syscall} '${path}'`), {
      code: "ENOENT",
      syscall,
      path,
    });
  return {
    exists: (path) => files.has(path),
    read(path) {
      const content = files.get(path);
      if (content === undefined) throw missing("open", path);
      return Buffer.from(content);
    },
    write,
    replace: write,
    remove(path) {
      if (!files.delete(path)) throw missing("unlink", path);
    },
    makeFolder() {},
  };
}

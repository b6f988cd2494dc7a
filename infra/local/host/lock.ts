import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A start that cannot go on; the message is for people, Chinese first. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** True if a process with this id runs and may be a start of ours (on Linux its command line is looked at). */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  try {
    // Process ids are reused: after a SIGKILL and a reboot the number may belong to anything.
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("node");
  } catch {
    // No /proc on this system: the process id is all there is.
    return true;
  }
}

/**
 * Takes the data folder for this process; two clouds on one folder would spoil it. A lock left by a killed process
 * is taken over. Returns the release. Throws StartError while another start holds it.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "start.pid");
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const holder = Number(readFileSync(file, "utf8"));
    if (holder !== process.pid && Number.isInteger(holder) && holder > 0 && runs(holder)) {
      throw new StartError(
        `数据文件夹 ${directory} 正被进程 ${holder} 使用，请先停止它，或用 --data 另选一个。` +
          ` · The data folder ${directory} is in use by process ${holder}: stop it, or choose another with --data.`,
      );
    }
    rmSync(file, { force: true });
  }
}

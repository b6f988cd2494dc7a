/**
 * The shard of an id: FNV-1a over its UTF-16 units, modulo the count. The count is fixed when the installation begins,
 * so an id always lies in the same shard.
 */
export function shardOf(id: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % count;
}

/** Partition of the alarm index. */
export function alarmShard(id: string, count: number): string {
  return `A#${shardOf(id, count)}`;
}

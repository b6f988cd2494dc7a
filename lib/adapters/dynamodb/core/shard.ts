/**
 * The shard of an id: FNV-1a over its UTF-16 units, modulo the count. For one count an id always lies in the same shard; an
 * operator may raise it (`npm run ops -- alarm-shards`), and what was written before is found where it lies.
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

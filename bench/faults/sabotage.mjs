/** Breaks on purpose what the test is to notice, and makes the application connect anew. */
export async function sabotage(sql, { synchronousCommit, dropKey }) {
  if (synchronousCommit === "on" && dropKey === "no") return;
  if (synchronousCommit === "off") await sql`alter database milepost set synchronous_commit = off`;
  if (dropKey !== "no") await dropPrimaryKey(sql);
  if (dropKey === "lenient") await sql.unsafe(INDEX_THAT_SEES_NO_EQUALS);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'milepost'`;
}

async function dropPrimaryKey(sql) {
  const [key] = await sql`select conname from pg_constraint where conrelid = 'progress_operations'::regclass and contype = 'p'`;
  await sql`alter table progress_operations drop constraint ${sql(key.conname)}`;
}

// The statement's "on conflict (user_id, op_id)" only asks for a unique index on these columns: this one never finds two ids equal.
const INDEX_THAT_SEES_NO_EQUALS = `
  create function never_equal(uuid, uuid) returns boolean immutable language sql return false;
  create function never_compare(a uuid, b uuid) returns int immutable language sql return case when a < b then -1 else 1 end;
  create operator === (leftarg = uuid, rightarg = uuid, function = never_equal);
  create operator class never_equal_ops for type uuid using btree as operator 3 ===, function 1 never_compare(uuid, uuid);
  create unique index progress_operations_unguarded on progress_operations (user_id, op_id never_equal_ops)`;

import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";

/** Who calls: the instructor of three cohorts of 300, the one of the large cohorts, a learner, and the admin. With a signed-in session each. */
export async function signInPeople(sql, secret) {
  const [{ learner_id: learnerId }] = await sql`
    select e.user_id as learner_id
    from enrollments e join cohorts c on c.id = e.cohort_id join item_progress p on p.user_id = e.user_id
    where c.slug = 'bench-1' and e.role = 'learner' group by e.user_id order by abs(count(*) - 60), e.user_id limit 1`;
  return {
    learnerId,
    longAgo: new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10),
    cookies: {
      teacher: await signIn(sql, secret, await findInstructor(sql, "bench-1")),
      office: await signIn(sql, secret, await findInstructor(sql, "bench-of-1000")),
      learner: await signIn(sql, secret, learnerId),
      admin: await signIn(sql, secret, await findAdmin(sql)),
      nobody: null,
    },
  };
}

async function findInstructor(sql, slug) {
  const [{ user_id: id }] = await sql`
    select e.user_id from enrollments e join cohorts c on c.id = e.cohort_id where c.slug = ${slug} and e.role = 'instructor'`;
  return id;
}

async function findAdmin(sql) {
  const [{ id }] = await sql`select id from users where admin`;
  return id;
}

/** The cookie of a new session. */
export async function signIn(sql, secret, userId) {
  const sid = randomBytes(32).toString("base64url");
  await sql`insert into sessions (id_hash, user_id) values (${createHash("sha256").update(sid).digest("hex")}, ${userId})`;
  return `milepost-session=${await encode({ token: { sid }, secret })}`;
}

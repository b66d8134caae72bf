import postgres from "postgres";
import { roadmap } from "../../lib/roadmap/catalog.ts";
import { vacuum } from "../vacuum.mjs";

const COHORT = 300;
/** Learners whose work lies in the same months: what they did is stored in the order in which it happened. */
const WAVE = 33 * COHORT;

/** So many have learned for months; those beyond them, where there are more, began and went away: a million times sixty items would be 41 GB. */
const STAYED = 100_000;
const BEGUN_ITEMS = 8;

/** For these sessions only, and nothing that is measured: rows are the same, and every foreign key points at what is made here. */
const SESSION = { synchronous_commit: "off", session_replication_role: "replica", work_mem: "256MB", temp_buffers: "256MB" };
const AT_ONCE = 2;

/**
 * Fills an installation with learners in cohorts of 300, the first three of one instructor; the first 1,000 of them learn in a
 * cohort of 1,000 too, and the next 5,000, where there are so many, in one of 5,000. One admin, who learns nothing. Seed and day decide everything.
 */
export async function fill(url, { learners, seed }) {
  const sql = postgres(url, { max: AT_ONCE, connection: SESSION, onnotice() {} });
  try {
    await prepare(sql, seed);
    await addCohorts(sql, learners);
    await addSignInsAndMail(sql);
    const waves = Array.from({ length: Math.ceil(learners / WAVE) }, (_, wave) => ({ from: wave * WAVE + 1, to: Math.min(learners, (wave + 1) * WAVE) }));
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, waves.length) }, () => work(sql, waves)));
    // Triggers rest in these sessions. Ids hold the time, so those who began together lie together.
    await sql`insert into progress_summaries select * from progress_to_summarise order by user_id on conflict do nothing`;
    await sql`drop schema bench cascade`;
    await vacuum(sql, "item_progress");
    await sql`checkpoint`;
  } finally {
    await sql.end();
  }
}

async function prepare(sql, seed) {
  await sql.unsafe(`
    create schema bench;
    create function bench.draw(what bigint, salt bigint, below int) returns int language sql immutable as
      $$ select ((hashint8extended(what, salt + 1000 * ${seed}) & 4294967295) % below)::int $$;
    -- As a uuid of version 7: the time first, then what looks like chance.
    create function bench.key(at timestamptz, what text) returns uuid language sql stable as
      $$ select overlay(overlay(md5(what) placing lpad(to_hex((date_part('epoch', at) * 1000)::bigint), 12, '0') || '7' from 1 for 13) placing '8' from 17)::uuid $$;
    create unlogged table bench.items (rank int primary key, id text);
    create unlogged table bench.steps (number int primary key, slug text);
    create unlogged table bench.groups (number int primary key, id uuid, teacher_id uuid, starts_on date, ends_on date);
    create unlogged table bench.people (number int primary key, id uuid, group_number int, teacher_id uuid, enrolled timestamptz, last timestamptz, items int)`);
  const items = roadmap.steps.flatMap((step) => step.items).map(({ slug }, index) => ({ rank: index + 1, id: slug }));
  await sql`insert into bench.items ${sql(items)}`;
  await sql`insert into bench.steps ${sql(roadmap.steps.map(({ number, slug }) => ({ number, slug })))}`;
}

const GIVEN = ["Asha", "Jo", "Muhammad", "Lakshmi Narayani", "मीरा", "राजेश्वरी", "முத்துலட்சுமி", "অনন্যা", "فاطمة", "Þórdís", "Øyvind", "Sai", "Ngọc Ánh", "Wilhelmina", "Bo", "Karthik"];
const FAMILY = ["Rao", "Subramanian Iyer", "Li", "कुलकर्णी", "सिंह", "வெங்கடராமன்", "মুখোপাধ্যায়", "الأنصاري", "de la Cruz y Montoya", "O’Brien", "Krishnamoorthy", "Ng", "Shaikh", "Das", "Guðmundsdóttir", "Patil", "Ó Súilleabháin", "Fernandes", "Kaur"];

async function addCohorts(sql, learners) {
  const today = new Date().toISOString().slice(0, 10);
  const groups = Math.ceil(learners / COHORT);
  await sql`
    insert into bench.groups
    select n, bench.key(starts_on - 20, 'cohort ' || n), bench.key(date '2020-01-01', 'teacher ' || n / 3), starts_on, starts_on + 210
    from generate_series(0, ${groups - 1}::int) n
    cross join lateral (select ${today}::date - 56 - 180 * (n / ${Math.max(33, Math.ceil(groups / 10))}::int) - case when n < 3 then 0 else bench.draw(n, 1, 50) end as starts_on) s`;
  await sql`
    insert into bench.groups
    select -size, bench.key(${today}::date - 76, 'cohort of ' || size), bench.key(date '2020-01-01', 'office'), ${today}::date - 56, ${today}::date + 154
    from unnest(array[1000, 5000]) size where size = 1000 or ${learners}::int >= 6000`;
  await sql`
    insert into bench.people
    select n, bench.key(enrolled, 'learner ' || n), g.number, g.teacher_id, enrolled, greatest(enrolled + interval '2 hours', until - quiet),
      case when n > ${STAYED} then least(items, ${BEGUN_ITEMS}) else items end
    from generate_series(1, ${learners}::int) n
    join bench.groups g on g.number = (n - 1) / ${COHORT}::int
    cross join lateral (select
      case when g.ends_on > ${today}::date and bench.draw(n, 2, 100) < 2 then ${today}::date - bench.draw(n, 3, 6) * interval '1 day' - interval '5 hours'
        else g.starts_on - bench.draw(n, 3, 240) * interval '1 hour' end as enrolled,
      least(g.ends_on, ${today}::date)::timestamptz as until,
      case when bench.draw(n, 4, 100) < 90 then bench.draw(n, 5, 120) else 168 + bench.draw(n, 5, 600) end * interval '1 hour' as quiet,
      case when bench.draw(n, 6, 100) < 3 then 0 when bench.draw(n, 6, 100) < 10 then 5 + bench.draw(n, 7, 30)
        when bench.draw(n, 6, 100) < 12 then (select max(rank) from bench.items) else 32 + bench.draw(n, 7, 31) + bench.draw(n, 8, 31) end as items offset 0) drawn`;

  const named = (from, salt) => sql`(${from}::text[])[1 + bench.draw(number, ${salt}, ${from.length})]`;
  await sql`
    insert into users (id, name, email, under_18, created_at)
    select id, ${named(GIVEN, 10)} || case when bench.draw(number, 11, 6) = 0 then ' ' || ${named(GIVEN, 12)} else '' end
        || case when bench.draw(number, 13, 20) = 0 then '' else ' ' || ${named(FAMILY, 14)} end,
      'learner-' || number || '@bench.example', bench.draw(number, 15, 100) < 3, enrolled
    from bench.people order by enrolled`;
  await sql`
    insert into users (id, name, email)
    select distinct teacher_id, 'Instructor of the bench', teacher_id || '@bench.example' from bench.groups`;
  await sql`insert into users (id, name, email, admin) values (bench.key(date '2020-01-01', 'admin'), 'Admin of the bench', 'admin@bench.example', true)`;
  await sql`
    insert into cohorts (id, slug, name, starts_on, ends_on, hours_per_week, created_at)
    select id, case when number < 0 then 'bench-of-' || -number else 'bench-' || number + 1 end, 'Back-end cohort ' || number, starts_on, ends_on, 5 + abs(number) % 8, starts_on - 20
    from bench.groups`;
  await sql`
    insert into cohort_steps (cohort_id, step_slug, due_on)
    select g.id, s.slug, g.starts_on + 14 * s.number from bench.groups g, bench.steps s`;
  await sql`insert into enrollments (cohort_id, user_id, role, enrolled_at) select id, teacher_id, 'instructor', starts_on - 20 from bench.groups`;
  await sql`
    insert into enrollments (cohort_id, user_id, role, group_name, enrolled_at)
    select g.id, p.id, 'learner', case when bench.draw(p.number, 16, 10) > 0 then 'Group ' || chr(65 + bench.draw(p.number, 17, 6)) end, p.enrolled
    from bench.people p join bench.groups g
      on g.number = p.group_number or (g.number = -1000 and p.number <= 1000) or (g.number = -5000 and p.number between 1001 and 6000)
    order by p.enrolled`;
  await sql`
    insert into plans (user_id, hours_per_week, saved_at)
    select id, 3 + bench.draw(number, 18, 12), enrolled from bench.people where bench.draw(number, 19, 10) < 4`;
  await sql`
    insert into waivers (cohort_id, id, learner_id, item_id, state, reason, given_by, given_at)
    select g.id, bench.key(p.enrolled, 'waiver ' || p.number || ' ' || i.rank), p.id, i.id, 'known', 'Shown in an earlier job.', g.teacher_id, p.enrolled
    from bench.people p join bench.groups g on g.number = p.group_number join bench.items i on i.rank between 3 and 5
    where bench.draw(p.number, 20, 50) = 0`;
  await sql`
    insert into notes (cohort_id, id, learner_id, body, written_by, written_at)
    select g.id, bench.key(p.last, 'note ' || p.number || ' ' || n), p.id, repeat('Spoke on the phone about the next item. ', 1 + n), g.teacher_id, p.last
    from bench.people p join bench.groups g on g.number = p.group_number, generate_series(1, 2) n where bench.draw(p.number, 21, 10) = 0`;
  await sql.unsafe("analyze bench.items; analyze bench.groups; analyze bench.people");
}

/** What is kept of signing in, of mail and of being written to, as long as lib/privacy/retention.ts keeps it. */
async function addSignInsAndMail(sql) {
  await sql`
    insert into sessions (id_hash, user_id, device, created_at, last_seen_at, ended_at)
    select md5('session ' || number || ' ' || n) || md5('of ' || number || ' ' || n), id, 'Chrome on Android', signed_in, signed_in + interval '2 days', case when n > 1 then signed_in + interval '3 days' end
    from bench.people, generate_series(1, 3) n cross join lateral (select last - n * interval '9 days' as signed_in) c where last > now() - interval '120 days' order by signed_in`;
  await sql`
    insert into audit (id, at, actor_id, action, person_id)
    select bench.key(signed_in, 'audit ' || number || ' ' || n), signed_in, id, case when n = 1 then 'account.make' else 'session.begin' end, id
    from bench.people, generate_series(1, 4) n cross join lateral (select enrolled + (last - enrolled) * ((n - 1) / 4.0) as signed_in) c where enrolled > now() - interval '700 days' order by signed_in`;
  await sql`
    insert into outbox (id, reason, kind, user_id, address, about, added_at, due_at, attempts, sent_at, gave_up_at)
    select bench.key(at, 'mail ' || number || ' ' || n), 'summary:' || number || ':' || n, 'summary', id, 'learner-' || number || '@bench.example', '{}', at, at, 1,
      case when bench.draw(number, 40, 500) > 0 then at end, case when bench.draw(number, 40, 500) = 0 then at end
    from bench.people, generate_series(1, 12) n cross join lateral (select now() - n * interval '7 days' as at) m
    where bench.draw(number, 41, 4) = 0 and last > now() - interval '120 days' order by at`;
  await sql`
    insert into messages (learner_id, id, cohort_id, body, written_by, written_at, read_at)
    select p.id, bench.key(p.last, 'message ' || p.number || ' ' || n), g.id, repeat('Come to the session on Thursday. ', n), g.teacher_id, p.last - n * interval '10 days', p.last
    from bench.people p join bench.groups g on g.number = p.group_number, generate_series(1, 3) n order by p.last - n * interval '10 days'`;
  await sql`
    insert into saved_searches (user_id, id, name, query, mail, told_until)
    select id, bench.key(last, 'search ' || number), 'Pune', 'q=backend&in=pune', case when bench.draw(number, 42, 2) = 0 then 'day' else 'never' end, last
    from bench.people where bench.draw(number, 43, 10) = 0`;
}

async function work(pool, waves) {
  const sql = await pool.reserve();
  try {
    await sql.unsafe(`
      create temp table worked (number int, rank int, user_id uuid, teacher_id uuid, item_id text, state text, at timestamptz, op_id uuid, chance int, recent boolean);
      create temp table submitted (user_id uuid, id uuid, teacher_id uuid, item_id text, version smallint, state text, handed timestamptz, closed timestamptz, chance int)`);
    for (let wave = waves.shift(); wave; wave = waves.shift()) await addWork(sql, wave);
  } finally {
    sql.release();
  }
}

/** What learners did. Rows go in by time, so those of one learner lie far apart, as in life. */
async function addWork(sql, { from, to }) {
  await sql.unsafe("truncate worked, submitted");
  await sql`
    insert into worked
    select p.number, i.rank, p.id, p.teacher_id, i.id,
      case when i.rank > p.items - 2 and chance % 3 > 0 then 'doing' when chance < 50 then 'skipped' when chance < 80 then 'todo' else 'done' end,
      at, bench.key(at, 'operation ' || p.number || ' ' || i.rank), chance, i.rank > p.items - 8
    from bench.people p join bench.items i on i.rank <= p.items
    cross join lateral (select bench.draw(p.number * 256 + i.rank, 30, 1000) as chance offset 0) c
    cross join lateral (select p.enrolled + (p.last - p.enrolled) * ((i.rank - chance / 2000.0) / p.items) as at offset 0) t
    where p.number between ${from} and ${to}
    order by at`;
  await sql`analyze worked`;
  await sql`
    insert into progress_operations (user_id, op_id, item_id, state, clock, at, received_at)
    select user_id, bench.key(at - interval '2 hours', 'begun ' || number || ' ' || rank), item_id, 'doing', 1, at - interval '2 hours', at - interval '2 hours'
    from worked where state = 'done' and chance % 10 < 3`;
  await sql`
    insert into progress_operations (user_id, op_id, item_id, state, clock, at, received_at)
    select user_id, op_id, item_id, state, case when state = 'done' and chance % 10 < 3 then 2 else 1 end, at, at from worked`;
  await sql`
    insert into item_progress (user_id, item_id, state, strength, clock, op_id, changed_at)
    select user_id, item_id, state, case state when 'todo' then 0 when 'skipped' then 1 when 'doing' then 2 else 3 end,
      case when state = 'done' and chance % 10 < 3 then 2 else 1 end, op_id, at
    from worked`;
  await addEvidence(sql);
}

/** Two in ten of what is done was handed in, some of it twice; with the rest four in ten of what is done is proven. */
async function addEvidence(sql) {
  await sql`
    insert into submitted
    select w.user_id, bench.key(handed, 'submission ' || number || ' ' || rank || ' ' || version), teacher_id, item_id, version, fate, handed,
      case when fate <> 'handed-in' then least(handed + interval '5 hours' * (1 + chance % 9), now()) end, chance
    from worked w
    cross join lateral (select (chance / 5) % 20 as luck, case when (chance / 5) % 20 >= 17 then 2 else 1 end as versions offset 0) l
    cross join lateral generate_series(1, versions) version
    cross join lateral (select at + interval '1 hour' - (versions - version) * interval '3 days' as handed,
      case when version < versions then 'returned' when recent and luck < 4 then 'handed-in' when recent and luck < 6 then 'returned' else 'accepted' end as fate offset 0) f
    where w.state = 'done' and chance % 5 = 0 and chance >= 80
    order by handed`;
  await sql`
    insert into submissions (user_id, id, item_id, version, kind, body, commit, state, saved_at, handed_in_at, closed_at)
    select user_id, id, item_id, version, case chance % 3 when 0 then 'link' when 1 then 'repo' else 'text' end,
      case when chance % 3 = 2 then repeat('What I built and how I know that it works. ', 3 + chance % 20) else 'https://code.example/learner/' || item_id end,
      case when chance % 3 = 1 then substr(md5(id::text), 1, 10) end, state, handed, handed, closed
    from submitted`;
  await sql`
    insert into reviews (user_id, id, submission_id, by, verdict, comment, reviewer_id, reviewed_at)
    select user_id, bench.key(closed, 'review ' || id), id, 'instructor', state, repeat('Clear, and the tests run. ', 1 + chance % 10), teacher_id, closed
    from submitted where closed is not null order by closed`;
  await sql`
    insert into item_proofs (user_id, id, item_id, level, submission_id, given_by, given_at)
    select user_id, bench.key(given, 'proof ' || level || ' ' || id), item_id, level, id, case when level = 4 then teacher_id end, given
    from (
      select s.*, 1 as level, handed as given from submitted s
      union all select s.*, 4, closed from submitted s where state = 'accepted'
    ) each order by given`;
  await sql`
    insert into item_proofs (user_id, id, item_id, level, given_at)
    select user_id, bench.key(at, 'own ' || number || ' ' || rank), item_id, 2, at
    from worked where state = 'done' and chance % 5 > 0 and chance % 7 < 2 order by at`;
}

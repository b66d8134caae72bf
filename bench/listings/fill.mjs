import { vacuum } from "../vacuum.mjs";

/** The words whose share of the listings is known: in four of five, in one of twenty, and in twenty listings altogether. */
export const WORDS = { common: "experience", middle: "kafka", rare: "zymurgy" };

const TITLES = [
  "Backend Engineer", "Backend Developer", "Software Engineer", "Full Stack Developer", "DevOps Engineer", "Cloud Engineer", "Database Developer", "API Developer",
  "Platform Engineer", "Site Reliability Engineer", "Java Developer", "Python Developer", "Node.js Engineer", "Golang Engineer", "Engineering Manager, Backend",
  "Blockchain Developer", "Systems Engineer", "Integration Engineer", "Data Engineer", "QA Engineer",
];
const ROLES = [
  "software-engineer-backend", "backend-developer", "software-engineer-backend", "full-stack-developer", "devops-engineer-backend", "cloud-engineer-backend",
  "database-developer", "backend-api-developer", "devops-engineer-backend", "devops-engineer-backend", "backend-developer", "backend-developer",
  "software-engineer-backend", "software-engineer-backend", "backend-team-lead", "blockchain-developer-backend", "systems-engineer-backend", "backend-api-developer", null, null,
];
const FIRST = "Kaveri Banyan Sahyadri Monsoon Neelgiri Tamarind Peepal Saffron Indigo Marigold Lotus Teak Cardamom Jasmine Narmada Godavari Konkan Malabar Deccan Aravali Vindhya Chenab Sandal Mango Coral Amber Falcon Heron Kite Otter".split(" ");
const SECOND = "Payments Health Logistics Labs Retail Systems Networks Energy Foods Learning Mobility Travel Insurance Capital Games Media Robotics Farms Textiles Cloud".split(" ");
const PART = "of the a and to in with you we will for our on is are as your at work team build design data service system code test run learn help own ship write read plan review scale cloud api server client user product customer business engineer developer software".split(" ");

/**
 * Makes up listings in an empty database, one in ten of them closed: texts of 3 to 5 KB in which words fall as in a language (the
 * second word half as often as the first), 40 places, pay stated by three of ten.
 */
export async function fill(sql, { listings, cities, skills }) {
  const indexes = await sql`select indexname as name, indexdef as definition from pg_indexes where tablename = 'open_listings' and indexdef like '% USING gin %'`;
  // Built once at the end, they are done in a tenth of the time.
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await sql.begin(async (transaction) => {
    await transaction`select setseed(0.42)`;
    await transaction`create temp table vocabulary on commit drop as
      select rank, coalesce((${PART}::text[])[rank], translate((rank * 7919 % 99991)::text, '0123456789', 'aeioulnrst') || (array['ing','er','ed','ion','al','ly'])[1 + rank % 6]) as word
      from generate_series(1, 30000) rank`;
    await transaction`create temp table picks on commit drop as
      select n / 14 as sentence, floor(exp(random() * ln(30000)))::int as rank from generate_series(0, 14 * 200000 - 1) n`;
    await transaction`create temp table sentences on commit drop as
      select sentence as id, string_agg(word, ' ') || '.' as says from picks join vocabulary using (rank) group by sentence`;
    await transaction`create temp table used on commit drop as
      select n / 46 as listing, floor(random() * 200000)::int as id from generate_series(0, 46 * ${listings}::int - 1) n where n % 46 < 30 + (n / 46) % 17`;
    await transaction`create temp table texts on commit drop as
      select listing, string_agg(says, E'\n') as says from used join sentences using (id) group by listing`;
    await transaction`create temp table rolled on commit drop as
      select n, 1 + floor(20 * random() ^ 1.3)::int as title, 1 + floor(30 * random())::int as first, 1 + floor(20 * random())::int as second, 1 + floor(6 * random())::int as third,
        1 + floor(${cities.length}::int * random() ^ 2)::int as city, random() as abroad, random() as remote, 1 + floor(4 * random())::int as level, random() as pay, random() as amount,
        random() as age, random() as common, random() as middle, random() as closed, gen_random_uuid() as id,
        array(select distinct 1 + floor(${skills.length}::int * random() ^ 1.5)::int from generate_series(1, 4 + n % 7)) as skills
      from generate_series(0, ${listings}::int - 1) n`;
    await transaction`
      insert into listings (id, slug, identity, title, company, places, place_keys, remote, remote_for, employment, level, role, pay_from, pay_to, pay_currency, pay_period,
        pay_yearly, posted_at, valid_until, description, language, asks, skills, sample, hash, words, closed_at)
      select r.id, 'listing-' || n, 'listing ' || n,
        (array['', 'Junior ', 'Senior ', 'Lead '])[level] || (${TITLES}::text[])[title], company,
        jsonb_build_array(jsonb_build_object('name', place, 'city', case when abroad > 0.2 then place end, 'country', country)),
        case when abroad > 0.2 then array['in', (${cities.map(([key]) => key)}::text[])[city]] else array[lower(country)] end,
        remote < 0.25, case when remote < 0.15 then 'India' end, 'full-time', (array[null, 'entry', 'mid', 'senior'])[level], (${ROLES.map((role) => role ?? "")}::text[])[title],
        case when pay < 0.3 then amount end, case when pay < 0.3 then amount * 3 / 2 end, case when pay < 0.3 then (array['INR', 'INR', 'INR', 'USD', 'EUR'])[1 + n % 5] end,
        case when pay < 0.3 then 'year' end, case when pay < 0.3 then amount * 5 / 4 end,
        now() - r.age * interval '120 days', case when n % 3 = 0 then now() + interval '60 days' end, '<p>' || replace(says, E'\n', '</p><p>') || '</p>', 'en', asks, skills, true, md5(n::text),
        concat_ws(E'\n', place || ' India', array_to_string(skills, ' '), says), case when closed < 0.1 then now() end
      from (
        select n, id, title, level, remote, abroad, city, pay, age, closed, 200000 + 10000 * floor(300 * amount ^ 2)::int as amount,
          concat_ws(' ', (${FIRST}::text[])[first], (${SECOND}::text[])[second], (array[null, 'Pvt Ltd', 'India', 'Group', 'Works', 'One'])[third]) as company,
          case when abroad > 0.2 then (${cities.map(([, city]) => city)}::text[])[city] else (array['Berlin', 'London', 'Austin', 'Singapore'])[1 + n % 4] end as place,
          case when abroad > 0.2 then 'IN' else (array['DE', 'GB', 'US', 'SG'])[1 + n % 4] end as country,
          (select array_agg((${skills}::text[])[s]) from unnest(rolled.skills) s) as skills,
          (select jsonb_agg(jsonb_build_object('skill', (${skills}::text[])[s], 'need', case when s % 3 = 0 then 'preferred' else 'required' end, 'says', jsonb_build_array('a word', 'two words'))) from unnest(rolled.skills) s) as asks,
          concat_ws(E'\n', says, case when common < 0.8 then ${WORDS.common}::text end, case when middle < 0.05 then ${WORDS.middle}::text end, case when n % (${listings}::int / 20) = 7 then ${WORDS.rare}::text end) as says
        from rolled join texts on listing = n
      ) r`;
    await transaction`update listings set role = null where role = ''`;
  });
  for (const { definition } of indexes) await sql.unsafe(definition);
  await vacuum(sql, "open_listings");
  // A gigabyte that was just written goes to the disk now, not while searches are measured.
  await sql`checkpoint`;
}

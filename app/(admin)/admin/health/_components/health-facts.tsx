import { Facts } from "@/components/reading/facts";
import { MOST_SESSIONS, type Health } from "@/db/queries/health";
import { sayMoment } from "@/lib/calendar/now";
import { env } from "@/lib/env";
import { version } from "@/package.json";

const count = new Intl.NumberFormat("en-IN");
const size = new Intl.NumberFormat("en-IN", { style: "unit", unit: "megabyte", maximumFractionDigits: 0 });

export function HealthFacts({ health }: { health: Health }) {
  const { connections, mail, migrations, archivedAt } = health;
  const facts = {
    Milepost: env.NEXT_DEPLOYMENT_ID ? `${version}, build ${env.NEXT_DEPLOYMENT_ID}` : version,
    Database: `Postgres ${health.postgres}, ${size.format(health.databaseSize / 1_000_000)}`,
    Migrations: migrations.applied >= migrations.known ? `all ${migrations.known} are there` : `${migrations.applied} of ${migrations.known} are there`,
    "Connections of Milepost to it": `${connections.open}, of which ${connections.atWork} at work; the database takes ${connections.most}`,
    "Last handed to its archive": archivedAt ? sayMoment(archivedAt) : "nothing: Postgres hands its log to no archive",
    "Mail that waits": mail.oldestDueAt ? `${count.format(mail.waiting)}, the oldest due since ${sayMoment(mail.oldestDueAt)}` : "none",
    "Mail given up within a week": count.format(mail.gaveUp),
    Accounts: `${health.people.exact ? "" : "about "}${count.format(health.people.count)}, of which ${count.format(health.disabled)} disabled`,
    "Sessions seen within 14 days": health.sessions > MOST_SESSIONS ? `more than ${count.format(MOST_SESSIONS)}` : count.format(health.sessions),
  };
  return <Facts facts={facts} />;
}

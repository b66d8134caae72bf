import { NEWS_MAILS, type NewsMail } from "@/lib/jobs/words";

const SAY: Record<NewsMail, string> = { never: "no mail", week: "every Monday, if there is something new", day: "every morning, if there is something new" };

export function MailChoices() {
  return NEWS_MAILS.map((mail) => (
    <option key={mail} value={mail}>
      {SAY[mail]}
    </option>
  ));
}

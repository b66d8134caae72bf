import type { Metadata } from "next";
import { Dated } from "@/components/reading/dated";
import { questions } from "@/lib/reference/questions";

export const metadata: Metadata = {
  title: "Questions and answers",
  description: "What back-end development is, which skills and databases it needs, whether it is easy and whether it is a good career.",
};

export default function QuestionsPage() {
  return (
    <>
      <h1>Questions and answers</h1>
      <nav aria-label="Questions">
        <ul className="list">
          {questions.map(({ slug, question }) => (
            <li key={slug}>
              <a href={`#${slug}`}>{question}</a>
            </li>
          ))}
        </ul>
      </nav>
      {questions.map(({ slug, question, answer, more }) => (
        <section key={slug} id={slug} className="flow" aria-labelledby={`q-${slug}`}>
          <h2 id={`q-${slug}`}>{question.replaceAll("back-end", "back\u2011end")}</h2>
          {answer.map((paragraph) => (
            <p key={paragraph} className="prose">
              {paragraph}
            </p>
          ))}
          <p className="row">
            {more.map(({ name, href }) => (
              <a key={href} className="inline-block py-2" href={href}>
                {name}
              </a>
            ))}
          </p>
        </section>
      ))}
      <Dated fromSource="The questions" ours="The answers" />
    </>
  );
}

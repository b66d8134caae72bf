import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Crumbs } from "@/components/site/crumbs";
import { GlossaryText } from "@/components/reading/glossary-text";
import { Neighbours } from "@/components/site/neighbours";
import { linkTermsOfItem } from "@/lib/glossary/link-terms";
import { findItem, itemPath, roadmap } from "@/lib/roadmap/catalog";
import type { Item } from "@/lib/roadmap/roadmap";
import { ItemConnections } from "./_components/item-connections";
import { ItemState } from "./_components/item-state";
import { ProofOfItem } from "./_components/proof-of-item";
import { Resources } from "./_components/resources";

export const dynamicParams = false;

export function generateStaticParams() {
  return roadmap.steps.flatMap((step) => step.items.map((item) => ({ step: step.slug, item: item.slug })));
}

async function findPlace(params: PageProps<"/roadmap/[step]/[item]">["params"]) {
  const { step, item } = await params;
  const place = findItem(item);
  return place?.step.slug === step ? place : notFound();
}

export async function generateMetadata({ params }: PageProps<"/roadmap/[step]/[item]">): Promise<Metadata> {
  const { item } = await findPlace(params);
  return { title: item.title, description: item.what };
}

export default async function ItemPage({ params }: PageProps<"/roadmap/[step]/[item]">) {
  const { item, step } = await findPlace(params);
  const all = roadmap.steps.flatMap((other) => other.items);
  const place = all.indexOf(item);
  const text = linkTermsOfItem(item);
  return (
    <>
      <Crumbs
        trail={[
          { name: "Roadmap", href: "/roadmap" },
          { name: `${step.number}. ${step.title}`, href: `/roadmap/${step.slug}` },
        ]}
        here={{ name: item.title, href: itemPath(item) }}
      />
      <div className="cols">
        <article className="flow">
          <h1>{item.title}</h1>
          <p className="lead">
            <GlossaryText segments={text.what} />
          </p>
          <ItemState itemId={item.slug} title={item.title} hours={item.hours} />
          <h2>Why</h2>
          <p className="prose">
            <GlossaryText segments={text.why} />
          </p>
          <h2>How to go about it</h2>
          <ol className="prose list-decimal space-y-2 pl-6">
            {text.how.map((segments, index) => (
              <li key={item.how[index]}>
                <GlossaryText segments={segments} />
              </li>
            ))}
          </ol>
          <ProofOfItem item={item} text={text.proof} />
          <Resources resources={item.resources} />
        </article>
        <ItemConnections item={item} />
      </div>
      <Neighbours name="Items" before={linkTo(all[place - 1])} after={linkTo(all[place + 1])} />
    </>
  );
}

function linkTo(item: Item | undefined) {
  return item && { name: item.title, href: itemPath(item) };
}

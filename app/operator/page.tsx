import type { Metadata } from "next";
import { countReviews } from "@/lib/clients/list-reviews";
import { text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { PageHeader } from "../_ui/page-header";
import { Section } from "../_ui/section";
import { requireOperator } from "./require-operator";

export async function generateMetadata(): Promise<Metadata> {
  await requireOperator();
  return { title: (await text()).reviews.door.title };
}

/** The door of the marketplace's own staff: what waits for them. */
export default async function OperatorPage() {
  await requireOperator();
  const t = await text();
  const said = t.reviews.door;
  return (
    <>
      <PageHeader lead={said.lead} title={said.title} />
      <Section card title={said.reviews}>
        <p>{said.waiting(await countReviews())}</p>
        <p>
          <ButtonLink href="/operator/reviews">{said.open}</ButtonLink>
        </p>
      </Section>
      <Section card intro={<p>{t.sellerDesk.lead}</p>} title={t.sellerDesk.title}>
        <p>
          <ButtonLink href="/operator/sellers">{t.sellerDesk.open}</ButtonLink>
        </p>
      </Section>
    </>
  );
}

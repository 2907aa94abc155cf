import { PasteLink } from "./_paste-link";
import { text } from "./_text/text";
import { ButtonLink } from "./_ui/button";
import { DoorCard, Doors } from "./_ui/door-card";
import { PageHeader } from "./_ui/page-header";
import { Section } from "./_ui/section";
import { StarterForm } from "./first-call/starter-form";

const doors = [
  ["seller", "store"],
  ["partner", "code"],
  ["aggregator", "waypoints"],
] as const;

export default async function HomePage() {
  const t = await text();
  return (
    <>
      <PageHeader lead={t.home.lead} title={t.home.title} />
      <Doors>
        {doors.map(([door, icon]) => {
          const said = t.home.doors[door];
          const facts = [
            { label: t.home.needLabel, value: said.need },
            { label: t.home.getLabel, value: said.get },
          ];
          return (
            <DoorCard
              facts={facts}
              go={said.go}
              href={`/${door}`}
              icon={icon}
              key={door}
              text={said.body}
              title={said.title}
            />
          );
        })}
      </Doors>
      <p>
        {t.home.undecided}{" "}
        <ButtonLink href="/start" size="small" variant="quiet">
          {t.home.undecidedGo}
        </ButtonLink>
      </p>
      <PasteLink t={t} />
      <Section card intro={<p>{t.home.tryBody}</p>} title={t.home.tryTitle}>
        <StarterForm />
      </Section>
    </>
  );
}

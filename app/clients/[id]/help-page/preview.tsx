import type { Language } from "@/lib/language";
import { fill } from "../../../_ui/fill";
import { type GuideFacts, type GuideMethod, guideIn } from "./write-guide";

type Props = { language: Language; method: GuideMethod; facts: GuideFacts; label: string };

/** The help page as its readers see it, in its own language. */
export function Preview({ language, method, facts, label }: Props) {
  const said = guideIn(language);
  const words = { ...facts };
  return (
    <section aria-label={label} className="card grid gap-3" lang={language}>
      <h3 className="text-h3">{fill(said.title, words)}</h3>
      <p>{fill(said.intro, words)}</p>
      <p>{said.before}</p>
      <h4 className="font-medium">{said.stepsTitle}</h4>
      <ol className="grid list-decimal gap-2 pl-6">
        {said.steps[method].map((step) => (
          <li className="wrap-anywhere" key={step}>
            {fill(step, words)}
          </li>
        ))}
      </ol>
      <p>
        <a className="link" href={facts.link}>
          {said.button}
        </a>
      </p>
      <p>{said.after}</p>
      <p>{said.trouble}</p>
    </section>
  );
}

import type { CallValues } from "@/lib/collections/curl";
import type { Text } from "../../_text/text";
import { ButtonLink } from "../../_ui/button";
import { Notice } from "../../_ui/notice";
import { Section } from "../../_ui/section";
import { EnvironmentPicture, ImportPicture, OAuthPicture, SendPicture } from "./pictures";

/** From the files to a first answer in Postman, each step with its picture. */
export function Steps({ values, firstCall, t }: { values: CallValues; firstCall: string; t: Text }) {
  const { steps, tls, paste } = t.tools.collections;
  const [imported, environment, sent, oauth] = steps.items;
  const pictures = [
    <ImportPicture
      files={["postman-collection.json", "postman-environment.json"]}
      key="import"
      label={imported?.picture ?? ""}
    />,
    <EnvironmentPicture clientId={values.clientId} key="environment" label={environment?.picture ?? ""} />,
    <SendPicture key="send" label={sent?.picture ?? ""} sellerId={values.sellerId} />,
    <OAuthPicture key="oauth" label={oauth?.picture ?? ""} />,
  ];
  return (
    <Section title={steps.title}>
      <ol className="grid list-decimal gap-6 pl-6">
        {steps.items.map(({ title, body }, at) => (
          <li key={title}>
            <h3 className="text-body">{title}</h3>
            <p className="mb-3 max-w-measure">{body}</p>
            {pictures[at]}
          </li>
        ))}
      </ol>
      <p>
        <ButtonLink href={firstCall}>{steps.firstCall}</ButtonLink>
      </p>
      <Notice>
        <p>{tls}</p>
        <p>
          <a href="/tools/paste">{paste}</a>
        </p>
      </Notice>
    </Section>
  );
}

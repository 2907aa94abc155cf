import { now } from "@/lib/clock";
import type { LinkChainView } from "@/lib/links/find-link-chain";
import { countOf } from "../../../../_count";
import { formKey } from "../../../../_session";
import { formTexts } from "../../../../_text/for-forms";
import type { Text } from "../../../../_text/text";
import { ago } from "../../../../_time";
import { FoldForm } from "../../../../_ui/fold-form";
import { Section } from "../../../../_ui/section";
import { unlinkSellerAction } from "./actions";

type Props = { view: LinkChainView; others: number; t: Text };

/** Gives up the access, with what follows from it in numbers. */
export async function EndForm({ view, others, t }: Props) {
  const said = t.linkedSellers.detail.end;
  const { clientId, shopName, lastUsedAt, linkId } = view;
  return (
    <Section id="end" title={said.title}>
      <FoldForm
        action={unlinkSellerAction}
        consequence={
          <>
            <p>{said.body(clientId, shopName)}</p>
            <p>
              {lastUsedAt ? said.lastCall(ago(lastUsedAt, now(), t.language)) : said.noCall}{" "}
              {said.others(countOf(others, t))}
            </p>
          </>
        }
        formKey={
          await formKey("unlink seller", `/clients/${view.clientRowId}/links/${linkId}`, { linkId: [linkId] })
        }
        hidden={{ do: "unlink", linkId }}
        pending={t.common.sending}
        submit={said.submit}
        summary={said.open}
        texts={formTexts(t)}
        variant="danger"
      />
    </Section>
  );
}

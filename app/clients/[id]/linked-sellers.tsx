import type { Viewer } from "@/lib/accounts/find-actor";
import type { ClientView } from "@/lib/clients/find-client";
import { listSellers } from "@/lib/links/own-seller";
import type { ChainView } from "@/lib/links/read-chain";
import { ChainLine } from "../../_chain";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { ActionForm } from "../../_ui/action-form";
import { FormField } from "../../_ui/form-field";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { linkOwnClientAction } from "./actions";

type Props = { client: ClientView; t: Text; viewer: Viewer; may: boolean; chains: ChainView[] };

/** Which seller accounts a client may act for, and for a seller the form that adds one of their own. */
export async function LinkedSellers({ client, t, viewer, may, chains }: Props) {
  const said = t.clients.links;
  const linked = chains.filter(({ sellerId }) => sellerId !== null);
  const open = new Set(
    linked
      .filter(({ lamps }) => lamps.some((l) => l.lamp === "link" && l.state === "lit"))
      .map((c) => c.sellerId),
  );
  const own = viewer.organisation.kind === "seller" ? await listSellers(viewer) : [];
  const free = own.filter(({ sellerId }) => !open.has(sellerId));
  return (
    <Section id="links" title={said.title}>
      {linked.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={[{ label: said.columns.seller }, { label: said.columns.state }]}
          rows={linked.map((view) => ({
            key: String(view.sellerId),
            cells: [
              <span key="seller">
                {view.shopName} <span className="mono">{view.sellerId}</span>
              </span>,
              <ChainLine key="chain" kind={viewer.organisation.kind} t={t} view={view} />,
            ],
          }))}
        />
      )}
      {may && free.length > 0 && (
        <ActionForm
          action={linkOwnClientAction}
          formKey={
            await formKey("link client", `/clients/${client.id}`, {
              client: [client.id],
              sellerId: free.map(({ sellerId }) => String(sellerId)),
            })
          }
          hidden={{ do: "link" }}
          labels={{ sellerId: said.add }}
          pending={t.common.sending}
          submit={said.addSubmit}
          texts={formTexts(t)}
          variant="secondary"
        >
          <FormField
            kind="select"
            label={said.add}
            name="sellerId"
            options={free.map(({ sellerId, shopName }) => ({
              value: String(sellerId),
              label: `${shopName} · ${sellerId}`,
            }))}
          />
        </ActionForm>
      )}
    </Section>
  );
}

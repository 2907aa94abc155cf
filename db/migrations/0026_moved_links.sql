-- A request may ask a linked seller to let another client of the same owner in, in the place of the one it has. The link
-- of the present client ends when the request is accepted, and not before.
ALTER TABLE "invitations" ADD COLUMN "moves_link_id" uuid;
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_moves_link_id_seller_links_id_fk" FOREIGN KEY ("moves_link_id") REFERENCES "public"."seller_links"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Only a link of the asking organisation's own, to the very account that is asked, of another client.
CREATE POLICY moves_its_own ON invitations AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (
  moves_link_id IS NULL OR EXISTS (
    SELECT 1 FROM seller_links l WHERE l.id = invitations.moves_link_id AND l.client_organisation_id = invitations.organisation_id
      AND l.seller_id = invitations.addressee_seller_id AND l.client_row_id <> invitations.client_row_id));
--> statement-breakpoint
-- What came of each seller of a run that asks is read at its request.
ALTER TABLE "bulk_items" ADD COLUMN "invitation_id" uuid;
--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
GRANT UPDATE (invitation_id) ON bulk_items TO portal_app;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
-- The link that an open request takes the place of, for the organisation whose account it is; and who asked.
CREATE FUNCTION link_moved_by(p_invitation uuid)
  RETURNS TABLE (link_id uuid, client_id text, seller_id bigint, asked_by uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT l.id, c.client_id, l.seller_id, i.created_by
    FROM invitations i JOIN seller_links l ON l.id = i.moves_link_id JOIN clients c ON c.id = l.client_row_id
    WHERE i.id = p_invitation AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.withdrawn_at IS NULL
      AND l.seller_organisation_id = app_organisation() AND l.client_organisation_id = i.organisation_id
      AND l.seller_id = i.addressee_seller_id
  $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION link_moved_by(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION link_moved_by(uuid) TO portal_app, portal_definer;
--> statement-breakpoint
ALTER FUNCTION link_moved_by(uuid) OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;

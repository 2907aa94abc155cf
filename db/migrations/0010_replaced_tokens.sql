ALTER TABLE "invitations" ADD COLUMN "replaced_hashes" "bytea"[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX invitations_replaced ON invitations USING gin (replaced_hashes);
--> statement-breakpoint
GRANT UPDATE (replaced_hashes) ON invitations TO portal_app;
--> statement-breakpoint
-- The link that a later one replaced is known still: it ended when that was sent.
CREATE OR REPLACE FUNCTION find_invitation(p_token_hash bytea)
  RETURNS TABLE (id uuid, client_row_id uuid, client_id text, organisation_id uuid, organisation_name text, suspended boolean, message text, reference text,
                 expected_seller_id bigint, has_addressee boolean, created_at timestamptz, expires_at timestamptz, accepted_at timestamptz, declined_at timestamptz, withdrawn_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT i.id, c.id, c.client_id, o.id, o.name, c.suspended_at IS NOT NULL OR o.suspended_at IS NOT NULL OR c.deleted_at IS NOT NULL, i.message, i.reference,
      coalesce(i.expected_seller_id, i.addressee_seller_id), i.addressee_email_fold IS NOT NULL OR i.addressee_seller_id IS NOT NULL,
      i.created_at, i.expires_at, i.accepted_at, i.declined_at,
      coalesce(i.withdrawn_at, CASE WHEN NOT is_inviter_there(i.organisation_id, i.created_by) THEN now() WHEN i.token_hash <> p_token_hash THEN i.sent_at END)
    FROM invitations i JOIN clients c ON c.id = i.client_row_id JOIN organisations o ON o.id = i.organisation_id
    WHERE i.token_hash = p_token_hash OR i.replaced_hashes @> ARRAY[p_token_hash]
  $$;

-- One open request of a client to one addressee, a request found by its id however many there are, and letters in turn.

-- Of several that are open to one addressee the newest stays; done as whoever owns the table, which sees all of them.
ALTER TABLE invitations NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE invitations i SET withdrawn_at = now()
  WHERE i.accepted_at IS NULL AND i.declined_at IS NULL AND i.withdrawn_at IS NULL AND EXISTS (
    SELECT 1 FROM invitations n
    WHERE n.client_row_id = i.client_row_id AND n.accepted_at IS NULL AND n.declined_at IS NULL AND n.withdrawn_at IS NULL
      AND (n.addressee_email_fold = i.addressee_email_fold OR n.addressee_seller_id = i.addressee_seller_id)
      AND (n.created_at, n.id) > (i.created_at, i.id));
--> statement-breakpoint
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- One that has lapsed counts too, for an index knows no time: whoever makes the next one withdraws it first.
CREATE UNIQUE INDEX invitations_one_to_email ON invitations (client_row_id, addressee_email_fold)
  WHERE addressee_email_fold IS NOT NULL AND accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX invitations_one_to_seller ON invitations (client_row_id, addressee_seller_id)
  WHERE addressee_seller_id IS NOT NULL AND accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL;
--> statement-breakpoint
-- Links to nobody in particular are counted, because a client may have so many open ones and no more.
CREATE INDEX invitations_to_nobody ON invitations (client_row_id, expires_at)
  WHERE addressee_email_fold IS NULL AND addressee_seller_id IS NULL AND accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
DROP FUNCTION requests_to_me(timestamptz);
--> statement-breakpoint
-- Open requests to the caller's organisation: to one of its seller accounts, or to the address of one of its members.
-- The newest hundred, each sender's newest before anybody's second, so that nobody pushes another's out; or the one
-- with that id, wherever it stands.
CREATE FUNCTION requests_to_me(p_at timestamptz, p_id uuid DEFAULT NULL)
  RETURNS TABLE (id uuid, client_row_id uuid, client_id text, organisation_id uuid, organisation_name text, suspended boolean, message text, reference text,
                 expected_seller_id bigint, created_at timestamptz, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT i.id, c.id, c.client_id, o.id, o.name, c.suspended_at IS NOT NULL OR o.suspended_at IS NOT NULL OR c.deleted_at IS NOT NULL, i.message, i.reference,
      coalesce(i.expected_seller_id, i.addressee_seller_id), i.created_at, i.expires_at
    FROM (
      SELECT asked.*, row_number() OVER (PARTITION BY asked.organisation_id ORDER BY asked.created_at DESC, asked.id DESC) AS turn
      FROM invitations asked
      WHERE asked.accepted_at IS NULL AND asked.declined_at IS NULL AND asked.withdrawn_at IS NULL AND asked.expires_at > p_at
        AND (p_id IS NULL OR asked.id = p_id)
        AND is_inviter_there(asked.organisation_id, asked.created_by)
        AND EXISTS (SELECT 1 FROM organisations me WHERE me.id = app_organisation() AND me.kind = 'seller')
        -- As arrays, so that each side goes by its index.
        AND (asked.addressee_seller_id = ANY (ARRAY(SELECT s.seller_id FROM sellers s WHERE s.owner_organisation_id = app_organisation()))
          OR asked.addressee_email_fold = ANY (ARRAY(SELECT p.email_fold FROM members m JOIN people p ON p.id = m.person_id WHERE m.organisation_id = app_organisation())))
      ORDER BY turn, asked.created_at DESC LIMIT 100
    ) i JOIN clients c ON c.id = i.client_row_id JOIN organisations o ON o.id = i.organisation_id
    ORDER BY i.created_at DESC, i.id DESC
  $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION decline_invitation(p_invitation uuid, p_token_hash bytea, p_person uuid, p_reason text, p_at timestamptz)
  RETURNS TABLE (organisation_id uuid, client_row_id uuid)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE invitations i SET declined_at = p_at, declined_by = p_person, decline_reason = p_reason
    WHERE i.id = p_invitation AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > p_at
      AND is_inviter_there(i.organisation_id, i.created_by)
      AND (i.token_hash = p_token_hash OR i.id IN (SELECT r.id FROM requests_to_me(p_at, p_invitation) r))
    RETURNING i.organisation_id, i.client_row_id
  $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION requests_to_me(timestamptz, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION requests_to_me(timestamptz, uuid) TO portal_app, portal_definer;
--> statement-breakpoint
ALTER FUNCTION requests_to_me(timestamptz, uuid) OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
--> statement-breakpoint

-- Letters that somebody waits for leave before those that ask a stranger for something, however many of these there are.
DROP INDEX mails_due;
--> statement-breakpoint
CREATE INDEX mails_due ON mails ((kind IN ('invitation', 'request')), due_at) WHERE sent_at IS NULL AND failed_at IS NULL;

-- An invitation lives no longer than its inviter's right to make one, and what ends soon is told once.

-- Whether whoever made an invitation may still do so. One that a client made itself names nobody and stays.
CREATE FUNCTION is_inviter_there(p_organisation uuid, p_person uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = public, pg_temp
  AS $$
    SELECT p_person IS NULL OR EXISTS (
      SELECT 1 FROM members m WHERE m.organisation_id = p_organisation AND m.person_id = p_person AND m.role IN ('owner', 'editor'))
  $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION is_inviter_there(uuid, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION is_inviter_there(uuid, uuid) TO portal_app, portal_operator, portal_definer;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
-- Left behind by its inviter it counts as withdrawn, from whenever somebody looks.
CREATE OR REPLACE FUNCTION find_invitation(p_token_hash bytea)
  RETURNS TABLE (id uuid, client_row_id uuid, client_id text, organisation_id uuid, organisation_name text, suspended boolean, message text, reference text,
                 expected_seller_id bigint, has_addressee boolean, created_at timestamptz, expires_at timestamptz, accepted_at timestamptz, declined_at timestamptz, withdrawn_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT i.id, c.id, c.client_id, o.id, o.name, c.suspended_at IS NOT NULL OR o.suspended_at IS NOT NULL OR c.deleted_at IS NOT NULL, i.message, i.reference,
      coalesce(i.expected_seller_id, i.addressee_seller_id), i.addressee_email_fold IS NOT NULL OR i.addressee_seller_id IS NOT NULL,
      i.created_at, i.expires_at, i.accepted_at, i.declined_at,
      coalesce(i.withdrawn_at, CASE WHEN NOT is_inviter_there(i.organisation_id, i.created_by) THEN now() END)
    FROM invitations i JOIN clients c ON c.id = i.client_row_id JOIN organisations o ON o.id = i.organisation_id
    WHERE i.token_hash = p_token_hash
  $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION requests_to_me(p_at timestamptz)
  RETURNS TABLE (id uuid, client_row_id uuid, client_id text, organisation_id uuid, organisation_name text, suspended boolean, message text, reference text,
                 expected_seller_id bigint, created_at timestamptz, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT i.id, c.id, c.client_id, o.id, o.name, c.suspended_at IS NOT NULL OR o.suspended_at IS NOT NULL OR c.deleted_at IS NOT NULL, i.message, i.reference,
      coalesce(i.expected_seller_id, i.addressee_seller_id), i.created_at, i.expires_at
    FROM invitations i JOIN clients c ON c.id = i.client_row_id JOIN organisations o ON o.id = i.organisation_id
    WHERE i.accepted_at IS NULL AND i.declined_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > p_at
      AND is_inviter_there(i.organisation_id, i.created_by)
      AND EXISTS (SELECT 1 FROM organisations me WHERE me.id = app_organisation() AND me.kind = 'seller')
      AND (i.addressee_seller_id IN (SELECT s.seller_id FROM sellers s WHERE s.owner_organisation_id = app_organisation())
        OR i.addressee_email_fold IN (SELECT p.email_fold FROM members m JOIN people p ON p.id = m.person_id WHERE m.organisation_id = app_organisation()))
    ORDER BY i.created_at DESC LIMIT 100
  $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION note_invitation_step(p_token_hash bytea, p_step text, p_at timestamptz) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE invitations SET opened_at = coalesce(opened_at, p_at), step = p_step, step_at = p_at
    WHERE token_hash = p_token_hash AND accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL AND expires_at > p_at
      AND is_inviter_there(organisation_id, created_by)
      AND array_position(ARRAY['opened','signed_in','consent'], p_step) > coalesce(array_position(ARRAY['opened','signed_in','consent'], step), 0)
  $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION accept_invitation(p_invitation uuid, p_link uuid, p_person uuid, p_at timestamptz)
  RETURNS TABLE (organisation_id uuid, client_row_id uuid)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE invitations i SET accepted_at = p_at, accepted_by = p_person, link_id = p_link
    FROM seller_links l
    WHERE i.id = p_invitation AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > p_at
      AND is_inviter_there(i.organisation_id, i.created_by)
      AND l.id = p_link AND l.client_row_id = i.client_row_id AND l.seller_organisation_id = app_organisation()
      AND l.seller_id = coalesce(i.expected_seller_id, i.addressee_seller_id, l.seller_id)
    RETURNING i.organisation_id, i.client_row_id
  $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION decline_invitation(p_invitation uuid, p_token_hash bytea, p_person uuid, p_reason text, p_at timestamptz)
  RETURNS TABLE (organisation_id uuid, client_row_id uuid)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE invitations i SET declined_at = p_at, declined_by = p_person, decline_reason = p_reason
    WHERE i.id = p_invitation AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > p_at
      AND is_inviter_there(i.organisation_id, i.created_by)
      AND (i.token_hash = p_token_hash OR i.id IN (SELECT r.id FROM requests_to_me(p_at) r))
    RETURNING i.organisation_id, i.client_row_id
  $$;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
--> statement-breakpoint

-- A reminder is an event like any other, and this index lets each exist once: of one link or secret, so many days
-- before one end. The worker reads these and no other event.
CREATE UNIQUE INDEX events_expiring_once ON events (type, coalesce(data ->> 'linkId', data ->> 'secretId'), (data ->> 'days'), (data ->> 'endsAt'))
  WHERE type IN ('link.expiring', 'secret.expiring');
--> statement-breakpoint
GRANT SELECT (type, data) ON events TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_reminds ON events FOR SELECT TO portal_worker USING (type IN ('link.expiring', 'secret.expiring'));
--> statement-breakpoint
CREATE INDEX secrets_due ON secrets (ends_at) WHERE retired_at IS NULL AND ends_at IS NOT NULL;

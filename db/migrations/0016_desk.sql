-- What the operator's desk looks up, and what the suspension of an organisation reaches.

-- Each call asks whether the client's organisation is suspended, and nothing else of it.
GRANT SELECT (id, suspended_at) ON organisations TO portal_machine;
--> statement-breakpoint
CREATE POLICY machine_reads ON organisations FOR SELECT TO portal_machine USING (true);
--> statement-breakpoint
-- A look-up goes by an index, whatever was typed: the id of a call, an address, a clientId or name that is near.
CREATE INDEX first_calls_trace ON first_calls ((report #>> '{answer,traceId}'));
--> statement-breakpoint
CREATE INDEX tickets_reference ON tickets ((context ->> 'reference')) WHERE context ->> 'reference' IS NOT NULL;
--> statement-breakpoint
CREATE INDEX seller_links_account ON seller_links (seller_id, created_at DESC, id DESC);
--> statement-breakpoint
CREATE INDEX clients_contact ON clients (lower(contact_email));
--> statement-breakpoint
CREATE INDEX sellers_contact ON sellers (lower(contact_email));
--> statement-breakpoint
CREATE INDEX clients_fold_trigrams ON clients USING gin (fold gin_trgm_ops) WITH (fastupdate = off);
--> statement-breakpoint
CREATE INDEX organisations_name_trigrams ON organisations USING gin (name_fold(name) gin_trgm_ops) WITH (fastupdate = off);
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
-- The facts behind the chain of links: for either of their sides, and for the operator who looks.
CREATE OR REPLACE FUNCTION chain_facts(p_links uuid[], p_at timestamptz)
  RETURNS TABLE (link_id uuid, client_id text, client_organisation_name text, listed_name text, client_created_at timestamptz, suspended_at timestamptz,
                 deleted_at timestamptz, secret_created_at timestamptz, first_token_at timestamptz,
                 has_endpoint boolean, tries integer, last_tried_at timestamptz, last_status smallint, last_fault text,
                 answered_at timestamptz, failed_at timestamptz, next_try_at timestamptz, mailed_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT l.id, c.client_id, o.name, i.display_name, c.created_at, coalesce(c.suspended_at, o.suspended_at), c.deleted_at,
      (SELECT max(x.created_at) FROM secrets x WHERE x.client_row_id = c.id AND x.retired_at IS NULL AND (x.ends_at IS NULL OR x.ends_at > p_at)),
      c.first_token_at, d.id IS NOT NULL, d.tries, d.last_tried_at, d.last_status, d.last_fault, d.answered_at, d.failed_at,
      CASE WHEN d.answered_at IS NULL AND d.failed_at IS NULL THEN d.due_at END,
      (SELECT min(m.sent_at) FROM mails m WHERE m.tells_link_id = l.id)
    FROM seller_links l JOIN clients c ON c.id = l.client_row_id JOIN organisations o ON o.id = c.organisation_id
      LEFT JOIN listings i ON i.client_row_id = c.id AND i.approved_at IS NOT NULL
      LEFT JOIN LATERAL (SELECT * FROM deliveries d WHERE d.link_id = l.id AND d.type = 'link.created' ORDER BY d.created_at DESC LIMIT 1) d ON true
    WHERE l.id = ANY (p_links) AND (current_setting('role') = 'portal_operator' OR app_organisation() IN (l.client_organisation_id, l.seller_organisation_id))
  $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION chain_facts(uuid[], timestamptz), lock_client_for_link(uuid, timestamptz) TO portal_operator;
--> statement-breakpoint
-- Why the holder of this session sees nothing: the organisations they are members of that are suspended.
CREATE FUNCTION find_suspensions(p_session uuid) RETURNS TABLE (name text, suspended_at timestamptz, reason text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT o.name, o.suspended_at, o.suspend_reason
    FROM sessions s JOIN members m ON m.person_id = s.person_id JOIN organisations o ON o.id = m.organisation_id
    WHERE s.id = p_session AND s.ended_at IS NULL AND o.suspended_at IS NOT NULL
    ORDER BY o.suspended_at DESC
  $$;
--> statement-breakpoint
-- Holds a seller account for the rest of the operator's transaction, so that nobody comes to own it while it is linked.
CREATE FUNCTION hold_seller(p_seller bigint) RETURNS TABLE (owner_organisation_id uuid, owner_suspended boolean)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT s.owner_organisation_id, o.suspended_at IS NOT NULL
    FROM sellers s LEFT JOIN organisations o ON o.id = s.owner_organisation_id
    WHERE s.seller_id = p_seller AND s.open_test_since IS NULL FOR SHARE OF s
  $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION find_suspensions(uuid), hold_seller(bigint) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_suspensions(uuid) TO portal_app, portal_definer;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION hold_seller(bigint) TO portal_operator, portal_definer;
--> statement-breakpoint
ALTER FUNCTION find_suspensions(uuid) OWNER TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION hold_seller(bigint) OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
--> statement-breakpoint
-- The marketplace's own organisation is the desk itself: whoever suspended it could not come back to resume it.
ALTER TABLE organisations ADD CONSTRAINT organisations_desk_stays CHECK (kind <> 'operator' OR suspended_at IS NULL);

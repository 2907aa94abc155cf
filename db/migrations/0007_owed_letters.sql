CREATE TABLE "owed_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"kind" text NOT NULL,
	"link_id" uuid NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "owed_letters_recipient" ON "owed_letters" USING btree ("recipient","at");--> statement-breakpoint
-- Whoever ends or opens links may owe a letter about it; the worker pays. An outbox like `mails`: nobody else reads it.
GRANT INSERT ON owed_letters TO portal_app, portal_worker, portal_operator;
--> statement-breakpoint
GRANT SELECT, DELETE ON owed_letters TO portal_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON owed_letters TO portal_definer;
--> statement-breakpoint

-- What is done for one link is done for thousands in one statement: a client with many links must end in time.
DROP FUNCTION tell_client(uuid, uuid, text, text, timestamptz), contacts_of_link(uuid), may_speak_of(uuid);
--> statement-breakpoint
-- Whether the caller may speak about all of these links: as one of their two sides, or as the worker.
CREATE FUNCTION may_speak_of_all(p_links uuid[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT current_setting('role') IN ('portal_worker', 'portal_operator') OR NOT EXISTS (
      SELECT 1 FROM unnest(p_links) AS u(id) WHERE NOT EXISTS (
        SELECT 1 FROM seller_links l WHERE l.id = u.id AND app_organisation() IN (l.client_organisation_id, l.seller_organisation_id)))
  $$;
--> statement-breakpoint
-- Lays messages for the clients' endpoints into their outbox, in the caller's transaction. The links that had one.
CREATE FUNCTION tell_clients(p_deliveries uuid[], p_links uuid[], p_bodies text[], p_type text, p_at timestamptz) RETURNS SETOF uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF NOT may_speak_of_all(p_links) THEN RAISE EXCEPTION 'not a side of these links' USING ERRCODE = '42501'; END IF;
    RETURN QUERY
      INSERT INTO deliveries AS d (id, endpoint_id, organisation_id, type, link_id, body, created_at, due_at)
        SELECT u.id, e.id, e.organisation_id, p_type, l.id, u.body, p_at, p_at
        FROM unnest(p_deliveries, p_links, p_bodies) AS u(id, link, body) JOIN seller_links l ON l.id = u.link
          JOIN endpoints e ON e.client_row_id = l.client_row_id
        WHERE e.removed_at IS NULL AND e.disabled_at IS NULL AND p_type = ANY (e.events)
        RETURNING d.link_id;
  END $$;
--> statement-breakpoint
-- Whom to write to about links: the contact of each client, and the owners of each seller account.
CREATE FUNCTION contacts_of_links(p_links uuid[])
  RETURNS TABLE (link_id uuid, side text, email text, name text, client_id text, client_organisation_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT l.id, 'client', c.contact_email, '', c.client_id, o.name
      FROM seller_links l JOIN clients c ON c.id = l.client_row_id JOIN organisations o ON o.id = c.organisation_id
      WHERE l.id = ANY (p_links) AND may_speak_of_all(p_links)
    UNION ALL
    SELECT l.id, 'seller', p.email, p.name, c.client_id, o.name
      FROM seller_links l JOIN clients c ON c.id = l.client_row_id JOIN organisations o ON o.id = c.organisation_id
        JOIN members m ON m.organisation_id = l.seller_organisation_id AND m.role = 'owner' JOIN people p ON p.id = m.person_id
      WHERE l.id = ANY (p_links) AND may_speak_of_all(p_links)
  $$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (ARRAY['may_speak_of_all','tell_clients','contacts_of_links'])
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app, portal_worker, portal_operator, portal_definer', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO portal_definer', f);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;

-- The second wall: roles with narrow grants, and row-level security on every table that belongs to somebody.
-- Logins own nothing and inherit nothing; each transaction takes on one of these roles (db/client.ts).
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['portal_app','portal_machine','portal_worker','portal_operator','portal_definer'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', name);
    END IF;
    -- Since PostgreSQL 16 the maker of a role is its member without the right to become it.
    IF NOT pg_has_role(current_user, name, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) THEN
      EXECUTE format('GRANT %I TO %I', name, current_user);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO portal_app, portal_machine, portal_worker, portal_operator, portal_definer;
--> statement-breakpoint
CREATE FUNCTION app_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.organisation_id', true), '')::uuid $$;
--> statement-breakpoint
-- The one rule of "is this link open now", used by the chain, by lists and by the check of each API call.
CREATE FUNCTION link_is_open(unlinked_at timestamptz, expires_at timestamptz, ends_at timestamptz, at timestamptz)
  RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT unlinked_at IS NULL AND (expires_at IS NULL OR expires_at > at) AND (ends_at IS NULL OR ends_at > at) $$;
--> statement-breakpoint
CREATE UNIQUE INDEX seller_links_open ON seller_links (client_row_id, seller_id)
  INCLUDE (expires_at, ends_at) WHERE unlinked_at IS NULL;
--> statement-breakpoint
-- A secret and a link belong to the organisation that their client belongs to, whoever writes them.
ALTER TABLE clients ADD CONSTRAINT clients_id_organisation UNIQUE (id, organisation_id);
--> statement-breakpoint
ALTER TABLE secrets ADD CONSTRAINT secrets_of_their_client
  FOREIGN KEY (client_row_id, organisation_id) REFERENCES clients (id, organisation_id);
--> statement-breakpoint
ALTER TABLE seller_links ADD CONSTRAINT seller_links_of_their_client
  FOREIGN KEY (client_row_id, client_organisation_id) REFERENCES clients (id, organisation_id);
--> statement-breakpoint
ALTER TABLE limit_counters SET UNLOGGED;
--> statement-breakpoint

-- Grants. Nobody may change or delete an event.
GRANT SELECT, INSERT, UPDATE ON people, sessions TO portal_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON sign_ups, resets TO portal_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON used_form_keys TO portal_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON organisations, members, sellers, clients, secrets, seller_links TO portal_app;
--> statement-breakpoint
-- What a member may change of a row. Who owns it, whether it is reviewed, and the past are not among it.
GRANT UPDATE (contact_email, purpose, suspended_at, suspended_by, deleted_at, deleted_by, tokens_not_before) ON clients TO portal_app;
--> statement-breakpoint
GRANT UPDATE (label, ends_at, retired_at, retired_by) ON secrets TO portal_app;
--> statement-breakpoint
GRANT UPDATE (expires_at, ends_at, unlinked_at, unlinked_by, reason) ON seller_links TO portal_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON events, first_calls TO portal_app;
--> statement-breakpoint
GRANT SELECT ON listings TO portal_app;
--> statement-breakpoint
GRANT INSERT ON mails TO portal_app;
--> statement-breakpoint
GRANT SELECT ON clients, secrets, seller_links, sellers, signing_keys TO portal_machine;
--> statement-breakpoint
GRANT SELECT, UPDATE, DELETE ON mails, used_form_keys, sign_ups, resets, sessions, first_calls, limit_counters TO portal_worker;
--> statement-breakpoint
GRANT SELECT ON organisations, clients, secrets, sellers TO portal_worker;
--> statement-breakpoint
GRANT SELECT, UPDATE ON seller_links TO portal_worker;
--> statement-breakpoint
GRANT INSERT ON events, mails TO portal_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON signing_keys TO portal_worker;
--> statement-breakpoint
GRANT SELECT ON organisations, members, people, sellers, clients, secrets, seller_links, events, listings, first_calls, mails TO portal_operator;
--> statement-breakpoint
GRANT INSERT ON events, mails TO portal_operator;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO portal_definer;
--> statement-breakpoint

-- Policies. An unset organisation sees no rows.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['organisations','members','sellers','clients','secrets','seller_links','events','first_calls','listings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO portal_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY operator_reads ON %I FOR SELECT TO portal_operator USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['organisations','sellers','clients','secrets','first_calls'] LOOP
    EXECUTE format('CREATE POLICY worker_all ON %I TO portal_worker USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['clients','secrets','seller_links','sellers'] LOOP
    EXECUTE format('CREATE POLICY machine_reads ON %I FOR SELECT TO portal_machine USING (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY own ON organisations TO portal_app USING (id = (SELECT app_organisation()));
--> statement-breakpoint
CREATE POLICY own ON members TO portal_app USING (organisation_id = (SELECT app_organisation()));
--> statement-breakpoint
CREATE POLICY own ON sellers FOR SELECT TO portal_app USING (owner_organisation_id = (SELECT app_organisation()));
--> statement-breakpoint
-- Only a number nobody had before: an account that exists is bound by proof, never by writing it.
CREATE POLICY fresh ON sellers FOR INSERT TO portal_app
  WITH CHECK (owner_organisation_id = (SELECT app_organisation()) AND seller_id >= 300001 AND open_test_since IS NULL);
--> statement-breakpoint
CREATE POLICY own ON clients TO portal_app USING (organisation_id = (SELECT app_organisation()))
  WITH CHECK (organisation_id = (SELECT app_organisation()) AND reviewed_at IS NULL AND starter_since IS NULL);
--> statement-breakpoint
CREATE POLICY own ON secrets TO portal_app USING (organisation_id = (SELECT app_organisation()));
--> statement-breakpoint
CREATE POLICY either_side_sees ON seller_links FOR SELECT TO portal_app
  USING ((SELECT app_organisation()) IN (client_organisation_id, seller_organisation_id));
--> statement-breakpoint
CREATE POLICY either_side_ends ON seller_links FOR UPDATE TO portal_app
  USING ((SELECT app_organisation()) IN (client_organisation_id, seller_organisation_id));
--> statement-breakpoint
-- Access to a seller account is given by its owner alone.
CREATE POLICY owner_links ON seller_links FOR INSERT TO portal_app WITH CHECK (
  seller_organisation_id = (SELECT app_organisation())
  AND EXISTS (SELECT 1 FROM sellers s WHERE s.seller_id = seller_links.seller_id AND s.owner_organisation_id = (SELECT app_organisation())));
--> statement-breakpoint
CREATE POLICY worker_closes ON seller_links TO portal_worker USING (true);
--> statement-breakpoint
CREATE POLICY either_side ON events FOR SELECT TO portal_app
  USING ((SELECT app_organisation()) IN (organisation_id, other_organisation_id));
--> statement-breakpoint
CREATE POLICY own ON events FOR INSERT TO portal_app
  WITH CHECK (organisation_id IS NOT DISTINCT FROM (SELECT app_organisation()));
--> statement-breakpoint
CREATE POLICY worker_records ON events FOR INSERT TO portal_worker WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY operator_records ON events FOR INSERT TO portal_operator WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY own ON first_calls TO portal_app
  USING (organisation_id IS NOT DISTINCT FROM (SELECT app_organisation()));
--> statement-breakpoint
CREATE POLICY approved_or_own ON listings FOR SELECT TO portal_app
  USING (approved_at IS NOT NULL OR organisation_id = (SELECT app_organisation()));
--> statement-breakpoint

-- Named reads and writes that cross the wall, each for one purpose. They run as portal_definer.

-- Who holds this session, and in which organisations. The session's id is the proof.
CREATE FUNCTION find_session(p_session uuid, p_at timestamptz)
  RETURNS TABLE (person_id uuid, email text, person_name text, language text, fresh_at timestamptz, seen_at timestamptz,
                 shown_organisation_id uuid, organisation_id uuid, organisation_name text, kind text, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT p.id, p.email, p.name, p.language, s.fresh_at, s.seen_at, s.shown_organisation_id,
           o.id, o.name, o.kind, m.role
    FROM sessions s JOIN people p ON p.id = s.person_id
      LEFT JOIN members m ON m.person_id = p.id
      LEFT JOIN organisations o ON o.id = m.organisation_id AND o.suspended_at IS NULL
    WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > p_at AND s.seen_at > p_at - interval '12 hours'
    ORDER BY m.created_at, o.id
  $$;
--> statement-breakpoint
-- Which of these folded clientIds are taken, by whomever, also by deleted clients.
CREATE FUNCTION taken_folds(p_folds text[]) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT fold FROM clients WHERE fold = ANY (p_folds) $$;
--> statement-breakpoint
-- The clients linked to one's own seller accounts, whoever owns them: who has access must never be hidden.
CREATE FUNCTION clients_linked_to_me() RETURNS TABLE (id uuid, client_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT c.id, c.client_id FROM clients c
    WHERE c.id IN (SELECT l.client_row_id FROM seller_links l WHERE l.seller_organisation_id = app_organisation())
  $$;
--> statement-breakpoint
-- The next free SellerId of the sandbox, from 300001 on.
CREATE SEQUENCE fresh_seller_ids START 300001 OWNED BY sellers.seller_id;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE fresh_seller_ids TO portal_app, portal_definer;
--> statement-breakpoint
-- Counts against a limit over a sliding window of sixty slots, and says whether there was room.
-- p_add = 0 only asks. A refused take changes nothing. left_over counts what is still free afterwards.
CREATE FUNCTION take_limit(p_key text, p_max integer, p_window_seconds integer, p_add integer DEFAULT 1)
  RETURNS TABLE (allowed boolean, left_over integer, retry_after_seconds integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
  DECLARE
    slot_seconds double precision := p_window_seconds / 60.0;
    seconds double precision := extract(epoch FROM clock_timestamp());
    this_slot bigint := floor(seconds / slot_seconds);
    found limit_counters%ROWTYPE;
    shifted integer;
    total integer;
    need integer := greatest(p_add, 1);
  BEGIN
    IF p_add = 0 THEN
      SELECT * INTO found FROM limit_counters c WHERE c.key = p_key;
    ELSE
      INSERT INTO limit_counters AS c (key, slot, counts, expires_at)
        VALUES (p_key, this_slot, array_fill(0, ARRAY[60]), clock_timestamp() + make_interval(secs => 2 * p_window_seconds))
        ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at
        RETURNING c.* INTO found;
    END IF;
    IF found.key IS NULL THEN
      RETURN QUERY SELECT p_max >= need, p_max, 0;
      RETURN;
    END IF;
    shifted := least(60, greatest(0, this_slot - found.slot));
    IF shifted > 0 THEN
      found.counts := found.counts[shifted + 1 : 60] || array_fill(0, ARRAY[shifted]);
    END IF;
    SELECT sum(n) INTO total FROM unnest(found.counts) AS n;
    IF total + need > p_max THEN
      RETURN QUERY
        SELECT false, greatest(0, p_max - total),
          greatest(1, ceil(first.i * slot_seconds - (seconds - this_slot * slot_seconds)))::integer
        FROM (
          SELECT coalesce(min(i), 60) AS i FROM generate_series(1, 60) AS i
          WHERE total + need - (SELECT sum(n) FROM unnest(found.counts[1 : i]) AS n) <= p_max
        ) AS first;
      RETURN;
    END IF;
    IF p_add > 0 THEN
      found.counts[60] := found.counts[60] + p_add;
      UPDATE limit_counters c SET slot = greatest(found.slot, this_slot), counts = found.counts WHERE c.key = p_key;
    END IF;
    RETURN QUERY SELECT true, p_max - total - p_add, 0;
  END $$;
--> statement-breakpoint
-- Last-use times, flushed in batches by the sandbox. Never moves a time backwards.
CREATE FUNCTION record_uses(p_clients uuid[], p_secrets uuid[], p_link_clients uuid[], p_link_sellers bigint[], p_link_succeeded boolean[], p_link_failed boolean[], p_at timestamptz)
  RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public
  AS $$
    UPDATE clients SET first_token_at = coalesce(first_token_at, p_at), last_token_at = greatest(last_token_at, p_at)
      WHERE id = ANY (p_clients);
    UPDATE secrets SET last_used_at = greatest(last_used_at, p_at) WHERE id = ANY (p_secrets);
    UPDATE seller_links l SET
        first_call_at = CASE WHEN u.succeeded THEN coalesce(l.first_call_at, p_at) ELSE l.first_call_at END,
        last_used_at = greatest(l.last_used_at, p_at),
        failing_since = CASE WHEN u.failed THEN coalesce(l.failing_since, p_at) END
      FROM unnest(p_link_clients, p_link_sellers, p_link_succeeded, p_link_failed) AS u (client_row_id, seller_id, succeeded, failed)
      WHERE l.client_row_id = u.client_row_id AND l.seller_id = u.seller_id AND l.unlinked_at IS NULL;
  $$;
--> statement-breakpoint
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_organisation(), link_is_open(timestamptz, timestamptz, timestamptz, timestamptz)
  TO portal_app, portal_machine, portal_worker, portal_operator, portal_definer;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_session(uuid, timestamptz), taken_folds(text[]), clients_linked_to_me() TO portal_app;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION take_limit(text, integer, integer, integer) TO portal_app, portal_machine, portal_worker;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION record_uses(uuid[], uuid[], uuid[], bigint[], boolean[], boolean[], timestamptz) TO portal_machine;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION find_session(uuid, timestamptz) OWNER TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION taken_folds(text[]) OWNER TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION clients_linked_to_me() OWNER TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION take_limit(text, integer, integer, integer) OWNER TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION record_uses(uuid[], uuid[], uuid[], bigint[], boolean[], boolean[], timestamptz) OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;

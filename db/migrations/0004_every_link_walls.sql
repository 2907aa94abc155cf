-- What consent, invitations, hand-overs, claims and webhooks may read and write, and the named ways across the wall.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE INDEX listings_name_trigrams ON listings USING gin (name_fold gin_trgm_ops) WITH (fastupdate = off);
--> statement-breakpoint

-- The rows of these tables belong to the organisation that their client belongs to, whoever writes them.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['client_reviews','invitations','hand_overs','endpoints','idempotency_keys'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (client_row_id, organisation_id) REFERENCES clients (id, organisation_id)', t, t || '_of_their_client');
  END LOOP;
END $$;
--> statement-breakpoint
-- A message belongs to the organisation of its endpoint, and a try to that of its message.
ALTER TABLE endpoints ADD CONSTRAINT endpoints_id_organisation UNIQUE (id, organisation_id);
--> statement-breakpoint
ALTER TABLE deliveries ADD CONSTRAINT deliveries_of_their_endpoint FOREIGN KEY (endpoint_id, organisation_id) REFERENCES endpoints (id, organisation_id);
--> statement-breakpoint
ALTER TABLE deliveries ADD CONSTRAINT deliveries_id_organisation UNIQUE (id, organisation_id);
--> statement-breakpoint
ALTER TABLE attempts ADD CONSTRAINT attempts_of_their_delivery FOREIGN KEY (delivery_id, organisation_id) REFERENCES deliveries (id, organisation_id) ON DELETE CASCADE;
--> statement-breakpoint
-- One state at a time: a request is accepted, declined or withdrawn, never two of them.
ALTER TABLE invitations ADD CONSTRAINT invitations_one_end CHECK (num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1);
--> statement-breakpoint
ALTER TABLE hand_overs ADD CONSTRAINT hand_overs_one_end CHECK (num_nonnulls(opened_at, withdrawn_at) <= 1);
--> statement-breakpoint
ALTER TABLE claim_requests ADD CONSTRAINT claim_requests_one_end CHECK (num_nonnulls(accepted_at, declined_at) <= 1);
--> statement-breakpoint

-- The shop's name stands beside the link, so that the client's side can search and sort by it without seeing accounts.
CREATE FUNCTION keep_shop_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    SELECT s.shop_name, name_fold(s.shop_name) INTO NEW.shop_name, NEW.shop_fold FROM sellers s WHERE s.seller_id = NEW.seller_id;
    RETURN NEW;
  END $$;
--> statement-breakpoint
CREATE FUNCTION spread_shop_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    UPDATE seller_links SET shop_name = NEW.shop_name, shop_fold = name_fold(NEW.shop_name) WHERE seller_id = NEW.seller_id;
    RETURN NEW;
  END $$;
--> statement-breakpoint
CREATE TRIGGER keep_shop_name BEFORE INSERT ON seller_links FOR EACH ROW EXECUTE FUNCTION keep_shop_name();
--> statement-breakpoint
CREATE TRIGGER spread_shop_name AFTER UPDATE OF shop_name ON sellers FOR EACH ROW
  WHEN (OLD.shop_name IS DISTINCT FROM NEW.shop_name) EXECUTE FUNCTION spread_shop_name();
--> statement-breakpoint
-- An end stays an end, and only the account's own side gives more time.
CREATE FUNCTION keep_ends() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF OLD.unlinked_at IS NOT NULL AND NEW.unlinked_at IS DISTINCT FROM OLD.unlinked_at THEN
      RAISE EXCEPTION 'a link that has ended stays so' USING ERRCODE = '42501';
    END IF;
    IF current_setting('role') = 'portal_app' AND app_organisation() IS DISTINCT FROM OLD.seller_organisation_id
        AND (coalesce(NEW.expires_at, 'infinity') > coalesce(OLD.expires_at, 'infinity') OR coalesce(NEW.ends_at, 'infinity') > coalesce(OLD.ends_at, 'infinity')) THEN
      RAISE EXCEPTION 'only the owner of the account gives more time' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END $$;
--> statement-breakpoint
CREATE TRIGGER keep_ends BEFORE UPDATE OF unlinked_at, expires_at, ends_at ON seller_links FOR EACH ROW EXECUTE FUNCTION keep_ends();
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
UPDATE seller_links l SET shop_name = s.shop_name, shop_fold = name_fold(s.shop_name), told_at = l.created_at,
    told_by = CASE WHEN l.client_organisation_id = l.seller_organisation_id THEN 'own' ELSE 'mail' END
  FROM sellers s WHERE s.seller_id = l.seller_id;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint

-- Grants.
GRANT SELECT, INSERT ON consents, client_reviews, invitations, hand_overs, kept_sellers, claims, endpoints, deliveries, idempotency_keys TO portal_app;
--> statement-breakpoint
GRANT SELECT ON claim_requests, attempts TO portal_app;
--> statement-breakpoint
GRANT UPDATE (token_hash, expires_at, sends, sent_at, withdrawn_at, withdrawn_by) ON invitations TO portal_app;
--> statement-breakpoint
GRANT UPDATE (opened_at, wrong_phrases, withdrawn_at, withdrawn_by) ON hand_overs TO portal_app;
--> statement-breakpoint
GRANT UPDATE (reference, notes), DELETE ON kept_sellers TO portal_app;
--> statement-breakpoint
GRANT UPDATE (wrong_codes, proven_at) ON claims TO portal_app;
--> statement-breakpoint
GRANT UPDATE (accepted_at, declined_at, decided_by) ON claim_requests TO portal_app;
--> statement-breakpoint
GRANT UPDATE (url, events, failing_since, disabled_at, removed_at, removed_by) ON endpoints TO portal_app;
--> statement-breakpoint
GRANT UPDATE (due_at, tries, answered_at, failed_at) ON deliveries TO portal_app;
--> statement-breakpoint
GRANT UPDATE (status, body) ON idempotency_keys TO portal_app;
--> statement-breakpoint
GRANT UPDATE (portal_api_since) ON clients TO portal_app;
--> statement-breakpoint
GRANT SELECT (email_fold, language) ON people TO portal_worker;
--> statement-breakpoint
GRANT SELECT ON endpoints TO portal_worker;
--> statement-breakpoint
GRANT UPDATE (failing_since, disabled_at) ON endpoints TO portal_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON deliveries, attempts TO portal_worker;
--> statement-breakpoint
GRANT SELECT, DELETE ON claims, idempotency_keys TO portal_worker;
--> statement-breakpoint
GRANT SELECT ON sessions, client_reviews, consents, invitations, endpoints, deliveries, attempts, claim_requests TO portal_operator;
--> statement-breakpoint
GRANT SELECT, INSERT ON used_form_keys TO portal_operator;
--> statement-breakpoint
GRANT UPDATE (decided_at, decided_by, decision, reason) ON client_reviews TO portal_operator;
--> statement-breakpoint
GRANT UPDATE (reviewed_at) ON clients TO portal_operator;
--> statement-breakpoint
GRANT UPDATE (due_at, tries, failed_at, answered_at) ON deliveries TO portal_operator;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON claim_requests, claims, client_reviews, hand_overs, invitations, kept_sellers, consents, endpoints, deliveries, attempts, idempotency_keys TO portal_definer;
--> statement-breakpoint

-- Policies. An unset organisation sees no rows.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['consents','client_reviews','invitations','hand_overs','kept_sellers','claims','claim_requests','endpoints','deliveries','attempts','idempotency_keys'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO portal_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY operator_reads ON %I FOR SELECT TO portal_operator USING (true)', t);
    EXECUTE format('CREATE POLICY own ON %I TO portal_app USING (organisation_id = (SELECT app_organisation()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['claims','endpoints','deliveries','attempts','idempotency_keys'] LOOP
    EXECUTE format('CREATE POLICY worker_all ON %I TO portal_worker USING (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Nothing is born decided, accepted, opened or proven.
CREATE POLICY born_open ON client_reviews AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (num_nonnulls(decided_at, decision) = 0);
--> statement-breakpoint
CREATE POLICY born_open ON invitations AS RESTRICTIVE FOR INSERT TO portal_app
  WITH CHECK (num_nonnulls(opened_at, accepted_at, link_id, declined_at, withdrawn_at) = 0);
--> statement-breakpoint
CREATE POLICY born_open ON hand_overs AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (num_nonnulls(opened_at, withdrawn_at) = 0);
--> statement-breakpoint
CREATE POLICY born_open ON claims AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (proven_at IS NULL AND wrong_codes = 0);
--> statement-breakpoint
CREATE POLICY asking ON claim_requests FOR SELECT TO portal_app USING (asking_organisation_id = (SELECT app_organisation()));
--> statement-breakpoint
CREATE POLICY operator_decides ON client_reviews FOR UPDATE TO portal_operator USING (true);
--> statement-breakpoint
CREATE POLICY operator_reviews ON clients FOR UPDATE TO portal_operator USING (true);
--> statement-breakpoint
CREATE POLICY operator_retries ON deliveries FOR UPDATE TO portal_operator USING (true);
--> statement-breakpoint
-- A reviewed client is changed by its owner like any other; only a new one may not be born reviewed.
DROP POLICY own ON clients;
--> statement-breakpoint
CREATE POLICY own ON clients TO portal_app USING (organisation_id = (SELECT app_organisation()));
--> statement-breakpoint
CREATE POLICY born_unreviewed ON clients AS RESTRICTIVE FOR INSERT TO portal_app
  WITH CHECK (reviewed_at IS NULL AND starter_since IS NULL AND portal_api_since IS NULL);
--> statement-breakpoint

-- Whether a client counts as reviewed: the operator said so, or its organisation has an approved listing.
CREATE FUNCTION is_reviewed(p_client uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT c.reviewed_at IS NOT NULL OR EXISTS (SELECT 1 FROM listings l WHERE l.organisation_id = c.organisation_id AND l.approved_at IS NOT NULL)
    FROM clients c WHERE c.id = p_client
  $$;
--> statement-breakpoint
-- Who is behind a clientId, for the consent page of whoever holds it: byte for byte, never a deleted one.
CREATE FUNCTION find_client_for_consent(p_client_id text, p_at timestamptz)
  RETURNS TABLE (id uuid, client_id text, organisation_id uuid, organisation_name text, kind text, organisation_since timestamptz,
                 domain text, domain_verified_at timestamptz, client_since timestamptz, reviewed boolean, suspended boolean,
                 listed_name text, description text, website text, logo text, methods text[], support_url text, open_links integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT c.id, c.client_id, o.id, o.name, o.kind, o.created_at, o.domain, o.domain_verified_at, c.created_at, is_reviewed(c.id),
           c.suspended_at IS NOT NULL OR o.suspended_at IS NOT NULL,
           l.display_name, l.description, l.website, l.logo, l.methods, l.support_url,
           (SELECT count(*)::integer FROM (SELECT 1 FROM seller_links k WHERE k.client_row_id = c.id
             AND link_is_open(k.unlinked_at, k.expires_at, k.ends_at, p_at) LIMIT 10001) AS few)
    FROM clients c JOIN organisations o ON o.id = c.organisation_id
      LEFT JOIN listings l ON l.client_row_id = c.id AND l.approved_at IS NOT NULL
    WHERE c.client_id = p_client_id AND c.deleted_at IS NULL AND c.starter_since IS NULL
  $$;
--> statement-breakpoint
-- The public directory, best match first; without words, by name. Tolerates typing errors, accents, case and spaces.
CREATE FUNCTION search_directory(p_query text, p_limit integer, p_skip integer)
  RETURNS TABLE (listing_id uuid, client_id text, display_name text, description text, website text, logo text, methods text[],
                 domain text, domain_verified_at timestamptz, since timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT l.id, c.client_id, l.display_name, l.description, l.website, l.logo, l.methods, o.domain, o.domain_verified_at, l.approved_at
    FROM listings l JOIN clients c ON c.id = l.client_row_id JOIN organisations o ON o.id = l.organisation_id
    WHERE l.approved_at IS NOT NULL AND c.deleted_at IS NULL AND c.suspended_at IS NULL AND o.suspended_at IS NULL
      AND (l.name_fold LIKE name_fold(p_query) || '%' OR l.name_fold LIKE '%' || name_fold(p_query) || '%' OR l.name_fold % name_fold(p_query))
    ORDER BY l.name_fold = name_fold(p_query) DESC, l.name_fold LIKE name_fold(p_query) || '%' AND name_fold(p_query) <> '' DESC,
      similarity(l.name_fold, name_fold(p_query)) DESC, l.display_name, l.id
    LIMIT least(p_limit, 100) OFFSET least(p_skip, 5000)
  $$;
--> statement-breakpoint
-- Holds a client for the rest of the transaction that links it, so that its end or suspension comes before or after;
-- and says what decides. `foreign_links` counts open links to accounts that are not its own organisation's.
CREATE FUNCTION lock_client_for_link(p_client uuid, p_at timestamptz)
  RETURNS TABLE (client_id text, organisation_id uuid, organisation_name text, reviewed boolean, suspended boolean, deleted boolean, listed boolean, foreign_links integer)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    -- A cap is counted under an exclusive hold; without a cap, links of one client are made side by side.
    IF is_reviewed(p_client) THEN
      PERFORM 1 FROM clients c WHERE c.id = p_client FOR SHARE;
      -- What made it reviewed may have gone while this waited; then there is a cap after all.
      IF NOT is_reviewed(p_client) THEN
        PERFORM 1 FROM clients c WHERE c.id = p_client FOR NO KEY UPDATE;
      END IF;
    ELSE
      PERFORM 1 FROM clients c WHERE c.id = p_client FOR NO KEY UPDATE;
    END IF;
    RETURN QUERY
      SELECT c.client_id, c.organisation_id, o.name, is_reviewed(c.id), c.suspended_at IS NOT NULL OR o.suspended_at IS NOT NULL,
        c.deleted_at IS NOT NULL OR c.starter_since IS NOT NULL,
        EXISTS (SELECT 1 FROM listings l WHERE l.client_row_id = c.id AND l.approved_at IS NOT NULL),
        (SELECT count(*)::integer FROM (SELECT 1 FROM seller_links k WHERE k.client_row_id = c.id
           AND k.seller_organisation_id IS DISTINCT FROM c.organisation_id
           AND link_is_open(k.unlinked_at, k.expires_at, k.ends_at, p_at) LIMIT 100) AS few)
      FROM clients c JOIN organisations o ON o.id = c.organisation_id WHERE c.id = p_client;
  END $$;
--> statement-breakpoint
-- Whether the caller may speak about a link: one of its two sides, or the worker.
CREATE FUNCTION may_speak_of(p_link uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT current_setting('role') IN ('portal_worker', 'portal_operator') OR EXISTS (
      SELECT 1 FROM seller_links l WHERE l.id = p_link AND app_organisation() IN (l.client_organisation_id, l.seller_organisation_id))
  $$;
--> statement-breakpoint
-- Lays a message for the client's endpoint into its outbox, in the caller's transaction. Whether there was one.
CREATE FUNCTION tell_client(p_delivery uuid, p_link uuid, p_type text, p_body text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE told boolean;
  BEGIN
    IF NOT may_speak_of(p_link) THEN RAISE EXCEPTION 'not a side of this link' USING ERRCODE = '42501'; END IF;
    INSERT INTO deliveries (id, endpoint_id, organisation_id, type, link_id, body, created_at, due_at)
      SELECT p_delivery, e.id, e.organisation_id, p_type, p_link, p_body, p_at, p_at
      FROM seller_links l JOIN endpoints e ON e.client_row_id = l.client_row_id
      WHERE l.id = p_link AND e.removed_at IS NULL AND e.disabled_at IS NULL AND p_type = ANY (e.events)
      RETURNING true INTO told;
    RETURN coalesce(told, false);
  END $$;
--> statement-breakpoint
-- Whom to write to about a link: the client's contact, and the owners of the seller account.
CREATE FUNCTION contacts_of_link(p_link uuid)
  RETURNS TABLE (side text, email text, name text, client_id text, client_organisation_name text, client_row_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT 'client', c.contact_email, '', c.client_id, o.name, c.id
      FROM seller_links l JOIN clients c ON c.id = l.client_row_id JOIN organisations o ON o.id = c.organisation_id
      WHERE l.id = p_link AND may_speak_of(p_link)
    UNION ALL
    SELECT 'seller', p.email, p.name, c.client_id, o.name, c.id
      FROM seller_links l JOIN clients c ON c.id = l.client_row_id JOIN organisations o ON o.id = c.organisation_id
        JOIN members m ON m.organisation_id = l.seller_organisation_id AND m.role = 'owner' JOIN people p ON p.id = m.person_id
      WHERE l.id = p_link AND may_speak_of(p_link)
  $$;
--> statement-breakpoint
-- The facts behind the chain of links that the caller's organisation is a side of, and how the telling goes.
CREATE FUNCTION chain_facts(p_links uuid[], p_at timestamptz)
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
    WHERE l.id = ANY (p_links) AND app_organisation() IN (l.client_organisation_id, l.seller_organisation_id)
  $$;
--> statement-breakpoint
-- Who stands behind the clients linked to one's own seller accounts.
CREATE FUNCTION partners_linked_to_me()
  RETURNS TABLE (client_row_id uuid, client_id text, organisation_name text, kind text, listed_name text, domain text, domain_verified_at timestamptz, gone boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT c.id, c.client_id, o.name, o.kind, i.display_name, o.domain, o.domain_verified_at, c.deleted_at IS NOT NULL
    FROM clients c JOIN organisations o ON o.id = c.organisation_id LEFT JOIN listings i ON i.client_row_id = c.id AND i.approved_at IS NOT NULL
    WHERE c.id IN (SELECT l.client_row_id FROM seller_links l WHERE l.seller_organisation_id = app_organisation())
  $$;
--> statement-breakpoint
CREATE INDEX mails_tells_link ON mails (tells_link_id) WHERE tells_link_id IS NOT NULL;
--> statement-breakpoint

-- An invitation by its token, whose holder is anyone. `reference` is for the link that comes of it, not for the eye.
CREATE FUNCTION find_invitation(p_token_hash bytea)
  RETURNS TABLE (id uuid, client_row_id uuid, client_id text, organisation_id uuid, organisation_name text, suspended boolean, message text, reference text,
                 expected_seller_id bigint, has_addressee boolean, created_at timestamptz, expires_at timestamptz, accepted_at timestamptz, declined_at timestamptz, withdrawn_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT i.id, c.id, c.client_id, o.id, o.name, c.suspended_at IS NOT NULL OR o.suspended_at IS NOT NULL OR c.deleted_at IS NOT NULL, i.message, i.reference,
      coalesce(i.expected_seller_id, i.addressee_seller_id), i.addressee_email_fold IS NOT NULL OR i.addressee_seller_id IS NOT NULL,
      i.created_at, i.expires_at, i.accepted_at, i.declined_at, i.withdrawn_at
    FROM invitations i JOIN clients c ON c.id = i.client_row_id JOIN organisations o ON o.id = i.organisation_id
    WHERE i.token_hash = p_token_hash
  $$;
--> statement-breakpoint
-- Open requests to the caller's organisation: to one of its seller accounts, or to the address of one of its members.
CREATE FUNCTION requests_to_me(p_at timestamptz)
  RETURNS TABLE (id uuid, client_row_id uuid, client_id text, organisation_id uuid, organisation_name text, suspended boolean, message text, reference text,
                 expected_seller_id bigint, created_at timestamptz, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT i.id, c.id, c.client_id, o.id, o.name, c.suspended_at IS NOT NULL OR o.suspended_at IS NOT NULL OR c.deleted_at IS NOT NULL, i.message, i.reference,
      coalesce(i.expected_seller_id, i.addressee_seller_id), i.created_at, i.expires_at
    FROM invitations i JOIN clients c ON c.id = i.client_row_id JOIN organisations o ON o.id = i.organisation_id
    WHERE i.accepted_at IS NULL AND i.declined_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > p_at
      AND EXISTS (SELECT 1 FROM organisations me WHERE me.id = app_organisation() AND me.kind = 'seller')
      AND (i.addressee_seller_id IN (SELECT s.seller_id FROM sellers s WHERE s.owner_organisation_id = app_organisation())
        OR i.addressee_email_fold IN (SELECT p.email_fold FROM members m JOIN people p ON p.id = m.person_id WHERE m.organisation_id = app_organisation()))
    ORDER BY i.created_at DESC LIMIT 100
  $$;
--> statement-breakpoint
-- How far the invited person came; only ever forwards.
CREATE FUNCTION note_invitation_step(p_token_hash bytea, p_step text, p_at timestamptz) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE invitations SET opened_at = coalesce(opened_at, p_at), step = p_step, step_at = p_at
    WHERE token_hash = p_token_hash AND accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL AND expires_at > p_at
      AND array_position(ARRAY['opened','signed_in','consent'], p_step) > coalesce(array_position(ARRAY['opened','signed_in','consent'], step), 0)
  $$;
--> statement-breakpoint
-- Accepts an open invitation with a link of the caller's organisation, of that client and the expected seller. One winner.
CREATE FUNCTION accept_invitation(p_invitation uuid, p_link uuid, p_person uuid, p_at timestamptz)
  RETURNS TABLE (organisation_id uuid, client_row_id uuid)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE invitations i SET accepted_at = p_at, accepted_by = p_person, link_id = p_link
    FROM seller_links l
    WHERE i.id = p_invitation AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > p_at
      AND l.id = p_link AND l.client_row_id = i.client_row_id AND l.seller_organisation_id = app_organisation()
      AND l.seller_id = coalesce(i.expected_seller_id, i.addressee_seller_id, l.seller_id)
    RETURNING i.organisation_id, i.client_row_id
  $$;
--> statement-breakpoint
-- Declines an open invitation: by its addressee, or by whoever holds its token. One winner.
CREATE FUNCTION decline_invitation(p_invitation uuid, p_token_hash bytea, p_person uuid, p_reason text, p_at timestamptz)
  RETURNS TABLE (organisation_id uuid, client_row_id uuid)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE invitations i SET declined_at = p_at, declined_by = p_person, decline_reason = p_reason
    WHERE i.id = p_invitation AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > p_at
      AND (i.token_hash = p_token_hash OR i.id IN (SELECT r.id FROM requests_to_me(p_at) r))
    RETURNING i.organisation_id, i.client_row_id
  $$;
--> statement-breakpoint
-- Whom to write to about an invitation's end: its sender's client contact, for whoever ended it.
CREATE FUNCTION contact_of_invitation(p_invitation uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT c.contact_email FROM invitations i JOIN clients c ON c.id = i.client_row_id LEFT JOIN seller_links l ON l.id = i.link_id
    WHERE i.id = p_invitation AND (app_organisation() IN (i.organisation_id, l.seller_organisation_id)
      OR EXISTS (SELECT 1 FROM members m WHERE m.organisation_id = app_organisation() AND m.person_id = i.declined_by))
  $$;
--> statement-breakpoint
-- Where a request to a SellerId is mailed: the owners of that account, or nobody. Only for an organisation that has
-- written such a request or proven such a claim; never shown to it.
CREATE FUNCTION owners_of_seller(p_seller bigint) RETURNS TABLE (email text, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT p.email, p.name FROM sellers s JOIN members m ON m.organisation_id = s.owner_organisation_id AND m.role = 'owner'
      JOIN people p ON p.id = m.person_id WHERE s.seller_id = p_seller
        AND (EXISTS (SELECT 1 FROM invitations i WHERE i.organisation_id = app_organisation() AND i.addressee_seller_id = p_seller)
          OR EXISTS (SELECT 1 FROM claims k WHERE k.organisation_id = app_organisation() AND k.seller_id = p_seller AND k.proven_at IS NOT NULL))
    ORDER BY m.created_at LIMIT 5
  $$;
--> statement-breakpoint
-- A hand-over by its token: which organisation's act its receiver may do. The token is the proof.
CREATE FUNCTION find_hand_over(p_token_hash bytea)
  RETURNS TABLE (id uuid, organisation_id uuid, organisation_name text, client_row_id uuid, client_id text, client_gone boolean, label text, has_phrase boolean,
                 wrong_phrases integer, created_at timestamptz, expires_at timestamptz, opened_at timestamptz, withdrawn_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT h.id, o.id, o.name, c.id, c.client_id, c.suspended_at IS NOT NULL OR c.deleted_at IS NOT NULL OR o.suspended_at IS NOT NULL, h.label, h.phrase_hash IS NOT NULL,
      h.wrong_phrases, h.created_at, h.expires_at, h.opened_at, h.withdrawn_at
    FROM hand_overs h JOIN clients c ON c.id = h.client_row_id JOIN organisations o ON o.id = h.organisation_id
    WHERE h.token_hash = p_token_hash
  $$;
--> statement-breakpoint

-- Where the code that proves a seller account is mailed: its recorded contact. Null where there is no such account.
CREATE FUNCTION contact_of_seller(p_seller bigint) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT contact_email FROM sellers WHERE seller_id = p_seller AND open_test_since IS NULL $$;
--> statement-breakpoint
-- What a proven claim of the caller's organisation brings: the account, where nobody owns it, with its links; else a
-- request to its owners. 'claimed', 'own', 'asked', or 'unknown'.
CREATE FUNCTION settle_claim(p_claim uuid, p_request uuid, p_at timestamptz) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    claim claims%ROWTYPE;
    owner uuid;
  BEGIN
    SELECT * INTO claim FROM claims c WHERE c.id = p_claim AND c.organisation_id = app_organisation() AND c.proven_at = p_at;
    IF claim.id IS NULL THEN RETURN 'unknown'; END IF;
    UPDATE sellers s SET owner_organisation_id = claim.organisation_id
      WHERE s.seller_id = claim.seller_id AND s.owner_organisation_id IS NULL AND s.open_test_since IS NULL;
    IF FOUND THEN
      UPDATE seller_links l SET seller_organisation_id = claim.organisation_id WHERE l.seller_id = claim.seller_id;
      RETURN 'claimed';
    END IF;
    SELECT s.owner_organisation_id INTO owner FROM sellers s WHERE s.seller_id = claim.seller_id AND s.open_test_since IS NULL;
    IF owner IS NULL THEN RETURN 'unknown'; END IF;
    IF owner = claim.organisation_id THEN RETURN 'own'; END IF;
    INSERT INTO claim_requests (id, organisation_id, asking_organisation_id, person_id, seller_id, created_at)
      VALUES (p_request, owner, claim.organisation_id, claim.person_id, claim.seller_id, p_at) ON CONFLICT DO NOTHING;
    RETURN 'asked';
  END $$;
--> statement-breakpoint

DO $$
DECLARE f regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (ARRAY[
    'keep_shop_name','spread_shop_name','is_reviewed','find_client_for_consent','search_directory','lock_client_for_link',
    'may_speak_of','tell_client','contacts_of_link','chain_facts','partners_linked_to_me','find_invitation','requests_to_me','note_invitation_step',
    'accept_invitation','decline_invitation','contact_of_invitation','owners_of_seller','find_hand_over','contact_of_seller','settle_claim'])
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app, portal_definer', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO portal_definer', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION name_fold(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION name_fold(text) TO portal_app, portal_machine, portal_worker, portal_operator, portal_definer;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION may_speak_of(uuid), tell_client(uuid, uuid, text, text, timestamptz), contacts_of_link(uuid) TO portal_worker, portal_operator;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION is_reviewed(uuid) TO portal_operator;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION take_limit(text, integer, integer, integer) TO portal_operator;
--> statement-breakpoint
-- Temporary tables are looked at last, not first: else whoever may make one could lay his own under any of these.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', f);
  END LOOP;
END $$;

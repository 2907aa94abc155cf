-- What the directory, the desk, the team, help, bulk work and notices may read and write, and the named ways across.

-- Rows belong to the organisation that their client, ticket or run belongs to, whoever writes them.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['listing_versions','seller_tags','seller_notes','saved_views','bulk_runs'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (client_row_id, organisation_id) REFERENCES clients (id, organisation_id)', t, t || '_of_their_client');
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE tickets ADD CONSTRAINT tickets_id_organisation UNIQUE (id, organisation_id);
--> statement-breakpoint
ALTER TABLE ticket_messages ADD CONSTRAINT ticket_messages_of_their_ticket FOREIGN KEY (ticket_id, organisation_id) REFERENCES tickets (id, organisation_id);
--> statement-breakpoint
ALTER TABLE attachments ADD CONSTRAINT attachments_of_their_ticket FOREIGN KEY (ticket_id, organisation_id) REFERENCES tickets (id, organisation_id);
--> statement-breakpoint
ALTER TABLE bulk_runs ADD CONSTRAINT bulk_runs_id_organisation UNIQUE (id, organisation_id);
--> statement-breakpoint
ALTER TABLE bulk_items ADD CONSTRAINT bulk_items_of_their_run FOREIGN KEY (bulk_run_id, organisation_id) REFERENCES bulk_runs (id, organisation_id) ON DELETE CASCADE;
--> statement-breakpoint
-- One end at a time, and the second person is another one.
ALTER TABLE team_invitations ADD CONSTRAINT team_invitations_one_end CHECK (num_nonnulls(accepted_at, withdrawn_at) <= 1);
--> statement-breakpoint
ALTER TABLE ownership_offers ADD CONSTRAINT ownership_offers_one_end CHECK (num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1);
--> statement-breakpoint
ALTER TABLE name_permits ADD CONSTRAINT name_permits_two_persons CHECK (confirmed_by <> proposed_by);
--> statement-breakpoint
ALTER TABLE listing_versions ADD CONSTRAINT listing_versions_decided CHECK ((decided_at IS NULL) = (decision IS NULL) AND (decided_at IS NULL OR submitted_at IS NOT NULL));
--> statement-breakpoint

-- Grants.
GRANT SELECT, INSERT, UPDATE ON listing_versions TO portal_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON logos, domain_proofs, team_invitations, ownership_offers, tickets, ticket_messages, attachments, bulk_runs, bulk_items TO portal_app;
--> statement-breakpoint
GRANT SELECT ON name_permits TO portal_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON seller_tags, seller_notes, saved_views, notice_choices, digests TO portal_app;
--> statement-breakpoint
GRANT INSERT ON digest_lines TO portal_app, portal_operator;
--> statement-breakpoint
GRANT UPDATE (description, methods, support_url, website, approved_at, unlisted_at, unlisted_by) ON listings TO portal_app;
--> statement-breakpoint
GRANT UPDATE (token_hash, expires_at, sends, withdrawn_at, withdrawn_by) ON team_invitations TO portal_app;
--> statement-breakpoint
GRANT UPDATE (accepted_at, declined_at, withdrawn_at) ON ownership_offers TO portal_app;
--> statement-breakpoint
GRANT UPDATE (role), DELETE ON members TO portal_app;
--> statement-breakpoint
GRANT UPDATE (last_side, last_at, solved_at, solved_by) ON tickets TO portal_app;
--> statement-breakpoint
GRANT UPDATE (stopped_at, stopped_by, undone_by) ON bulk_runs TO portal_app;
--> statement-breakpoint
GRANT UPDATE (done_at, skipped) ON bulk_items TO portal_app;
--> statement-breakpoint
GRANT SELECT ON listings, listing_versions, members, tickets, invitations, client_reviews TO portal_worker;
--> statement-breakpoint
-- What was asked for and came to nothing holds addresses of strangers: it is forgotten.
GRANT SELECT, UPDATE (expires_at), DELETE ON domain_proofs, ownership_offers, team_invitations TO portal_worker;
--> statement-breakpoint
GRANT SELECT, DELETE ON logos TO portal_worker;
--> statement-breakpoint
GRANT SELECT, UPDATE, DELETE ON bulk_runs, bulk_items TO portal_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_choices, digest_lines, digests TO portal_worker;
--> statement-breakpoint
GRANT SELECT ON listing_versions, logos, domain_proofs, name_permits, team_invitations, ownership_offers, tickets, ticket_messages, attachments,
  operator_notes, bulk_runs, bulk_items, notice_choices, hand_overs, claims, kept_sellers TO portal_operator;
--> statement-breakpoint
GRANT INSERT ON listings, name_permits, operator_notes, ticket_messages, attachments, clients, sellers, seller_links TO portal_operator;
--> statement-breakpoint
GRANT UPDATE ON listings TO portal_operator;
--> statement-breakpoint
GRANT UPDATE (decided_at, decided_by, decision, reason, comments) ON listing_versions TO portal_operator;
--> statement-breakpoint
GRANT UPDATE (confirmed_at, confirmed_by, withdrawn_at, withdrawn_by) ON name_permits TO portal_operator;
--> statement-breakpoint
GRANT UPDATE (suspended_at, suspended_by, suspend_reason, domain, domain_verified_at, domain_proof) ON organisations TO portal_operator;
--> statement-breakpoint
GRANT UPDATE (suspended_at, suspended_by, operator_suspended_at, suspend_reason) ON clients TO portal_operator;
--> statement-breakpoint
GRANT UPDATE (ends_at, unlinked_at, unlinked_by, reason) ON seller_links TO portal_operator;
--> statement-breakpoint
GRANT UPDATE (ended_at) ON sessions TO portal_operator;
--> statement-breakpoint
GRANT UPDATE (withdrawn_at, withdrawn_by) ON team_invitations TO portal_operator;
--> statement-breakpoint
GRANT UPDATE (last_side, last_at, taken_by, taken_at, solved_at, solved_by) ON tickets TO portal_operator;
--> statement-breakpoint
GRANT UPDATE (due_at, tries, failed_at) ON mails TO portal_operator;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE fresh_seller_ids TO portal_operator;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON listing_versions, logos, domain_proofs, name_permits, team_invitations, ownership_offers, tickets, ticket_messages,
  attachments, operator_notes, seller_tags, seller_notes, saved_views, bulk_runs, bulk_items, notice_choices, digest_lines, digests TO portal_definer;
--> statement-breakpoint

-- Policies. An unset organisation sees no rows.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['listing_versions','logos','domain_proofs','name_permits','team_invitations','ownership_offers','tickets','ticket_messages',
    'attachments','seller_tags','seller_notes','saved_views','bulk_runs','bulk_items','digests'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO portal_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY own ON %I TO portal_app USING (organisation_id = (SELECT app_organisation()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['listing_versions','logos','domain_proofs','name_permits','team_invitations','ownership_offers','tickets','ticket_messages',
    'attachments','bulk_runs','bulk_items'] LOOP
    EXECUTE format('CREATE POLICY operator_reads ON %I FOR SELECT TO portal_operator USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['bulk_runs','bulk_items','digests','logos','domain_proofs','ownership_offers','team_invitations'] LOOP
    EXECUTE format('CREATE POLICY worker_all ON %I TO portal_worker USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['listings','listing_versions','members','tickets','invitations','client_reviews'] LOOP
    EXECUTE format('CREATE POLICY worker_reads ON %I FOR SELECT TO portal_worker USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['listing_versions','organisations','seller_links','team_invitations','tickets'] LOOP
    EXECUTE format('CREATE POLICY operator_changes ON %I FOR UPDATE TO portal_operator USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['ticket_messages','attachments','clients','sellers','seller_links'] LOOP
    EXECUTE format('CREATE POLICY operator_makes ON %I FOR INSERT TO portal_operator WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['listings','name_permits'] LOOP
    EXECUTE format('CREATE POLICY operator_all ON %I TO portal_operator USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE operator_notes ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE operator_notes FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY operator_all ON operator_notes TO portal_operator, portal_definer USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY own_changes ON listings FOR UPDATE TO portal_app USING (organisation_id = (SELECT app_organisation()));
--> statement-breakpoint
-- Nothing is born decided, proven, accepted, taken or done; and a member speaks as a member.
CREATE POLICY born_open ON listing_versions AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (num_nonnulls(decided_at, decision, decided_by) = 0);
--> statement-breakpoint
CREATE POLICY stays_decided ON listing_versions AS RESTRICTIVE FOR UPDATE TO portal_app USING (decided_at IS NULL) WITH CHECK (num_nonnulls(decided_at, decision, decided_by) = 0);
--> statement-breakpoint
CREATE POLICY born_open ON domain_proofs AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (proven_at IS NULL AND wrong_codes = 0);
--> statement-breakpoint
CREATE POLICY born_open ON team_invitations AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (num_nonnulls(accepted_at, accepted_by, withdrawn_at) = 0);
--> statement-breakpoint
CREATE POLICY born_open ON ownership_offers AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (num_nonnulls(accepted_at, declined_at, withdrawn_at) = 0);
--> statement-breakpoint
CREATE POLICY born_open ON tickets AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (num_nonnulls(taken_at, solved_at) = 0 AND last_side = 'member');
--> statement-breakpoint
CREATE POLICY as_member ON ticket_messages AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (side = 'member');
--> statement-breakpoint
CREATE POLICY as_operator ON ticket_messages AS RESTRICTIVE FOR INSERT TO portal_operator WITH CHECK (side = 'operator');
--> statement-breakpoint
CREATE POLICY born_unsuspended ON clients AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (operator_suspended_at IS NULL);
--> statement-breakpoint
-- An organisation that has owners keeps one, however many go at once.
CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF OLD.role = 'owner' AND (TG_OP = 'DELETE' OR NEW.role <> 'owner') THEN
      PERFORM 1 FROM organisations o WHERE o.id = OLD.organisation_id FOR NO KEY UPDATE;
      IF NOT EXISTS (SELECT 1 FROM members m WHERE m.organisation_id = OLD.organisation_id AND m.role = 'owner' AND m.person_id <> OLD.person_id) THEN
        RAISE EXCEPTION 'the last owner stays' USING ERRCODE = '23514', CONSTRAINT = 'members_keep_an_owner';
      END IF;
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END $$;
--> statement-breakpoint
CREATE TRIGGER keep_an_owner BEFORE UPDATE OF role OR DELETE ON members FOR EACH ROW EXECUTE FUNCTION keep_an_owner();
--> statement-breakpoint
-- What the operator suspended, the operator resumes.
CREATE FUNCTION keep_operator_suspension() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF current_setting('role') = 'portal_app' AND OLD.operator_suspended_at IS NOT NULL AND NEW.suspended_at IS NULL THEN
      RAISE EXCEPTION 'suspended by the operator' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END $$;
--> statement-breakpoint
CREATE TRIGGER keep_operator_suspension BEFORE UPDATE OF suspended_at ON clients FOR EACH ROW EXECUTE FUNCTION keep_operator_suspension();
--> statement-breakpoint
-- An owner takes a listing out of the directory and puts it back; only the operator approves one, and ends a suspension.
CREATE FUNCTION keep_listing_approval() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF current_setting('role') = 'portal_app' AND OLD.approved_at IS NULL AND NEW.approved_at IS NOT NULL
        AND (OLD.unlisted_at IS NULL OR OLD.suspended_at IS NOT NULL) THEN
      RAISE EXCEPTION 'only the operator approves' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END $$;
--> statement-breakpoint
CREATE TRIGGER keep_listing_approval BEFORE UPDATE OF approved_at ON listings FOR EACH ROW EXECUTE FUNCTION keep_listing_approval();
--> statement-breakpoint
-- A client counts as reviewed: the operator said so, or its organisation has a listing that the operator approved and
-- has not suspended since. Whether its owner shows it in the directory at the moment touches no link.
CREATE OR REPLACE FUNCTION is_reviewed(p_client uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT c.reviewed_at IS NOT NULL OR EXISTS (SELECT 1 FROM listings l WHERE l.organisation_id = c.organisation_id
      AND (l.approved_at IS NOT NULL OR l.unlisted_at IS NOT NULL) AND l.suspended_at IS NULL)
    FROM clients c WHERE c.id = p_client
  $$;
--> statement-breakpoint
-- A picture by its name, which is the SHA-256 of its bytes: whoever knows that knows the picture.
CREATE FUNCTION find_logo(p_hash bytea) RETURNS bytea
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT l.bytes FROM logos l WHERE l.hash = p_hash $$;
--> statement-breakpoint
-- Settles a proof of the caller's organisation. A mailed code is compared here; for a DNS record the caller has looked.
-- The proven domain becomes the organisation's at once only while nothing of it is public; later with the next approval.
-- 'proven', 'wrong', or 'expired'.
CREATE FUNCTION prove_domain(p_proof uuid, p_code_hash bytea, p_at timestamptz) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE proof domain_proofs%ROWTYPE;
  BEGIN
    SELECT * INTO proof FROM domain_proofs d WHERE d.id = p_proof AND d.organisation_id = app_organisation() FOR UPDATE;
    IF proof.id IS NULL OR proof.proven_at IS NOT NULL OR proof.expires_at <= p_at OR proof.wrong_codes >= 5 THEN RETURN 'expired'; END IF;
    IF proof.method = 'mail' AND proof.code_hash IS DISTINCT FROM p_code_hash THEN
      UPDATE domain_proofs SET wrong_codes = wrong_codes + 1 WHERE id = p_proof;
      RETURN 'wrong';
    END IF;
    UPDATE domain_proofs SET proven_at = p_at WHERE id = p_proof;
    UPDATE organisations o SET domain = proof.domain, domain_verified_at = p_at, domain_proof = proof.method
      WHERE o.id = proof.organisation_id AND NOT EXISTS (SELECT 1 FROM listings l WHERE l.organisation_id = o.id
        AND (l.approved_at IS NOT NULL OR l.unlisted_at IS NOT NULL) AND o.domain IS DISTINCT FROM proof.domain);
    RETURN 'proven';
  END $$;
--> statement-breakpoint
-- An invitation to a team by its token, whose holder is anyone. It dies with the membership of whoever sent it.
CREATE FUNCTION find_team_invitation(p_token_hash bytea)
  RETURNS TABLE (id uuid, organisation_id uuid, organisation_name text, kind text, email text, role text, invited_by text, expires_at timestamptz,
                 accepted_at timestamptz, withdrawn_at timestamptz, is_known boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT i.id, o.id, o.name, o.kind, i.email, i.role, p.name, i.expires_at, i.accepted_at,
      coalesce(i.withdrawn_at, CASE WHEN o.suspended_at IS NOT NULL OR m.person_id IS NULL OR m.role <> 'owner' THEN i.created_at END),
      EXISTS (SELECT 1 FROM people k WHERE k.email_fold = i.email_fold)
    FROM team_invitations i JOIN organisations o ON o.id = i.organisation_id JOIN people p ON p.id = i.created_by
      LEFT JOIN members m ON m.organisation_id = i.organisation_id AND m.person_id = i.created_by
    WHERE i.token_hash = p_token_hash
  $$;
--> statement-breakpoint
-- Lets the person with the invited address in, once. The organisation, or null where the invitation is no longer good.
CREATE FUNCTION accept_team_invitation(p_token_hash bytea, p_person uuid, p_at timestamptz) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE invited team_invitations%ROWTYPE;
  BEGIN
    UPDATE team_invitations i SET accepted_at = p_at, accepted_by = p_person
      FROM people p, organisations o, members m
      WHERE i.token_hash = p_token_hash AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > p_at
        AND p.id = p_person AND p.email_fold = i.email_fold AND o.id = i.organisation_id AND o.suspended_at IS NULL
        AND m.organisation_id = i.organisation_id AND m.person_id = i.created_by AND m.role = 'owner'
      RETURNING i.* INTO invited;
    IF invited.id IS NULL THEN RETURN NULL; END IF;
    INSERT INTO members (organisation_id, person_id, role, created_at) VALUES (invited.organisation_id, p_person, invited.role, p_at)
      ON CONFLICT (organisation_id, person_id) DO NOTHING;
    RETURN invited.organisation_id;
  END $$;
--> statement-breakpoint
-- How the holder of an address wants to hear of one kind of thing. Null where nobody has chosen.
CREATE FUNCTION notice_choice(p_email_fold text, p_notice text) RETURNS TABLE (person_id uuid, choice text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT n.person_id, n.choice FROM people p JOIN notice_choices n ON n.person_id = p.id WHERE p.email_fold = p_email_fold AND n.notice = p_notice $$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (ARRAY[
    'keep_an_owner','find_logo','prove_domain','find_team_invitation','accept_team_invitation','notice_choice'])
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app, portal_definer', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO portal_definer', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION notice_choice(text, text) TO portal_worker, portal_operator;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION keep_operator_suspension(), keep_listing_approval() FROM PUBLIC;

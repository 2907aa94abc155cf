-- Leaving: people and organisations go by their own wish, and what has had its time goes by itself. Rows that others
-- point at stay, without what told who it was.
ALTER TABLE "people" ADD COLUMN "deleted_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "deleted_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "deleted_by" uuid;
--> statement-breakpoint
-- An organisation that has owners keeps one, however many go at once, until it is deleted itself.
CREATE OR REPLACE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF OLD.role = 'owner' AND (TG_OP = 'DELETE' OR NEW.role <> 'owner') THEN
      PERFORM 1 FROM organisations o WHERE o.id = OLD.organisation_id FOR NO KEY UPDATE;
      IF NOT EXISTS (SELECT 1 FROM members m WHERE m.organisation_id = OLD.organisation_id AND m.role = 'owner' AND m.person_id <> OLD.person_id)
          AND NOT EXISTS (SELECT 1 FROM organisations o WHERE o.id = OLD.organisation_id AND o.deleted_at IS NOT NULL) THEN
        RAISE EXCEPTION 'the last owner stays' USING ERRCODE = '23514', CONSTRAINT = 'members_keep_an_owner';
      END IF;
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END $$;
--> statement-breakpoint
-- What is deleted stays so: nobody resumes it, and nobody joins it.
CREATE FUNCTION keep_deleted() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF OLD.deleted_at IS NOT NULL AND (NEW.deleted_at IS DISTINCT FROM OLD.deleted_at OR NEW.suspended_at IS NULL) THEN
      RAISE EXCEPTION 'deleted for good' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END $$;
--> statement-breakpoint
CREATE TRIGGER keep_deleted BEFORE UPDATE ON organisations FOR EACH ROW EXECUTE FUNCTION keep_deleted();
--> statement-breakpoint
-- What a session's person may take along of what no organisation of theirs may read: the id of the session is the proof.
CREATE FUNCTION memberships_of_session(p_session uuid, p_at timestamptz)
  RETURNS TABLE (organisation_id uuid, name text, kind text, role text, joined_at timestamptz, others integer, other_owners integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT o.id, o.name, o.kind, m.role, m.created_at,
      (SELECT count(*)::integer FROM members c WHERE c.organisation_id = o.id AND c.person_id <> m.person_id),
      (SELECT count(*)::integer FROM members c WHERE c.organisation_id = o.id AND c.person_id <> m.person_id AND c.role = 'owner')
    FROM sessions s JOIN members m ON m.person_id = s.person_id JOIN organisations o ON o.id = m.organisation_id
    WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > p_at
    ORDER BY o.id
  $$;
--> statement-breakpoint
CREATE FUNCTION events_of_session(p_session uuid, p_at timestamptz, p_after_xid xid8, p_after_id bigint, p_limit integer)
  RETURNS TABLE (xid xid8, id bigint, at timestamptz, type text, organisation_id uuid, client_row_id uuid, seller_id bigint, data jsonb, request_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT e.xid, e.id, e.at, e.type, e.organisation_id, e.client_row_id, e.seller_id, e.data, e.request_id
    FROM events e
    WHERE e.actor_person_id = (SELECT s.person_id FROM sessions s WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > p_at)
      AND (e.xid, e.id) > (p_after_xid, p_after_id)
    ORDER BY e.xid NULLS FIRST, e.id NULLS FIRST LIMIT p_limit
  $$;
--> statement-breakpoint
-- Of letters only that they were written: their texts hold links that work once.
CREATE FUNCTION letters_of_session(p_session uuid, p_at timestamptz)
  RETURNS TABLE (kind text, subject text, created_at timestamptz, sent_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    WITH me AS (SELECT p.id, p.email FROM sessions s JOIN people p ON p.id = s.person_id
      WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > p_at)
    SELECT m.kind, m.subject, m.created_at, m.sent_at FROM me JOIN mails m ON m.recipient = me.email
    UNION ALL
    SELECT 'digest-line', d.subject, d.at, d.sent_at FROM me JOIN digest_lines d ON d.person_id = me.id
    ORDER BY 3
  $$;
--> statement-breakpoint
-- Takes the caller's organisation out of the world, after its clients and links have ended: its seller accounts are
-- nobody's again, everything open of it is closed, its own notes go, and nobody is a member any more. The row stays, for
-- the events and the other side's history that name it. Its browsers are signed out, but the one named, in which somebody
-- may go on at another organisation of theirs. False where there is nothing left to do.
CREATE FUNCTION close_organisation(p_by uuid, p_session uuid, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE me uuid := app_organisation();
  BEGIN
    PERFORM 1 FROM organisations o WHERE o.id = me AND o.kind <> 'operator' AND o.deleted_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    IF EXISTS (SELECT 1 FROM clients c WHERE c.organisation_id = me AND c.deleted_at IS NULL)
        OR EXISTS (SELECT 1 FROM seller_links l WHERE me IN (l.client_organisation_id, l.seller_organisation_id) AND l.unlinked_at IS NULL) THEN
      RAISE EXCEPTION 'its clients and links end first' USING ERRCODE = '23514';
    END IF;
    PERFORM end_sessions_showing_me(m.person_id, p_session, p_at) FROM members m WHERE m.organisation_id = me;
    UPDATE sessions SET shown_organisation_id = NULL WHERE shown_organisation_id = me;
    UPDATE seller_links SET seller_organisation_id = NULL WHERE seller_organisation_id = me;
    UPDATE sellers SET owner_organisation_id = NULL, extra_of_organisation_id = NULL WHERE owner_organisation_id = me;
    UPDATE sellers SET extra_of_organisation_id = NULL WHERE extra_of_organisation_id = me;
    UPDATE endpoints SET removed_at = p_at, removed_by = p_by WHERE organisation_id = me AND removed_at IS NULL;
    UPDATE hand_overs SET withdrawn_at = p_at, withdrawn_by = p_by WHERE organisation_id = me AND opened_at IS NULL AND withdrawn_at IS NULL;
    UPDATE team_invitations SET withdrawn_at = p_at, withdrawn_by = p_by WHERE organisation_id = me AND accepted_at IS NULL AND withdrawn_at IS NULL;
    UPDATE ownership_offers SET withdrawn_at = p_at WHERE organisation_id = me AND num_nonnulls(accepted_at, declined_at, withdrawn_at) = 0;
    UPDATE claim_requests SET declined_at = p_at, decided_by = p_by WHERE me IN (organisation_id, asking_organisation_id) AND num_nonnulls(accepted_at, declined_at) = 0;
    UPDATE listings SET approved_at = NULL, unlisted_at = coalesce(unlisted_at, p_at), unlisted_by = coalesce(unlisted_by, p_by) WHERE organisation_id = me;
    UPDATE tickets SET solved_at = p_at, solved_by = p_by WHERE organisation_id = me AND solved_at IS NULL;
    UPDATE client_reviews SET decided_at = p_at, decided_by = p_by, decision = 'reject', reason = '' WHERE organisation_id = me AND decided_at IS NULL;
    UPDATE bulk_runs SET stopped_at = p_at, stopped_by = p_by WHERE organisation_id = me AND finished_at IS NULL AND stopped_at IS NULL;
    DELETE FROM listing_versions WHERE organisation_id = me AND decided_at IS NULL;
    DELETE FROM claims WHERE organisation_id = me;
    DELETE FROM domain_proofs WHERE organisation_id = me;
    DELETE FROM seller_notes WHERE organisation_id = me;
    DELETE FROM seller_tags WHERE organisation_id = me;
    DELETE FROM saved_views WHERE organisation_id = me;
    DELETE FROM kept_sellers WHERE organisation_id = me;
    DELETE FROM client_areas WHERE organisation_id = me;
    DELETE FROM digests WHERE organisation_id = me;
    UPDATE organisations SET deleted_at = p_at, deleted_by = p_by, suspended_at = coalesce(suspended_at, p_at), suspended_by = coalesce(suspended_by, p_by),
      domain = NULL, domain_verified_at = NULL, domain_proof = NULL WHERE id = me;
    DELETE FROM members WHERE organisation_id = me;
    RETURN true;
  END $$;
--> statement-breakpoint
-- Takes out who somebody was, everywhere but in the audit trail. Somebody who still belongs to an organisation leaves it
-- first. False where nobody is left to forget.
CREATE FUNCTION anonymise_person(p_person uuid, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE gone people%ROWTYPE;
  BEGIN
    SELECT * INTO gone FROM people p WHERE p.id = p_person AND p.deleted_at IS NULL FOR UPDATE;
    IF gone.id IS NULL OR EXISTS (SELECT 1 FROM members m WHERE m.person_id = p_person) THEN RETURN false; END IF;
    UPDATE people SET deleted_at = p_at, name = '–', password_hash = 'none',
      email = 'deleted-' || id || '@deleted.invalid', email_fold = 'deleted-' || id || '@deleted.invalid' WHERE id = p_person;
    UPDATE sessions SET ended_at = coalesce(ended_at, p_at), address = '', user_agent = '', shown_organisation_id = NULL WHERE person_id = p_person;
    DELETE FROM second_factors WHERE person_id = p_person;
    DELETE FROM recovery_codes WHERE person_id = p_person;
    DELETE FROM resets WHERE person_id = p_person;
    DELETE FROM notice_choices WHERE person_id = p_person;
    DELETE FROM digest_lines WHERE person_id = p_person;
    DELETE FROM digests WHERE person_id = p_person;
    DELETE FROM claims WHERE person_id = p_person;
    DELETE FROM owed_letters WHERE recipient = gone.email;
    DELETE FROM sign_ups WHERE lower(email) = gone.email_fold;
    UPDATE claim_requests SET declined_at = p_at WHERE person_id = p_person AND num_nonnulls(accepted_at, declined_at) = 0;
    UPDATE team_invitations SET withdrawn_at = CASE WHEN accepted_at IS NULL THEN coalesce(withdrawn_at, p_at) END, email = '', email_fold = id::text
      WHERE email_fold = gone.email_fold;
    UPDATE invitations SET addressee_email = NULL, addressee_email_fold = NULL WHERE addressee_email_fold = gone.email_fold
      AND num_nonnulls(accepted_at, declined_at, withdrawn_at) > 0;
    UPDATE tickets SET call_number = NULL, call_times = NULL WHERE person_id = p_person;
    UPDATE ticket_messages SET author_name = '–' WHERE person_id = p_person;
    UPDATE bulk_runs SET created_by_name = '–' WHERE created_by = p_person;
    UPDATE domain_proofs SET email = NULL WHERE person_id = p_person;
    UPDATE first_calls SET person_id = NULL WHERE person_id = p_person;
    RETURN true;
  END $$;
--> statement-breakpoint
-- Forgets people who belong to nothing, whom nobody asks to join, and whose last session is long past: some at a time,
-- each with an event. How many.
CREATE FUNCTION forget_people(p_most integer, p_before timestamptz, p_at timestamptz) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    one record;
    forgotten integer := 0;
  BEGIN
    FOR one IN SELECT p.id FROM people p
        WHERE p.deleted_at IS NULL AND p.created_at < p_before
          AND NOT EXISTS (SELECT 1 FROM members m WHERE m.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.person_id = p.id AND least(s.ended_at, s.expires_at) >= p_before)
          AND NOT EXISTS (SELECT 1 FROM team_invitations i WHERE i.email_fold = p.email_fold AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > p_at)
        ORDER BY p.created_at LIMIT p_most FOR UPDATE SKIP LOCKED LOOP
      IF anonymise_person(one.id, p_at) THEN
        INSERT INTO events (type, data, actor_name) VALUES ('person.deleted', jsonb_build_object('personId', one.id), 'clock');
        forgotten := forgotten + 1;
      END IF;
    END LOOP;
    RETURN forgotten;
  END $$;
--> statement-breakpoint
-- The worker lets go of what is past its time. A row that is taken for it is locked, so a right to write is needed too.
GRANT SELECT, DELETE, UPDATE (id) ON tickets, ticket_messages, attachments, hand_overs, claim_requests, operator_notes TO portal_worker;
--> statement-breakpoint
GRANT UPDATE (id) ON owed_letters TO portal_worker;
--> statement-breakpoint
GRANT SELECT, UPDATE (addressee_email, addressee_email_fold, message) ON invitations TO portal_worker;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tickets','ticket_messages','attachments','hand_overs','claim_requests','operator_notes','invitations'] LOOP
    EXECUTE format('CREATE POLICY worker_forgets ON %I TO portal_worker USING (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (ARRAY[
    'memberships_of_session','events_of_session','letters_of_session','close_organisation','anonymise_person','forget_people'])
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app, portal_definer', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO portal_definer', f);
  END LOOP;
  REVOKE EXECUTE ON FUNCTION forget_people(integer, timestamptz, timestamptz) FROM portal_app;
  GRANT EXECUTE ON FUNCTION forget_people(integer, timestamptz, timestamptz) TO portal_worker;
  REVOKE EXECUTE ON FUNCTION keep_deleted() FROM PUBLIC;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;

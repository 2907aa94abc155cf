-- The audit trail is only ever added to. No role may change or take away an event, the owner of the tables included,
-- and whoever gives themselves the right meets the trigger. What was sealed proves by its chain that it is as it was.
REVOKE UPDATE, DELETE, TRUNCATE ON events FROM portal_app, portal_machine, portal_worker, portal_operator, portal_definer, CURRENT_USER;
--> statement-breakpoint
-- One link of the chain: the events after the block before it up to its own last one, in the order of (xid, id).
CREATE TABLE "event_blocks" (
	"number" bigint PRIMARY KEY NOT NULL,
	"last_xid" "xid8" NOT NULL,
	"last_id" bigint NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"events" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "event_blocks_last" ON "event_blocks" USING btree ("last_xid","last_id");
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON event_blocks FROM CURRENT_USER;
--> statement-breakpoint
GRANT SELECT, INSERT ON event_blocks TO portal_definer;
--> statement-breakpoint
GRANT SELECT ON event_blocks TO portal_operator;
--> statement-breakpoint
-- An event as the chain knows it: every column, in one form on every server.
CREATE FUNCTION event_digest(e events) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp
  AS $$
    SELECT sha256(convert_to(jsonb_build_array(e.id, e.xid::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.type, e.actor_person_id, e.actor_name,
      e.organisation_id, e.other_organisation_id, e.client_row_id, e.seller_id, e.data, e.request_id)::text, 'UTF8'))
  $$;
--> statement-breakpoint
-- How many events lie between two places of the trail, when the latest of them happened, and their seal on top of the
-- one before. Order and number count too: an event that was slipped in or left out gives another seal.
CREATE FUNCTION seal_between(p_previous bytea, p_after_xid xid8, p_after_id bigint, p_last_xid xid8, p_last_id bigint)
  RETURNS TABLE (events integer, last_at timestamptz, hash bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT count(*)::integer, max(e.at), sha256(p_previous || coalesce(string_agg(event_digest(e), ''::bytea ORDER BY e.xid, e.id), ''::bytea))
    FROM events e WHERE (e.xid, e.id) > (p_after_xid, p_after_id) AND (e.xid, e.id) <= (p_last_xid, p_last_id)
  $$;
--> statement-breakpoint
-- Below it every transaction of this server has ended: nothing can come to stand there any more.
CREATE FUNCTION settled_xid() RETURNS xid8 LANGUAGE sql STABLE SET search_path = public, pg_temp
  AS $$ SELECT pg_snapshot_xmin(pg_current_snapshot()) $$;
--> statement-breakpoint
-- Seals what has happened since the last block, at most so many events, and only below the oldest running transaction:
-- nothing can come to stand before what is sealed. One sealer at a time; whoever comes second goes away empty.
CREATE FUNCTION seal_events(p_most integer, p_at timestamptz)
  RETURNS TABLE (block bigint, events integer, hash bytea)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    before event_blocks%ROWTYPE;
    last record;
  BEGIN
    IF NOT pg_try_advisory_xact_lock(7302228) THEN RETURN; END IF;
    SELECT * INTO before FROM event_blocks b ORDER BY b.number DESC LIMIT 1;
    SELECT n.xid, n.id INTO last FROM (
      SELECT e.xid, e.id FROM events e
      WHERE (e.xid, e.id) > (coalesce(before.last_xid, '0'::xid8), coalesce(before.last_id, 0)) AND e.xid < settled_xid()
      ORDER BY e.xid NULLS FIRST, e.id NULLS FIRST LIMIT p_most) n
      ORDER BY n.xid DESC, n.id DESC LIMIT 1;
    IF last.id IS NULL THEN RETURN; END IF;
    RETURN QUERY
      INSERT INTO event_blocks AS b (number, last_xid, last_id, last_at, events, hash, sealed_at)
        SELECT coalesce(before.number, 0) + 1, last.xid, last.id, s.last_at, s.events, s.hash, p_at
        FROM seal_between(coalesce(before.hash, ''::bytea), coalesce(before.last_xid, '0'::xid8), coalesce(before.last_id, 0), last.xid, last.id) s
        RETURNING b.number, b.events, b.hash;
  END $$;
--> statement-breakpoint
-- Nobody changes what happened. What is past its time may go, by whole blocks whose seals stay, and nothing sooner.
CREATE FUNCTION keep_events() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF TG_TABLE_NAME = 'events' AND TG_OP = 'DELETE' THEN
      IF (SELECT b.last_at FROM event_blocks b WHERE (b.last_xid, b.last_id) >= (OLD.xid, OLD.id) ORDER BY b.last_xid, b.last_id LIMIT 1)
          < statement_timestamp() - interval '3 years' THEN
        RETURN OLD;
      END IF;
    END IF;
    RAISE EXCEPTION 'the audit trail is only added to' USING ERRCODE = '42501';
  END $$;
--> statement-breakpoint
CREATE TRIGGER keep_events BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION keep_events();
--> statement-breakpoint
CREATE TRIGGER keep_all_events BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION keep_events();
--> statement-breakpoint
CREATE TRIGGER keep_events BEFORE UPDATE OR DELETE ON event_blocks FOR EACH ROW EXECUTE FUNCTION keep_events();
--> statement-breakpoint
CREATE TRIGGER keep_all_events BEFORE TRUNCATE ON event_blocks FOR EACH STATEMENT EXECUTE FUNCTION keep_events();
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (ARRAY[
    'event_digest','seal_between','settled_xid','seal_events','keep_events'])
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_definer', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO portal_definer', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION seal_events(integer, timestamptz) TO portal_worker;

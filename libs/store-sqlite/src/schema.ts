/** Marks a file as one of ours in SQLite's header: "RAPP". */
export const applicationId = 0x52415050;

/** The version of the tables below, in the header too. */
export const schemaVersion = 1;

/** What a file of this version contains; without any of it, it is not opened. */
export const parts = ['events', 'events_in_order', 'events_never_change', 'events_never_go'];

/**
 * `text` is the canonical text of the event without its hash, to be hashed as it stands; the other
 * columns index it, and `hash` is the one its writer stamped, if any.
 *
 * The triggers hold for every connection, the sqlite3 shell's too. The one on insertion also stops
 * INSERT OR REPLACE, which would remove a row without firing the trigger on deletion. Whoever may
 * drop a trigger may rewrite the file: against that there are the hashes.
 */
export const tables = `
  create table events (
    position integer primary key,
    stream text not null,
    revision integer not null,
    id text not null,
    type text not null,
    text text not null,
    hash text,
    unique (stream, revision)
  ) strict;

  create trigger events_in_order before insert on events
  when new.position is not (select coalesce(max(position), -1) + 1 from events)
    or new.revision is not
      (select coalesce(max(revision), -1) + 1 from events where stream = new.stream)
  begin
    select raise(abort, 'the log is append-only: an event comes directly after the last');
  end;

  create trigger events_never_change before update on events
  begin
    select raise(abort, 'the log is append-only: an event is never changed');
  end;

  create trigger events_never_go before delete on events
  begin
    select raise(abort, 'the log is append-only: an event is never removed');
  end;

  pragma application_id = ${applicationId};
  pragma user_version = ${schemaVersion};
`;

"""The casefile's tables. The migrations make them; a test holds the two together."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

HEAD = "0003"
"""The newest migration: the version of casefile that this sayso writes."""

metadata = MetaData()

originals = Table(
    "originals",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),  # zlib
)

reports = Table(
    "reports",
    metadata,
    Column("id", String(64), ForeignKey("originals.sha256"), primary_key=True),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", String(32)),
    Column("language", String(16)),
    Column("source", Text, nullable=False),
    Column("format", String(32), nullable=False),
    Column("added", String(32), nullable=False),
    Index("reports_published", "published"),
)

appearances = Table(
    "appearances",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("report", String(64), ForeignKey("reports.id"), nullable=False),
    Column("key", String(64), nullable=False),  # of outlet, url and published: NULLs would not collide
    Column("outlet", Text),
    Column("url", Text),
    Column("published", String(32)),
    Column("retrieved", String(32)),
    Column("source", Text, nullable=False),
    Column("format", String(32), nullable=False),
    UniqueConstraint("report", "key", name="appearances_once"),
)

readings = Table(
    "readings",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("report", String(64), ForeignKey("reports.id"), nullable=False),
    Column("reader_name", String(64), nullable=False),
    Column("reader_version", String(64), nullable=False),
    Column("reader_model", String(255), nullable=False),
    Column("reader_lexicon", String(64), nullable=False),
    Column("published", String(32)),  # the date the reading was anchored at
    Column("sha256", String(64), nullable=False),
    Column("json", LargeBinary, nullable=False),  # zlib
    Column("stored", String(32), nullable=False),
    UniqueConstraint("report", "sha256", name="readings_once"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("report", String(64), ForeignKey("reports.id"), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("json", Text, nullable=False),
    Index("corrections_report", "report"),
)

texts = Table(
    "texts",  # what is searched and listed, one row a report, of its newest corrected reading; made anew from that at any time
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),  # the row of the full-text index
    Column("report", String(64), ForeignKey("reports.id"), nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("moves", Integer, nullable=False),
)

terms = Table(
    "terms",  # what a report can be filtered by: names of parties and places, types of events and moves, casefolded
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("value", Text, primary_key=True),
    Column("number", Integer, ForeignKey("texts.number"), primary_key=True, autoincrement=False),
    Index("terms_number", "number"),
    sqlite_with_rowid=False,
)

blocked = Table(
    "blocked",  # originals that were redacted: the same bytes are not taken in again
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("at", String(32), nullable=False),
    Column("operator", String(255), nullable=False),
)

quarantine = Table(
    "quarantine",  # reports that could not be read: as they were taken, and why
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("bytes", LargeBinary, nullable=False),  # zlib, of the original
    Column("report", LargeBinary, nullable=False),  # zlib, of the Report's JSON
    Column("source", Text, nullable=False),
    Column("format", String(32), nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", String(32), nullable=False),
)

TAKEN_OUT = ("redaction", "forgotten")
"""Actions of the log after which what was made of the casefile before may hold words that it has no more."""
HANDED_OVER = ("export", "backup")
"""Actions of the log by which a copy went out; they change nothing."""

log = Table(
    "log",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("operator", String(255), nullable=False),
    Column("tool", String(64), nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", String(255), nullable=False),
    Column("detail", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
)

head = Table(
    "head",  # one row: the last line of the log. Writers lock it, so the chain never forks
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
)

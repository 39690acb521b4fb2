"""Full-text search, the columns of the list of reports, and the originals that were redacted."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and the index in the words of the database at hand. What is in them is put there by `index.bring_up`."""
    op.create_table(
        "texts",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("report", sa.String(64), sa.ForeignKey("reports.id"), nullable=False, unique=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("events", sa.Integer, nullable=False),
        sa.Column("moves", sa.Integer, nullable=False),
    )
    op.create_table(
        "terms",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, sa.ForeignKey("texts.number"), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_index("terms_number", "terms", ["number"])
    op.create_table(
        "blocked",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("operator", sa.String(255), nullable=False),
    )
    for statement in _INDEX[op.get_bind().dialect.name]:
        op.execute(statement)


_INDEX = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search USING fts5(title, body, content='texts', content_rowid='number', "
        "tokenize=\"porter unicode61 remove_diacritics 2\")",
    ),
    "postgresql": (
        "CREATE TEXT SEARCH DICTIONARY sayso_stem (TEMPLATE = snowball, LANGUAGE = english)",  # no stop words: “the who” is a phrase
        "CREATE TEXT SEARCH CONFIGURATION sayso (COPY = simple)",
        "ALTER TEXT SEARCH CONFIGURATION sayso ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH sayso_stem",
        "CREATE TABLE search (number integer PRIMARY KEY REFERENCES texts(number), words tsvector NOT NULL)",
        "CREATE INDEX search_words ON search USING gin (words)",
    ),
}

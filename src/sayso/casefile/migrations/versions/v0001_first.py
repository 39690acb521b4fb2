"""The first casefile: originals, reports, appearances, readings, corrections, log."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

GENESIS = "0" * 64


def upgrade() -> None:
    """Make the tables and the head of an empty log."""
    op.create_table(
        "originals",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.String(64), sa.ForeignKey("originals.sha256"), primary_key=True),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("published", sa.String(32)),
        sa.Column("language", sa.String(16)),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("format", sa.String(32), nullable=False),
        sa.Column("added", sa.String(32), nullable=False),
    )
    op.create_index("reports_published", "reports", ["published"])
    op.create_table(
        "appearances",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("report", sa.String(64), sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published", sa.String(32)),
        sa.Column("retrieved", sa.String(32)),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("format", sa.String(32), nullable=False),
        sa.UniqueConstraint("report", "key", name="appearances_once"),
    )
    op.create_table(
        "readings",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("report", sa.String(64), sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("reader_name", sa.String(64), nullable=False),
        sa.Column("reader_version", sa.String(64), nullable=False),
        sa.Column("reader_model", sa.String(255), nullable=False),
        sa.Column("reader_lexicon", sa.String(64), nullable=False),
        sa.Column("published", sa.String(32)),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("json", sa.LargeBinary, nullable=False),
        sa.Column("stored", sa.String(32), nullable=False),
        sa.UniqueConstraint("report", "sha256", name="readings_once"),
    )
    op.create_table(
        "corrections",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("report", sa.String(64), sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("json", sa.Text, nullable=False),
    )
    op.create_index("corrections_report", "corrections", ["report"])
    op.create_table(
        "log",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("operator", sa.String(255), nullable=False),
        sa.Column("tool", sa.String(64), nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(255), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
    )
    head = op.create_table(
        "head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
    )
    op.bulk_insert(head, [{"id": 1, "seq": 0, "sha256": GENESIS}])

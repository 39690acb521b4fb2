"""Opening a casefile: what it makes, what it refuses, and what it says."""

import random
import sqlite3
import stat
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from sayso.casefile import Casefile, CasefileError, tables
from sayso.casefile.versions import MIGRATIONS


def test_its_owner_alone_can_read_the_file_and_its_companions(case, path, make):
    one = make.taken()
    case.add(one, make.reading_of(one))

    files = sorted(path.parent.glob("case.sayso*"))

    assert [file.name for file in files] == ["case.sayso", "case.sayso-shm", "case.sayso-wal"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_file_that_others_could_read_is_closed_to_them(open_case, path):
    open_case().close()
    path.chmod(0o644)

    open_case(create=False)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_missing_casefile_is_named_with_the_command_that_makes_one(path):
    with pytest.raises(CasefileError, match=r"There is no casefile .*`sayso read PATH --into"):
        Casefile.open(path, create=False)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"just some notes, no database at all" * 9, "it is no SQLite file"), (b"", "is empty, not a casefile")],
)
def test_a_file_that_is_no_casefile_is_refused_and_left_as_it_was(path, content, said):
    path.write_bytes(content)

    with pytest.raises(CasefileError, match=said):
        Casefile.open(path, create=False)

    assert path.read_bytes() == content


def test_another_programs_database_is_refused(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    content = path.read_bytes()

    with pytest.raises(CasefileError, match="another program's database"):
        Casefile.open(path, create=True)

    assert path.read_bytes() == content


def test_a_folder_is_no_casefile(tmp_path):
    with pytest.raises(CasefileError, match="is a folder"):
        Casefile.open(tmp_path, create=True)


def test_a_place_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CasefileError, match="cannot be made"):
        Casefile.open(tmp_path / "nowhere" / "case", create=True)


def test_a_newer_casefile_is_refused_and_not_changed(open_case, path):
    open_case().close()
    with sqlite3.connect(path) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(CasefileError, match="written by a newer sayso"):
        open_case(create=False)


def test_a_busy_casefile_says_so_after_the_stated_wait(open_case, path, make):
    case = open_case(busy_seconds=0.1)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    one = make.taken()

    with pytest.raises(CasefileError, match=r"busy: another process .* more than 0\.1 s"):
        case.add(one, make.reading_of(one))
    assert list(case.reports()) == []  # reading goes on beside a writer

    holder.execute("ROLLBACK")
    holder.close()
    case.add(one, make.reading_of(one))


def test_a_full_disk_leaves_what_was_stored_before_and_nothing_half_written(case, make, path):  # noqa: ARG001
    first = make.taken()
    case.add(first, make.reading_of(first))
    with case._engine.connect() as connection:  # the pool has this one connection
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    big = make.taken("".join(random.Random(1).choices("abcdefghij klmnop", k=300_000)))

    with pytest.raises(CasefileError, match="no room left"):
        case.add(big, make.reading_of(big))

    assert [row.id for row in case.reports()] == [first.report.id]
    assert case.verify() == []


def test_a_casefile_that_may_not_be_written_says_so(case, make, path):  # noqa: ARG001
    with case._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    one = make.taken()

    with pytest.raises(CasefileError, match="may not be written"):
        case.add(one, make.reading_of(one))


def test_the_migrations_make_the_tables_that_the_code_uses(case):
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == tables.HEAD
    ours = {"include_object": lambda _object, name, kind, _reflected, _other: kind != "table" or not name.startswith("search")}
    with case._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, tables.metadata) == []


def test_opening_a_casefile_that_is_up_to_date_does_not_load_the_migrations(open_case, path):
    open_case().close()
    code = f"import sys; from sayso.casefile import Casefile; Casefile.open({str(path)!r}, create=False); print('alembic' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"

"""The version of the package and of the reader: a stored reading is stale when this differs."""

__version__ = "0.1.0"

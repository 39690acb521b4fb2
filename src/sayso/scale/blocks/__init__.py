"""Merging by blocks: the same situation as `sayso.situation.situate` gives, of more readings than fit in memory."""
